import type { Gemeente } from '@wijkspoor/domain';
import { isDatum, isGeldigOp, kaleNaam, namenVan } from '@wijkspoor/domain';
import type { Kop, Veld } from './csv.ts';
import { cellen, GeenRij } from './csv.ts';

/** One thing that is wrong with a message: where (a JSON pointer), and what. */
export type Fout = Readonly<{ pointer: string; melding: string }>;

/** A message to send, and what we know to be wrong with it already. */
export type Vertaald = Readonly<{ bericht: string; fouten: readonly Fout[] }>;

const lijsten: ReadonlySet<Veld> = new Set(['wijken', 'themas', 'kenmerken']);

/**
 * Makes a row into the CloudEvent that intake takes. Names of wijken become codes; an empty cell is
 * a field that is not there. What is wrong further is for the city to say, every fault at once.
 * Throws `GeenRij`.
 */
export function vertaal(tekst: string, kop: Kop, bekend: Wijknamen): Vertaald {
  const rij = rijVan(tekst, kop);
  const { bron, id, ...rest } = Object.fromEntries(rij) as Partial<Record<Veld, string>>;
  const wijken = stukken(rest.wijken ?? '').map((naam, i) => wijkcode(naam, i, rest, bekend));
  const data = {
    ...Object.fromEntries(
      Object.entries(rest).map(([veld, waarde]) => [
        veld,
        lijsten.has(veld as Veld) ? stukken(waarde) : waarde,
      ]),
    ),
    wijken: wijken.map(({ code }) => code),
  };
  const bericht = {
    specversion: '1.0',
    type: 'nl.wijkspoor.zaak-aangemeld.v1',
    ...(bron !== undefined && { source: bron }),
    ...(id !== undefined && { id }),
    datacontenttype: 'application/json',
    data,
  };
  return { bericht: JSON.stringify(bericht), fouten: wijken.flatMap(({ fout }) => fout ?? []) };
}

function rijVan(tekst: string, { scheiding, kolommen }: Kop): [Veld, string][] {
  const rij = cellen(tekst, scheiding);
  if (rij.length !== kolommen.length)
    throw new GeenRij(`de rij heeft ${rij.length} kolommen; de eerste regel ${kolommen.length}`);
  return rij.flatMap((cel, i): [Veld, string][] => {
    const veld = kolommen[i];
    return veld && cel.trim() !== '' ? [[veld, veld === 'tekst' ? cel : cel.trim()]] : [];
  });
}

function stukken(cel: string): string[] {
  return cel
    .split('|')
    .map((stuk) => stuk.trim())
    .filter((stuk) => stuk !== '');
}

type Wijkcode = Readonly<{ code: string; fout?: Fout }>;

// A name that holds on the day goes before one from another time; an unknown name goes as it is.
function wijkcode(
  naam: string,
  index: number,
  { ontvangenOp = '' }: Partial<Record<Veld, string>>,
  { codes, namen }: Wijknamen,
): Wijkcode {
  if (codes.has(naam)) return { code: naam };
  const bekend = namen.get(kaleNaam(naam)) ?? [];
  const toen = bekend.filter(
    ({ geldigheid }) => isDatum(ontvangenOp) && isGeldigOp(geldigheid, ontvangenOp),
  );
  const gevonden = (toen.length > 0 ? toen : bekend).map(({ code }) => code);
  const [een, ...meer] = new Set(gevonden);
  if (een && meer.length === 0) return { code: een };
  const melding = `'${naam}' kan meer dan één wijk zijn; schrijf ${[een, ...meer].join(' of ')}`;
  const fout = { pointer: `/data/wijken/${index}`, melding };
  return { code: naam, ...(een && { fout }) };
}

type Naam = Readonly<{ code: string; geldigheid: Parameters<typeof isGeldigOp>[0] }>;

/** The codes of the wijken, and by what bare names each is or was known. */
export type Wijknamen = Readonly<{
  codes: ReadonlySet<string>;
  namen: ReadonlyMap<string, readonly Naam[]>;
}>;

/** Made once for a file, since a million rows ask it. */
export function wijknamenVan({ wijken }: Pick<Gemeente, 'wijken'>): Wijknamen {
  const namen = new Map<string, Naam[]>();
  for (const wijk of wijken)
    for (const { naam, geldigheid } of namenVan(wijk)) {
      const kaal = kaleNaam(naam);
      namen.set(kaal, [...(namen.get(kaal) ?? []), { code: wijk.code, geldigheid }]);
    }
  return { codes: new Set(wijken.map(({ code }) => code)), namen };
}
