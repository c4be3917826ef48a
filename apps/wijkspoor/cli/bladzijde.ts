import { leesbaar } from './tabel.ts';

/** How wide a printed sheet is: it fits on paper and on a screen. */
export const breedte = 88;

/** Words in lines of at most `breedte` columns; what follows the first line stands under it. */
export function alinea(tekst: string, inspring = '', eerste = inspring): string {
  const ruimte = breedte - inspring.length;
  const regels: string[] = [];
  let regel = '';
  for (const woord of leesbaar(tekst).split(/\s+/).filter(Boolean)) {
    if (regel && regel.length + 1 + woord.length > ruimte) {
      regels.push(regel);
      regel = woord;
    } else regel = regel ? `${regel} ${woord}` : woord;
  }
  return [...regels, regel]
    .map((inhoud, i) => `${i === 0 ? eerste : inspring}${inhoud}`)
    .join('\n');
}

const labelbreedte = 14;

/** A label with its text beside it. */
export function regel(label: string, tekst: string): string {
  return alinea(tekst, ' '.repeat(labelbreedte), label.padEnd(labelbreedte));
}

/** A part of a sheet: a heading and what stands under it. */
export function deel(kop: string, regels: readonly string[]): string {
  return [kop, '-'.repeat(kop.length), ...regels].join('\n');
}

/** A numbered item of a list. */
export function punt(nummer: number, tekst: string): string {
  return alinea(tekst, '    ', `${nummer}.`.padEnd(4));
}
