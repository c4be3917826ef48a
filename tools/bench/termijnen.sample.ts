import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Gemeente, ZaakEvent, ZaakId } from '@wijkspoor/domain';
import { laadGemeente, packageFolder } from '@wijkspoor/platform';
import type { NewEvent } from '@wijkspoor/ports';
import { eventId, zaakCodec } from '@wijkspoor/wire';
import { sampleData } from './sample.ts';

const door = 'wijk-mt:tarwewijk';

/** The sample municipality, with the ladder as the only thing that makes an open case due. */
export async function leesGemeente(): Promise<Gemeente> {
  const gemeente = await laadGemeente(join(packageFolder, 'infra/gemeenten/voorbeeldstad'));
  const termijnbeleid = gemeente.termijnbeleid.map(
    ({ tussenbericht: _tussenbericht, stilte: _stilte, ...beleid }) => beleid,
  );
  return { ...gemeente, termijnbeleid };
}

/** An advies with an owner and a term of which one rung is due on 1 March 2030, as it is stored. */
export function openAdvies(): { zaakId: ZaakId; events: NewEvent[] } {
  const zaakId: ZaakId = `zaak-${randomUUID()}`;
  const commandId = randomUUID();
  const meta = { actor: door, correlationId: commandId, causationId: commandId };
  const events = leven(zaakId).map((event, n) =>
    zaakCodec.encode(eventId(commandId, n), event, meta),
  );
  return { zaakId, events };
}

function leven(zaakId: ZaakId): ZaakEvent[] {
  const { wijken, tekst } = sampleData(zaakId);
  const ontvangenOp = '2030-02-01';
  return [
    {
      type: 'AdviesOntvangen',
      data: {
        ...{ zaakId, aanmelding: { bron: 'bench', id: zaakId }, wijken, tekst, gevraagd: false },
        ...{ kanaal: 'brief', themas: [], onderwerp: 'De stoep', kenmerken: [], ontvangenOp },
      },
    },
    {
      type: 'ZaakToegewezen',
      data: { zaakId, door, behandelaar: door, toegewezenOp: ontvangenOp },
    },
    { type: 'TermijnGestart', data: { zaakId, door, revisie: 1, einde: '2030-03-15', bewijs } },
  ];
}

const bewijs = {
  startdatum: '2030-02-01',
  regel: {
    basis: { tekst: 'Verordening', verwijzing: '002:78', zekerheid: 'A' },
    start: 'ontvangst',
    lengte: { dagen: 42 },
    regel: 'geen',
  },
  stappen: ['42 dagen'],
} as const;
