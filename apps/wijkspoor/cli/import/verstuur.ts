import type { AanmeldingenVerwerkt, Probleem } from '@wijkspoor/wire';
import { aanmeldingenVerwerkt, compile } from '@wijkspoor/wire';
import { Afgewezen, GeenStad, soorten } from '../stad.ts';
import type { Stad } from '../stad.ts';
import type { Geduld } from '../volhouden.ts';
import { volhouden } from '../volhouden.ts';
import type { Gelezen } from './lezer.ts';
import type { Rij } from './rijen.ts';
import type { Fout } from './vertaling.ts';

/** A line that can be sent: its message as JSON, and what we know to be wrong with it. */
export type Verzendbaar = Gelezen & { readonly bericht: string };

export function isVerzendbaar(gelezen: Gelezen): gelezen is Verzendbaar {
  return gelezen.bericht !== undefined;
}

/** A line and what the city said of it; no faults means that it was taken in. */
export type Verzonden = Readonly<{ rij: Rij; fouten: readonly Fout[] }>;

/** Where to, how patiently, and whether it counts. */
export type Bezorging = Readonly<{ stad: Stad; geduld: Geduld; proef: boolean }>;

const verwerkt = compile(aanmeldingenVerwerkt);

/**
 * Sends a batch and tells what became of each line. A batch that the city cannot read as a whole is
 * cut in two until the line that is to blame stands alone.
 */
export async function verstuur(
  reeks: readonly Verzendbaar[],
  bezorging: Bezorging,
): Promise<Verzonden[]> {
  if (reeks.length === 0) return [];
  try {
    const { resultaten } = await bezorg(reeks, bezorging);
    if (resultaten.length === reeks.length)
      return reeks.map((een, i) => uitslag(een, resultaten[i]));
  } catch (error) {
    if (!(error instanceof Afgewezen) || error.status !== 400) throw error;
    return geknipt(reeks, bezorging, error.probleem);
  }
  throw new GeenStad(`Op ${bezorging.stad.adres} kwam geen antwoord op elk bericht.`);
}

async function bezorg(
  reeks: readonly Verzendbaar[],
  { stad, geduld, proef }: Bezorging,
): Promise<AanmeldingenVerwerkt> {
  const body = `[${reeks.map(({ bericht }) => bericht).join(',')}]`;
  const pad = `/v1/aanmeldingen${proef ? '?proef=true' : ''}`;
  return volhouden(() => stad.post(pad, body, verwerkt, soorten.reeks), geduld);
}

async function geknipt(
  reeks: readonly Verzendbaar[],
  bezorging: Bezorging,
  probleem: Probleem,
): Promise<Verzonden[]> {
  const [een] = reeks;
  if (reeks.length === 1 && een) return [{ rij: een.rij, fouten: foutenIn(probleem) }];
  const midden = Math.ceil(reeks.length / 2);
  const eerste = await verstuur(reeks.slice(0, midden), bezorging);
  return [...eerste, ...(await verstuur(reeks.slice(midden), bezorging))];
}

type Resultaat = AanmeldingenVerwerkt['resultaten'][number];

function uitslag({ rij, fouten }: Verzendbaar, resultaat: Resultaat | undefined): Verzonden {
  if (!resultaat?.probleem) return { rij, fouten: [] };
  const eigen = (fout: Fout) => fouten.find(({ pointer }) => pointer === fout.pointer) ?? fout;
  return { rij, fouten: foutenIn(resultaat.probleem).map(eigen) };
}

function foutenIn(probleem: Probleem): readonly Fout[] {
  const { fouten = [], title, detail } = probleem;
  if (fouten.length > 0) return fouten;
  const melding = `${title}. ${detail}`;
  const anders = verschillenIn(probleem);
  return (anders.length > 0 ? anders : ['']).map((pointer) => ({ pointer, melding }));
}

/** Where a message differs from the one that came before with the same source and id. */
function verschillenIn(probleem: object): string[] {
  const verschillen = 'verschillen' in probleem ? probleem.verschillen : undefined;
  return Array.isArray(verschillen) ? verschillen.map((pointer) => `/data${String(pointer)}`) : [];
}
