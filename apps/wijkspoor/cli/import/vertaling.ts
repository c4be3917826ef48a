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
export function vertaal(tekst: string, kop: Kop, gemeente: Pick<Gemeente, 'wijken'>): Vertaald {
  const rij = rijVan(tekst, kop);
  const { bron, id, ...rest } = Object.fromEntries(rij) as Partial<Record<Veld, string>>;
  const wijken = stukken(rest.wijken ?? '').map((naam, i) => wijkcode(naam, i, rest, gemeente));
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
  { wijken }: Pick<Gemeente, 'wijken'>,
): Wijkcode {
  if (wijken.some(({ code }) => code === naam)) return { code: naam };
  const gezocht = kaleNaam(naam);
  const heten = (toen: boolean) =>
    wijken.filter((wijk) =>
      namenVan(wijk).some(
        (bekend) =>
          kaleNaam(bekend.naam) === gezocht &&
          (!toen || !isDatum(ontvangenOp) || isGeldigOp(bekend.geldigheid, ontvangenOp)),
      ),
    );
  const codes = [heten(true), heten(false)].find(({ length }) => length > 0) ?? [];
  const [een, ...meer] = codes.map(({ code }) => code);
  if (een && meer.length === 0) return { code: een };
  const melding = `'${naam}' kan meer dan één wijk zijn; schrijf ${[een, ...meer].join(' of ')}`;
  return { code: naam, ...(een && { fout: { pointer: `/data/wijken/${index}`, melding } }) };
}
