import Table from 'cli-table3';

/** A column of a table of a hundred wide; one that stretches takes what a screen has over. */
export type Kolom = Readonly<{ kop: string; breedte: number; rechts?: true; rekt?: true }>;

const gewoon = 100;

/** How wide a table may be: as the screen is, within reason, and a hundred where there is none. */
function schermbreedte(): number {
  const { isTTY, columns } = process.stdout;
  return isTTY ? Math.min(Math.max(columns, 80), 160) : gewoon;
}

function passend(kolommen: readonly Kolom[], breedte: number): readonly Kolom[] {
  const meer = Math.floor((breedte - gewoon) / kolommen.filter(({ rekt }) => rekt).length);
  return kolommen.map((kolom) =>
    kolom.rekt ? { ...kolom, breedte: Math.max(kolom.breedte + meer, 10) } : kolom,
  );
}

const vet = (tekst: string) => `\u001B[1m${tekst}\u001B[22m`;

/**
 * What people wrote, without the signs that tell a terminal what to do or in what direction to
 * read: those are not for reading.
 */
export function leesbaar(tekst: string): string {
  return tekst.replaceAll(/(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu, ' ');
}

/** A text on one line. */
export const plat = (tekst: string) => tekst.replaceAll(/\s+/g, ' ');

/** Whether the screen shows colours. Node itself looks at NO_COLOR. */
function inKleur(): boolean {
  return process.stdout.isTTY && process.stdout.hasColors();
}

/**
 * A table without a frame: numbers to the right, what does not fit ends in `…`. The columns stand
 * one space apart, so the width of the table is the sum of the widths plus their number.
 */
export function tabel(
  kolommen: readonly Kolom[],
  rijen: readonly (readonly (string | number)[])[],
  kleur: boolean = inKleur(),
  breedte: number = schermbreedte(),
): string {
  const kop = (tekst: string) => (kleur ? vet(tekst) : tekst);
  const table = new Table({
    head: kolommen.map((kolom) => kop(kolom.kop)),
    colAligns: kolommen.map(({ rechts }) => (rechts ? 'right' : 'left')),
    colWidths: passend(kolommen, breedte).map((kolom) => kolom.breedte + 1),
    chars: geenRand,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 1 },
  });
  table.push(...rijen.map((rij) => rij.map((cel) => leesbaar(String(cel)))));
  return table
    .toString()
    .split('\n')
    .map((regel) => regel.trimEnd())
    .join('\n');
}

const geen = ['top', 'bottom', 'left', 'right', 'middle', 'mid'] as const;
const hoeken = ['left', 'right', 'mid'] as const;

const geenRand: Record<string, string> = Object.fromEntries([
  ...geen.map((kant) => [kant, '']),
  ...(['top', 'bottom', 'left', 'right', 'mid'] as const).flatMap((kant) =>
    hoeken.map((hoek) => [`${kant}-${hoek}`, '']),
  ),
]) as Record<string, string>;

/** A day as people here write it: `13-04-2026`; a dash when there is none. */
export function dagMaandJaar(datum: string | null): string {
  return datum === null ? '-' : datum.split('-').reverse().join('-');
}

const lang = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'UTC' });

/** A day in words: `13 april 2026`. */
export function dagInWoorden(datum: string): string {
  return lang.format(new Date(`${datum}T00:00:00Z`));
}

const getallen = new Intl.NumberFormat('nl-NL');

/** A number with points between the thousands. */
export function getal(n: number): string {
  return getallen.format(n);
}
