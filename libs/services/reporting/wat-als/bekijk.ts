import type { Feiten, Gevolg, Voorstel, ZaakEvent, ZaakId } from '@wijkspoor/domain';
import { isRegistratie, watAls } from '@wijkspoor/domain';
import type { EventLog } from '@wijkspoor/ports';
import type { OpenZaakrij } from '@wijkspoor/views';
import { zaakCodec } from '@wijkspoor/wire';

/** One open case, and what a proposal does to it. */
export type Bekeken = Readonly<{ zaak: OpenZaakrij; gevolg: Gevolg }>;

/** Enough to keep the log at work, few enough not to keep others from it. */
const tegelijk = 16;

/**
 * What a proposal does to each of the open cases, in their order. The facts are read only of those
 * that it can move, from the log, by the same rules by which their terms were started.
 */
export async function bekijk(
  log: EventLog,
  voorstel: Voorstel,
  zaken: readonly OpenZaakrij[],
): Promise<readonly Bekeken[]> {
  const { zonderFeiten, metFeiten } = watAls(voorstel);
  const bekeken: Bekeken[] = [];
  for (let van = 0; van < zaken.length; van += tegelijk) {
    const deel = zaken.slice(van, van + tegelijk).map(async (zaak) => {
      const gevolg = zonderFeiten(zaak) ?? metFeiten(zaak, await feitenVan(log, zaak.zaakId));
      return { zaak, gevolg };
    });
    bekeken.push(...(await Promise.all(deel)));
  }
  return bekeken;
}

async function feitenVan(log: EventLog, zaakId: ZaakId): Promise<Feiten> {
  const events: readonly ZaakEvent[] = (await log.read(zaakId)).map((stored) =>
    zaakCodec.decode(stored),
  );
  const registratie = events.find(isRegistratie);
  if (!registratie) throw new Error(`${zaakId} is in the view, but not in the log`);
  const heropend = events.findLast((event) => event.type === 'ZaakHeropend');
  return { registratie, heropendOp: heropend?.data.heropendOp };
}
