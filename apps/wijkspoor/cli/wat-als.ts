import type { Gemeente } from '@wijkspoor/domain';
import { csvMerk, csvRegel } from '@wijkspoor/services/reporting';
import type { WatAlsUitkomst } from '@wijkspoor/wire';
import { soortnaam, wijknaam } from '@wijkspoor/wire';
import { dagMaandJaar, getal, plat, tabel } from './tabel.ts';

type Namen = Pick<Gemeente, 'wijken'>;
type Verschoven = WatAlsUitkomst['verschuift'][number];
type Gebleven = WatAlsUitkomst['blijft'][number];

const opEenScherm = 50;

/** What a proposal does, for a screen of a hundred columns. */
export function toonWatAls(uitkomst: WatAlsUitkomst, namen: Namen): string {
  const { aantallen, verschuift, perSoort, perWijk, uitleg } = uitkomst;
  const regels = [
    `Open zaken: ${getal(aantallen.open)}. Daarvan verschuift: ${getal(verschuift.length)}.`,
    blijven(aantallen),
    ...(verschuift.length > 0 ? [tabelVan(verschuift, namen)] : []),
    ...(verschuift.length > opEenScherm ? [meer(verschuift.length)] : []),
    ...telling(
      'Soort',
      perSoort.map((rij) => ({ ...rij, naam: soortnaam(rij.soort) })),
    ),
    ...telling('Wijk', perWijk),
    gevouwen(uitleg),
  ];
  return regels.join('\n\n');
}

function blijven(aantallen: WatAlsUitkomst['aantallen']): string {
  const redenen = [
    ['het beleid van hun eerste dag blijft gelden', aantallen.beleidVanDeDag],
    ['er is een andere datum afgesproken', aantallen.afgesproken],
    ['de uitkomst is dezelfde dag', aantallen.zelfdeUitkomst],
    ['van voor de gekozen dag', aantallen.voorVanaf],
    ['het voorstel gaat niet over hen', aantallen.nietGeraakt],
  ] as const;
  const over = redenen.filter(([, aantal]) => aantal > 0);
  return ['Zo blijven:', ...over.map(([waarom, aantal]) => `${getal(aantal)} (${waarom})`)].join(
    '\n  ',
  );
}

const kolommen = [
  { kop: 'Soort', breedte: 20 },
  { kop: 'Wijk', breedte: 16, rekt: true },
  { kop: 'Onderwerp', breedte: 21, rekt: true },
  { kop: 'Ontvangen', breedte: 10 },
  { kop: 'Einde nu', breedte: 10 },
  { kop: 'Voorstel', breedte: 10 },
  { kop: 'Dagen', breedte: 5, rechts: true },
] as const;

function tabelVan(zaken: readonly Verschoven[], namen: Namen): string {
  const rijen = zaken.slice(0, opEenScherm).map((zaak) => {
    const [eerste, ...anderen] = zaak.wijken.map((code) => wijknaam(code, namen));
    const wijk = anderen.length > 0 ? `${eerste} +${anderen.length}` : (eerste ?? 'hele stad');
    const dagen = [zaak.ontvangenOp, zaak.van, zaak.naar].map(dagMaandJaar);
    return [soortnaam(zaak.soort), wijk, plat(zaak.onderwerp), ...dagen, verschil(zaak.dagen)];
  });
  return tabel(kolommen, rijen);
}

const verschil = (dagen: number | null) =>
  dagen === null ? '-' : `${dagen > 0 ? '+' : ''}${getal(dagen)}`;

function meer(aantal: number): string {
  return `Getoond: ${opEenScherm} van ${getal(aantal)}. Alle zaken: --csv of --json.`;
}

type Telling = Readonly<{ naam: string; verschuift: number; blijft: number }>;

function telling(kop: string, rijen: readonly Telling[]): string[] {
  if (rijen.length === 0) return [];
  const breed = [
    { kop, breedte: 40 },
    { kop: 'Verschuift', breedte: 10, rechts: true },
    { kop: 'Blijft', breedte: 10, rechts: true },
  ] as const;
  const cellen = rijen.map(({ naam, verschuift, blijft }) => [
    naam,
    getal(verschuift),
    getal(blijft),
  ]);
  return [tabel(breed, cellen)];
}

// Whole words on lines of at most a hundred characters.
function gevouwen(tekst: string): string {
  return tekst.replace(/(.{1,100})(?:\s+|$)/g, '$1\n').trimEnd();
}

const koppen = [
  ...['Zaak', 'Soort', 'Wijken', 'Onderwerp', 'Ontvangen op', 'Wat', 'Einde nu', 'Einde voorstel'],
  ...['Dagen', 'Waarom', 'Link'],
];

/** Every case that the proposal is about, one in a line; why says the new computation as well. */
export function alsCsv({ verschuift, blijft }: WatAlsUitkomst, namen: Namen): string {
  const begin = ({ zaakId, soort, wijken, onderwerp, ontvangenOp }: Gebleven | Verschoven) => [
    ...[zaakId, soortnaam(soort), wijken.map((code) => wijknaam(code, namen)).join(', ')],
    ...[onderwerp, ontvangenOp],
  ];
  const weg = verschuift.map((zaak) => [
    ...[...begin(zaak), 'verschuift', zaak.van, zaak.naar, zaak.dagen],
    ...[zaak.reden ?? zaak.stappen.join(' '), zaak.link],
  ]);
  const hier = blijft.map((zaak) => [
    ...[...begin(zaak), 'blijft', zaak.einde, zaak.einde, 0, zaak.waarom, zaak.link],
  ]);
  return csvMerk + [koppen, ...weg, ...hier].map(csvRegel).join('');
}
