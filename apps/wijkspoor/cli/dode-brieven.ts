import type { Letter, ParkedStream } from '@wijkspoor/platform';
import { getal, tabel } from './tabel.ts';

/** How a letter is named on the command line: who could not handle it, and its place in the log. */
export const briefnaam = ({ group, event }: Letter) => `${group}/${event.position}`;

const kolommen = [
  { kop: 'Brief', breedte: 26 },
  { kop: 'Stroom, en de reden', breedte: 45 },
  { kop: 'Erachter', breedte: 8, rechts: true },
  { kop: 'Sinds', breedte: 16 },
] as const;

/** The streams that are parked, for a screen of a hundred columns, and what can be done. */
export function toonLijst(stromen: readonly ParkedStream[]): string {
  const [eerste] = stromen;
  if (!eerste) return 'Er zijn geen dode brieven: alles is verwerkt.';
  const een = stromen.length === 1;
  const titel = een ? 'Eén stroom staat stil.' : `${getal(stromen.length)} stromen staan stil.`;
  const rijen = stromen.map(({ first, behind }) => [
    briefnaam(first),
    `${first.event.stream}\n${first.asked ? '(opnieuw gevraagd) ' : ''}${korteReden(first)}`,
    getal(behind),
    moment(first.since),
  ]);
  const naam = briefnaam(eerste.first);
  const verder = [
    `Bekijk een brief:   npx wijkspoor dode-brieven toon ${naam}`,
    `Probeer opnieuw:    npx wijkspoor dode-brieven opnieuw ${naam}`,
    `Laat los:           npx wijkspoor dode-brieven laat-los ${naam} --reden … --door …`,
  ];
  return [titel, tabel(kolommen, rijen), verder.join('\n')].join('\n\n');
}

const losgelatenKolommen = [
  { kop: 'Brief', breedte: 26 },
  { kop: 'Wanneer', breedte: 16 },
  { kop: 'Door, en waarom', breedte: 53 },
] as const;

/** What was let go of, and by whom. */
export function toonLosgelaten(brieven: readonly Letter[]): string {
  if (brieven.length === 0) return 'Er is nog nooit een brief losgelaten.';
  const rijen = brieven.flatMap((brief) => {
    const { by, at, reason } = brief.released ?? {};
    return at ? [[briefnaam(brief), moment(at), `${by}\n${leesbaar(reason ?? '')}`]] : [];
  });
  return tabel(losgelatenKolommen, rijen);
}

/** One letter with all that is known of it. */
export function toonBrief(brief: Letter, erachter: number): string {
  const { event, group, since, at, attempts } = brief;
  const velden: readonly (readonly [string, string])[] = [
    ['groep', group],
    ['stroom', `${event.stream} (revisie ${event.revision})`],
    ['feit', `${event.type}, id ${event.id}`],
    ['opgeslagen', `${moment(event.recordedAt)} op plaats ${getal(event.position)}`],
    ['sinds', moment(since)],
    ['pogingen', attempts === 0 ? 'geen' : `${getal(attempts)}, de laatste op ${moment(at)}`],
    ['erachter', getal(erachter)],
    ['staat', staatVan(brief)],
  ];
  return [
    `Brief ${briefnaam(brief)}`,
    ...velden.map(([naam, waarde]) => `  ${naam.padEnd(12)}${waarde}`),
    `  reden\n${ingesprongen(brief.error)}`,
    `  gegevens\n${ingesprongen(netjes(event.body))}`,
    `  wie en waarom\n${ingesprongen(netjes(event.meta))}`,
  ].join('\n');
}

function staatVan({ asked, attempts, released }: Letter): string {
  if (released)
    return `losgelaten op ${moment(released.at)} door ${released.by}: ${leesbaar(released.reason)}`;
  if (asked) return 'opnieuw gevraagd; de dienst probeert het zodra die kan';
  return attempts === 0 ? 'wacht op een eerdere brief van deze stroom' : 'wacht op een mens';
}

/** The first line of what the handler said. */
export function korteReden({ error, attempts }: Letter): string {
  if (attempts === 0) return 'nog niet geprobeerd: stond achter een andere brief';
  return leesbaar((error.split('\n')[0] ?? '').replace(/^(Uncaught )?Error: /, ''));
}

function netjes(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), undefined, 2);
  } catch {
    return json; // What is no JSON is shown as it is: that may be what is wrong with it.
  }
}

const ingesprongen = (tekst: string) => leesbaar(tekst).replaceAll(/^/gm, '    ');

// What somebody once wrote may hold what moves the cursor or turns the line around.
function leesbaar(tekst: string): string {
  return tekst.replaceAll(/[^\P{C}\n\u200c\u200d]/gu, (teken) => {
    return `\\u{${teken.codePointAt(0)?.toString(16)}}`;
  });
}

const tijd = new Intl.DateTimeFormat('nl-NL', {
  ...{ day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' },
});

/** By the clock of whoever looks: `20-11-2026 09:00`. */
const moment = (instant: string) => tijd.format(new Date(instant)).replace(',', '');

/** A parked stream for programs. */
export function stroomAlsJson({ first, behind }: ParkedStream): object {
  const { group, event, error, attempts, since, at, asked } = first;
  return {
    ...{ groep: group, stroom: event.stream, brief: briefnaam(first), feit: event.type },
    ...{ erachter: behind, sinds: since, laatst: at, pogingen: attempts },
    ...{ reden: error, opnieuwGevraagd: asked },
  };
}

/** A letter for programs, with its event as the log has it. */
export function briefAlsJson(brief: Letter, erachter: number): object {
  const { event, released } = brief;
  return {
    ...stroomAlsJson({ first: brief, behind: erachter }),
    gebeurtenis: event,
    ...(released && {
      losgelaten: { door: released.by, reden: released.reason, op: released.at },
    }),
  };
}
