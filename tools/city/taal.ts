import type { Stadswijk } from './stof.ts';
import type { Toeval } from './toeval.ts';
import { merkteken } from './verhaal.ts';

const tijden = [
  'sinds een paar weken',
  'al twee maanden',
  'sinds de zomer',
  'al meer dan een jaar',
  'sinds vorige week',
  'al sinds de winter',
  'nu al vier weken',
];

/** Fills the places of a text: where, since when, in which wijk. */
export function vul(tekst: string, wijk: Stadswijk, t: Toeval): string {
  const plek = t.kies(wijk.plekken);
  const gevuld = tekst
    .trim()
    .replaceAll('{plekKaal}', plek.replace(/^(aan|bij|in|op) /, ''))
    .replaceAll('{plek}', plek)
    .replaceAll('{Plek}', plek)
    .replaceAll('{wijk}', wijk.naam)
    .replaceAll('{sinds}', t.kies(tijden));
  return gevuld.replace(/(^|[.?!] )(\p{Ll})/gu, (_, voor: string, letter: string) => {
    return voor + letter.toUpperCase();
  });
}

/** The text with the mark on its last line that says that it was made up. */
export function gemerkt(tekst: string): string {
  return `${tekst.trimEnd()}\n\n${merkteken}`;
}

const aanhef = ['', '', '', 'Goedemiddag. ', 'Beste gemeente. ', 'Hallo. ', 'Goedemorgen. '];

const erbij = [
  'Ik woon hier al eenendertig jaar.',
  'De buren vinden het ook.',
  'Ik heb dit vorig jaar ook al eens gezegd.',
  'Ik werk overdag, dus bellen kan na vijf uur.',
  'Het liefst praat ik er even over.',
  'U bent de vierde bij wie ik dit vraag.',
  'Ik wil best meehelpen.',
  'Ik hoef geen gelijk, ik wil een oplossing.',
  'Mijn dochter helpt mij met dit bericht.',
  'Ik kwam toevallig langs de wijkhub.',
  'Ik weet niet of ik hier goed ben.',
  'Wij hadden het er gisteren nog over.',
  'Een kennis zei dat ik bij u moet zijn.',
];

const slot = [
  '',
  '',
  'Alvast bedankt.',
  'Ik hoor graag van u.',
  'Wat kan ik verwachten?',
  'Wilt u mij bellen?',
  'Wie kan mij helpen?',
  'Groet uit de wijk.',
];

const opgeschreven: Readonly<Record<string, string>> = {
  'telefoon-14010': '(aan de telefoon, opgeschreven door 14010) ',
  'wijkhub-balie': '(aan de balie opgeschreven) ',
  'mobiele-hub': '(bij de mobiele hub opgeschreven) ',
  marktkraam: '(aan de kraam opgeschreven) ',
};

/** What a resident says, in a voice of their own. */
export function eigenWoorden(kern: string, kanaal: string, t: Toeval): string {
  const voor = t.kans(0.4) ? (opgeschreven[kanaal] ?? '') : '';
  const extra = t.greep(erbij, Number(t.weeg({ 0: 5, 1: 4, 2: 1 })));
  const zin = [t.kies(aanhef) + kern, ...extra, t.kies(slot)].filter(Boolean).join(' ');
  const slordig = ['web', 'e-mail'].includes(kanaal) && t.kans(0.18);
  return gemerkt(voor + (slordig ? zin.toLowerCase().replace(/\.$/, '') : zin));
}
