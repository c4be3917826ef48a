import { parse } from 'csv-parse/sync';
import { KanNiet } from '../opdracht.ts';

/** The fields that a CSV may have, by the names that `POST /v1/zaken` gives them. */
const velden = [
  'soort',
  'bron',
  'id',
  'kanaal',
  'wijken',
  'themas',
  'onderwerp',
  'tekst',
  'ontvangenOp',
  'kenmerken',
  'wethouder',
  'aan',
  'uiterlijk',
  'door',
] as const;

export type Veld = (typeof velden)[number];

/** What the refused file adds; a mended refused file can be imported as it is. */
export const bijgevoegd = ['geweigerd_regel', 'geweigerd_redenen'] as const;

const nodig: readonly Veld[] = [
  'soort',
  'bron',
  'id',
  'kanaal',
  'wijken',
  'onderwerp',
  'tekst',
  'ontvangenOp',
];

/** What the first row says: how columns are separated, and which field stands in which. */
export type Kop = Readonly<{ scheiding: ';' | ','; kolommen: readonly (Veld | undefined)[] }>;

/** A row that is no row, said in Dutch. */
export class GeenRij extends Error {
  override readonly name = 'GeenRij';
}

/** The cells of one row, unchanged. Throws `GeenRij`. */
export function cellen(tekst: string, scheiding: string): string[] {
  try {
    const [rij] = parse(tekst, {
      delimiter: scheiding,
      relax_quotes: true,
      record_delimiter: '\u0000',
    });
    return rij ?? [''];
  } catch (error) {
    const { code } = error as { code?: string };
    if (!code?.startsWith('CSV_')) throw error;
    throw new GeenRij('de aanhalingstekens in deze rij kloppen niet');
  }
}

/** Whether the columns are separated by `;` or `,`: the one that gives the most known names. */
export function scheidingVan(tekst: string): Kop['scheiding'] {
  const [punt, komma] = ([';', ','] as const).map(
    (teken) => tekst.split(teken).filter((naam) => veldVan(kaal(naam))).length,
  );
  return (komma ?? 0) > (punt ?? 0) ? ',' : ';';
}

const kaal = (naam: string) => naam.trim().replace(/^"|"$/g, '').trim();

function veldVan(naam: string): Veld | undefined {
  return velden.find((veld) => veld.toLowerCase() === naam.toLowerCase());
}

/** Reads the first row. Throws `KanNiet` when a column is unknown, missing or there twice. */
export function leesKop(bestand: string, tekst: string): Kop {
  const scheiding = scheidingVan(tekst);
  const namen = cellen(tekst, scheiding).map(kaal);
  const kolommen = namen.map(veldVan);
  const fouten = [
    ...namen.flatMap((naam, i) => (kolommen[i] || isBijgevoegd(naam) ? [] : onbekend(naam))),
    ...nodig.filter((veld) => !kolommen.includes(veld)).map((veld) => `'${veld}' ontbreekt`),
    ...kolommen.flatMap((veld, i) =>
      veld && kolommen.indexOf(veld) < i ? `'${veld}' staat er twee keer` : [],
    ),
  ];
  if (fouten.length === 0) return { scheiding, kolommen };
  const bekend = velden.join(', ');
  throw new KanNiet(
    `De eerste regel van ${bestand} klopt niet: ${fouten.join('; ')}. Kolommen zijn: ${bekend}.`,
  );
}

function isBijgevoegd(naam: string): boolean {
  return bijgevoegd.some((een) => een === naam);
}

function onbekend(naam: string): string {
  return naam === '' ? 'een kolom heeft geen naam' : `'${naam}' is geen bekende kolom`;
}
