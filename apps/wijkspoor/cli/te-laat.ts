import type { Datum } from '@wijkspoor/domain';
import type { ZaakTeLaat, ZakenTeLaat } from '@wijkspoor/wire';
import { berichtnaam, rolnaam, soortnaam, watVoorDag } from '@wijkspoor/wire';
import type { Kolom } from './tabel.ts';
import { dagInWoorden, dagMaandJaar, getal, plat, tabel } from './tabel.ts';

type Namen = Parameters<typeof rolnaam>[1];
type Erbij = Namen & Readonly<{ vandaag: Datum }>;
type Wat = 'adviezen' | 'zaken';

/** As many as anyone reads on a screen; for more there is `--csv`. */
export const opEenScherm = 200;

/** What is late for a screen, those still open first (002:79). */
export function toonTeLaat(wat: Wat, lijst: ZakenTeLaat, { vandaag, ...namen }: Erbij): string {
  const { peildatum, aantallen, zaken } = lijst;
  const dag = dagInWoorden(peildatum);
  const totaal = aantallen.open + aantallen.beantwoord;
  const welkeDag = watVoorDag(peildatum, vandaag);
  if (totaal === 0)
    return [`Op ${dag} zijn er geen ${wat} te laat.`, welkeDag].join('\n').trimEnd();
  const open = zaken.filter(({ soortTeLaat }) => soortTeLaat === 'open');
  const klaar = zaken.filter(({ soortTeLaat }) => soortTeLaat === 'beantwoord');
  return [
    [`Te late ${wat} op ${dag}`, welkeDag].join('\n').trimEnd(),
    `Nog open: ${getal(aantallen.open)}`,
    ...tabelVan(wat, open, kolommenOpen, namen),
    `Te laat beantwoord: ${getal(aantallen.beantwoord)}`,
    ...tabelVan(wat, klaar, kolommenKlaar, namen),
    ...rest(zaken.length, totaal),
  ].join('\n\n');
}

function rest(getoond: number, totaal: number): string[] {
  if (getoond >= totaal) return [];
  return [`Getoond: ${getal(getoond)} van ${getal(totaal)}. De hele lijst: --csv of --json.`];
}

type Regel = (zaak: ZaakTeLaat, namen: Namen) => string;
type Kolommen = readonly (Kolom & Readonly<{ cel: Regel; alleen?: Wat }>)[];

const begin: Kolommen = [
  { kop: 'Dagen\nte laat', breedte: 7, rechts: true, cel: ({ dagenTeLaat }) => getal(dagenTeLaat) },
  {
    kop: 'Soort',
    breedte: 12,
    alleen: 'zaken',
    cel: ({ soort }) => opTweeRegels(soortnaam(soort)),
  },
  { kop: 'Wijk', breedte: 22, rekt: true, alleen: 'adviezen', cel: wijk },
  { kop: 'Wijk', breedte: 18, rekt: true, alleen: 'zaken', cel: wijk },
];
const einde = { kop: 'Einde', breedte: 11, cel: eindeMetAfspraak } as const;
const onderwerp = (breedte: number, alleen: Wat): Kolommen[number] => ({
  ...{ kop: 'Onderwerp', breedte, rekt: true, alleen },
  cel: (zaak) => plat(zaak.onderwerp),
});

const kolommenOpen: Kolommen = [
  ...begin,
  ...[onderwerp(24, 'adviezen'), onderwerp(13, 'zaken'), einde],
  { kop: 'Laatste\nbericht', breedte: 13, cel: bericht },
  { kop: 'Aan zet', breedte: 16, rekt: true, alleen: 'adviezen', cel: aanZet },
  { kop: 'Aan zet', breedte: 18, rekt: true, alleen: 'zaken', cel: aanZet },
];

const kolommenKlaar: Kolommen = [
  ...begin,
  ...[onderwerp(40, 'adviezen'), onderwerp(32, 'zaken'), einde],
  { kop: 'Beantwoord', breedte: 10, cel: ({ gestoptOp }) => dagMaandJaar(gestoptOp) },
];

function tabelVan(
  wat: Wat,
  zaken: readonly ZaakTeLaat[],
  alle: Kolommen,
  namen: Namen,
): readonly string[] {
  if (zaken.length === 0) return [];
  const kolommen = alle.filter(({ alleen = wat }) => alleen === wat);
  const rijen = zaken.map((zaak) => kolommen.map(({ cel }) => cel(zaak, namen)));
  return [tabel(kolommen, rijen)];
}

// `Vraag uit de wijk` is half as wide, and leaves room for whose turn it is.
const opTweeRegels = (naam: string) => naam.replace(/ (?=\S+$)/, '\n');

function wijk({ wijknamen }: ZaakTeLaat): string {
  const [eerste, ...meer] = wijknamen.map(({ naam }) => naam);
  return meer.length > 0 ? `${eerste} +${meer.length}` : (eerste ?? 'hele stad');
}

// A star says that this end was agreed; `--json` tells the first one, and when it was agreed.
function eindeMetAfspraak({ einde: dag, eersteEinde }: ZaakTeLaat): string {
  return `${dagMaandJaar(dag)}${dag === eersteEinde ? '' : '*'}`;
}

function bericht({ laatsteBericht: laatste }: ZaakTeLaat): string {
  return laatste ? `${dagMaandJaar(laatste.op)}\n${berichtnaam(laatste.vorm)}` : '-';
}

// The wijk stands in the row already, so "Wijk MT" says enough.
function aanZet({ aanZet: rol, wijken }: ZaakTeLaat, namen: Namen): string {
  const [soort, code] = (rol ?? '').split(':');
  const eigen = code !== undefined && wijken.some((een) => code.endsWith(een));
  return rolnaam(eigen ? (soort ?? rol) : rol, namen);
}
