import type { Gemeente } from '@wijkspoor/domain';
import type { WijkOverzicht } from '@wijkspoor/wire';
import { soortnaam } from '@wijkspoor/wire';
import type { Kolom } from './tabel.ts';
import { dagInWoorden, getal, tabel } from './tabel.ts';

type Aantallen = WijkOverzicht['totaal'];

const kolommen = (kop: string): Kolom[] => [
  { kop, breedte: 23 },
  ...(
    [
      ['Totaal', 7],
      ['Nieuw', 6],
      ['Bezig', 6],
      ['Beant-\nwoord', 6],
      ['Ge-\nsloten', 7],
      ['Termijn\nloopt', 7],
      ['Open,\nte laat', 7],
      ['Op tijd', 7],
      ['Daarvan\nafspr.', 7],
      ['Te laat\nklaar', 7],
    ] as const
  ).map(([naam, breedte]) => ({ kop: naam, breedte, rechts: true }) as const),
];

function rij(naam: string, aantallen: Aantallen): string[] {
  const { totaal, nieuw, inBehandeling, beantwoord, gesloten } = aantallen;
  const { loopt, openTeLaat, opTijd, opTijdDoorAfspraak, teLaatBeantwoord } = aantallen;
  const hoever = [totaal, nieuw, inBehandeling, beantwoord, gesloten];
  const opDag = [loopt, openTeLaat, opTijd, opTijdDoorAfspraak, teLaatBeantwoord];
  return [naam, ...[...hoever, ...opDag].map(getal)];
}

// Who reads "op tijd" must be able to see by which date, and how many would else be late.
function doorAfspraak({ opTijdDoorAfspraak: aantal }: Aantallen): string[] {
  if (aantal === 0) return [];
  const wat = 'Dat is een deel van "Op tijd": klaar na het eerste\neinde, maar niet na de';
  return [`Op tijd door een afspraak: ${getal(aantal)}. ${wat} afgesproken datum.`];
}

// There is no room for a column that is nearly always empty; but nothing drops off the list.
function zonderEinde({ geenEindeBepaald: aantal }: Aantallen): string[] {
  if (aantal === 0) return [];
  const wat = aantal === 1 ? 'Bij 1 zaak' : `Bij ${getal(aantal)} zaken`;
  return [
    `${wat} is nog geen einde te bepalen: de startdag is niet bekend, of de kalender reikt niet\n` +
      'zo ver. Ook dan is een zaak op tijd noch te laat.',
  ];
}

/** The overview of a wijk for a screen of a hundred columns. */
export function toonOverzicht(
  { naam, gebied, peildatum, totaal, perThema, perSoort }: WijkOverzicht,
  { gebieden }: Pick<Gemeente, 'gebieden'>,
): string {
  const gebiednaam = gebieden.find(({ code }) => code === gebied)?.naam ?? gebied;
  const titel = `${naam} (${gebiednaam}) op ${dagInWoorden(peildatum)}`;
  if (totaal.totaal === 0) return `${titel}\n\nEr zijn nog geen zaken.`;
  const soorten = perSoort
    .filter(({ aantallen }) => aantallen.totaal > 0)
    .map(({ soort, aantallen }) => rij(soortnaam(soort), aantallen));
  const themas = perThema
    .toSorted((a, b) => b.aantallen.totaal - a.aantallen.totaal)
    .map((thema) => rij(thema.naam, thema.aantallen));
  return [
    titel,
    tabel(kolommen('Soort'), [...soorten, rij('Alles samen', totaal)]),
    tabel(kolommen('Thema'), themas),
    ...doorAfspraak(totaal),
    ...zonderEinde(totaal),
    'Een zaak met twee thema’s staat bij beide. Zonder termijn is een zaak op tijd noch te laat.',
  ].join('\n\n');
}
