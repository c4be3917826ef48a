import type { Gemeente } from '@wijkspoor/domain';
import type { AdviezenTeLaat, AdviesTeLaat } from '@wijkspoor/wire';
import { rolnaam, wijknaam } from './namen.ts';
import { dagInWoorden, dagMaandJaar, getal, tabel } from './tabel.ts';

type Namen = Pick<Gemeente, 'wijken'>;

/** The late adviezen for a screen of a hundred columns, those still open first (002:79). */
export function toonTeLaat({ peildatum, adviezen }: AdviezenTeLaat, namen: Namen): string {
  const dag = dagInWoorden(peildatum);
  const open = adviezen.filter(({ soortTeLaat }) => soortTeLaat === 'open');
  const klaar = adviezen.filter(({ soortTeLaat }) => soortTeLaat === 'beantwoord');
  if (adviezen.length === 0) return `Op ${dag} is geen enkel advies te laat.`;
  return [
    `Te late adviezen op ${dag}`,
    `Nog open: ${getal(open.length)}`,
    ...(open.length > 0 ? [tabelOpen(open, namen)] : []),
    `Te laat beantwoord: ${getal(klaar.length)}`,
    ...(klaar.length > 0 ? [tabelKlaar(klaar, namen)] : []),
  ].join('\n\n');
}

const gedeeld = [
  { kop: 'Dagen\nte laat', breedte: 7, rechts: true },
  { kop: 'Wijk', breedte: 24 },
  { kop: 'Onderwerp', breedte: 33 },
  { kop: 'Einde', breedte: 10 },
] as const;

function tabelOpen(adviezen: readonly AdviesTeLaat[], namen: Namen): string {
  const kolommen = [
    ...gedeeld,
    { kop: 'Laatste\nbericht', breedte: 10 },
    { kop: 'Aan zet', breedte: 16 },
  ];
  const rijen = adviezen.map((advies) => [
    ...begin(advies, namen),
    dagMaandJaar(advies.laatsteContactOp),
    aanZet(advies, namen),
  ]);
  return tabel(kolommen, rijen);
}

function tabelKlaar(adviezen: readonly AdviesTeLaat[], namen: Namen): string {
  const kolommen = [...gedeeld, { kop: 'Beantwoord', breedte: 10 }];
  const rijen = adviezen.map((advies) => [
    ...begin(advies, namen),
    dagMaandJaar(advies.beantwoordOp),
  ]);
  return tabel(kolommen, rijen);
}

function begin({ dagenTeLaat, wijken, onderwerp, einde }: AdviesTeLaat, namen: Namen): string[] {
  const [eerste, ...meer] = wijken.map((code) => wijknaam(code, namen));
  const wijk = meer.length > 0 ? `${eerste} +${meer.length}` : (eerste ?? 'hele stad');
  return [getal(dagenTeLaat), wijk, onderwerp.replaceAll(/\s+/g, ' '), dagMaandJaar(einde)];
}

// The wijk stands in the row already, so "Wijk MT" says enough.
function aanZet({ aanZet, wijken }: AdviesTeLaat, namen: Namen): string {
  const [rol, code] = aanZet.split(':');
  const eigen = code !== undefined && wijken.some((wijk) => code.endsWith(wijk));
  return rolnaam(eigen ? (rol ?? aanZet) : aanZet, namen);
}
