import type { Aanmelding, ZaakId } from '@wijkspoor/domain';
import type { ZaakGebeurtenis } from '@wijkspoor/wire';
import { compile, opdrachtVerwerkt, zaakDetail, zaakIdVan } from '@wijkspoor/wire';
import { Afgewezen } from './stad.ts';
import type { Stad } from './stad.ts';
import type { Geduld } from './volhouden.ts';
import { volhouden } from './volhouden.ts';

type Body = Readonly<Record<string, unknown>>;

/** One line of `vervolg.ndjson`: something that happened to a case, by the path of its command. */
export type Vervolgstap = Readonly<{ plek: string; zaakId: ZaakId; pad: string; body: Body }>;

/** Reads one line. `plek` says where it stands, for whoever has to mend it. */
export function leesStap(regel: string, plek: string): Vervolgstap {
  const { zaak, pad, body } = JSON.parse(regel) as { zaak: Aanmelding; pad: string; body: Body };
  return { plek, zaakId: zaakIdVan(zaak), pad, body };
}

/** The steps of each case, in their own order. */
export function perZaak(stappen: readonly Vervolgstap[]): [ZaakId, Vervolgstap[]][] {
  const zaken = new Map<ZaakId, Vervolgstap[]>();
  for (const stap of stappen) {
    const eerder = zaken.get(stap.zaakId);
    if (eerder) eerder.push(stap);
    else zaken.set(stap.zaakId, [stap]);
  }
  return [...zaken];
}

/** By which fact one sees in a history that a command was carried out. */
const feiten: Readonly<Record<string, string>> = {
  toewijzingen: 'ZaakToegewezen',
  themas: 'ThemasVastgesteld',
  antwoorden: 'AntwoordGegeven',
  uitkomsten: 'UitkomstVastgesteld',
  uitvoeringen: 'UitvoeringGemeld',
  afdoeningen: 'AfdoeningVoorgesteld',
  'afdoeningen/aanvaardingen': 'AfdoeningAanvaard',
  'afdoeningen/weigeringen': 'AfdoeningGeweigerd',
  sluitingen: 'ZaakGesloten',
  heropeningen: 'ZaakHeropend',
  afspraken: 'TermijnAfgesproken',
  tussenberichten: 'TussenberichtVerzonden',
  contacten: 'ContactVastgelegd',
};

/**
 * The steps that are not in the history of their case yet. Steps are taken in order, so everything
 * up to the last one that is found there was taken.
 */
export function nogTeDoen(
  stappen: readonly Vervolgstap[],
  geschiedenis: readonly Pick<ZaakGebeurtenis, 'gebeurtenis' | 'gegevens'>[],
): readonly Vervolgstap[] {
  let gezien = 0;
  let gedaan = 0;
  for (const [i, stap] of stappen.entries()) {
    const daar = geschiedenis.findIndex((feit, plek) => plek >= gezien && isGevolg(stap, feit));
    if (daar < 0) continue;
    gezien = daar + 1;
    gedaan = i + 1;
  }
  return stappen.slice(gedaan);
}

function isGevolg(
  { pad, body }: Vervolgstap,
  { gebeurtenis, gegevens }: Pick<ZaakGebeurtenis, 'gebeurtenis' | 'gegevens'>,
): boolean {
  if (gebeurtenis !== feiten[pad]) return false;
  return Object.entries(body).every(
    ([veld, waarde]) => veld === 'reden' || gelijk(gegevens[veld], waarde),
  );
}

function gelijk(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return a === b;
  const velden = Object.keys(b);
  const evenveel = velden.length === Object.keys(a).length;
  return evenveel && velden.every((veld) => gelijk((a as Body)[veld], (b as Body)[veld]));
}

const detail = compile(zaakDetail);
const verwerkt = compile(opdrachtVerwerkt);

/** Takes the steps of one case that were not taken yet; gives how many. Throws at a refusal. */
export async function speelAf(
  stad: Stad,
  [zaakId, stappen]: readonly [ZaakId, readonly Vervolgstap[]],
  geduld: Geduld,
): Promise<number> {
  const zaak = `/v1/zaken/${zaakId}`;
  const { geschiedenis } = await volhouden(() => stad.get(zaak, detail), geduld);
  const over = nogTeDoen(stappen, geschiedenis);
  for (const { plek, pad, body } of over) {
    const json = JSON.stringify(body);
    try {
      await volhouden(() => stad.post(`${zaak}/${pad}`, json, verwerkt), geduld);
    } catch (error) {
      if (!(error instanceof Afgewezen)) throw error;
      throw new Error(`${plek}: ${pad} van ${zaakId}: ${error.message}`, { cause: error });
    }
  }
  return over.length;
}
