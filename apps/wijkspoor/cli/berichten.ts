import type { Gemeente } from '@wijkspoor/domain';
import type { BerichtenLijst } from '@wijkspoor/wire';
import { rolnaam } from '@wijkspoor/wire';
import { dagMaandJaar, getal, leesbaar, tabel } from './tabel.ts';

export type Bericht = BerichtenLijst['berichten'][number];

const standen: Record<Bericht['status'], string> = {
  opgesteld: 'wacht',
  bezorgd: 'bezorgd',
  'wordt-herhaald': 'wordt herhaald',
  'niet-bezorgd': 'opgegeven',
  'geen-adres': 'geen adres',
  'niet-ingesteld': 'geen weg',
};

const opgegevenStanden: readonly Bericht['status'][] = [
  'niet-bezorgd',
  'geen-adres',
  'niet-ingesteld',
];

const kolommen = [
  { kop: 'Van', breedte: 10 },
  { kop: 'Aan', breedte: 28 },
  { kop: 'Zaken', breedte: 5, rechts: true },
  { kop: 'Stand', breedte: 14 },
  { kop: 'Keer', breedte: 4, rechts: true },
  { kop: 'Waarom, en wanneer weer', breedte: 33 },
] as const;

/** The messages for a screen of a hundred columns, the last day first. */
export function toonBerichten(berichten: readonly Bericht[], gemeente: Gemeente, alle: boolean) {
  const wat = alle ? 'berichten' : 'berichten die niet zijn aangekomen';
  if (berichten.length === 0) return `Er zijn geen ${wat}.`;
  const rijen = berichten.map((bericht) => [
    dagMaandJaar(bericht.datum),
    rolnaam(bericht.ontvanger, gemeente),
    getal(bericht.regels),
    standen[bericht.status],
    getal(bericht.pogingen),
    waarom(bericht, gemeente),
  ]);
  const een = alle ? '1 bericht' : '1 bericht dat niet is aangekomen';
  const kop = berichten.length === 1 ? een : `${getal(berichten.length)} ${wat}`;
  return [kop, tabel(kolommen, rijen), ...wenk(berichten)].join('\n\n');
}

const wenkenMax = 5;

/** What a person can do about what goes no further by itself. */
function wenk(berichten: readonly Bericht[]): string[] {
  const opgegeven = berichten.filter(({ status }) => opgegevenStanden.includes(status));
  if (opgegeven.length === 0) return [];
  const opdracht = 'npx wijkspoor berichten opnieuw';
  const eerste = opgegeven.slice(0, wenkenMax).map(({ berichtId }) => `  ${opdracht} ${berichtId}`);
  const kop = 'Nog eens aanbieden, als de oorzaak weg is:';
  const alle = opgegeven.length > 1 ? [`  ${opdracht} --alles`] : [];
  return [[kop, ...eerste, ...alle].join('\n')];
}

function waarom({ reden, volgendePogingOp: weer }: Bericht, { tijdzone }: Gemeente): string {
  if (reden === null) return '-';
  const regels = leesbaar(reden).match(/\S.{0,32}(?!\S)|\S+/g) ?? [];
  return [...regels, ...(weer === null ? [] : [`weer: ${moment(weer, tijdzone)}`])].join('\n');
}

function moment(op: string, timeZone: string): string {
  const vorm = { dateStyle: 'short', timeStyle: 'short', timeZone } as const;
  return new Intl.DateTimeFormat('nl-NL', vorm).format(new Date(op)).replace(',', '');
}
