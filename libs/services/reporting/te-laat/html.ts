import { createHash } from 'node:crypto';
import { wijknaamOp } from '@wijkspoor/domain';
import type { ZaakTeLaat } from '@wijkspoor/wire';
import { portefeuillenaam, rolnaam, soortnaam, watVoorDag } from '@wijkspoor/wire';
import { dagInWoorden, getal, tekst } from './html-delen.ts';
import { opmaak } from './html-opmaak.ts';
import { kop, rij, staart } from './html-tabel.ts';
import type { Pagina } from './pagina.ts';

const vingerafdruk = createHash('sha256').update(opmaak).digest('base64');

/** The page may show itself in its own colours, and nothing else: no script, no other address. */
export const paginabeleid = [
  "default-src 'none'",
  `style-src 'sha256-${vingerafdruk}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The late cases as one page to read and to print: a table of those still open and one of those
 * answered late, in words of level B1, without scripts or anything from elsewhere (WCAG 2.2 AA).
 */
export async function* alsHtml(
  pagina: Pagina,
  bladzijden: AsyncIterable<readonly ZaakTeLaat[]>,
): AsyncGenerator<string> {
  yield begin(pagina);
  let deel: ZaakTeLaat['soortTeLaat'] | undefined;
  for await (const zaken of bladzijden) {
    for (const zaak of zaken) {
      if (deel !== zaak.soortTeLaat) yield (deel ? staart : '') + kop(zaak.soortTeLaat, pagina);
      deel = zaak.soortTeLaat;
      yield rij(zaak, pagina);
    }
  }
  yield `${deel ? staart : ''}</main>\n</body>\n</html>\n`;
}

function begin(pagina: Pagina): string {
  const titel = tekst(`Te late ${pagina.wat} op ${dagInWoorden(pagina.filter.peildatum)}`);
  const gemeente = tekst(pagina.gemeente.naam);
  return [
    '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${titel} - gemeente ${gemeente}</title>`,
    `<style>${opmaak}</style>\n</head>\n<body>\n<main>`,
    `<h1>${titel}</h1>`,
    `<p>Gemeente ${gemeente}. ${tekst(keuzes(pagina))}</p>`,
    `<p>${tekst(inHetKort(pagina))}</p>\n`,
  ].join('\n');
}

function keuzes({ gemeente, filter, wat }: Pagina): string {
  const { soort, wijk, wethouder, wijkwethouder, behandelaar, peildatum } = filter;
  const delen = [
    soort && `soort: ${soortnaam(soort)}`,
    wijk && `wijk: ${wijknaamOp(gemeente, wijk, peildatum)}`,
    wethouder && `wethouder: ${portefeuillenaam(wethouder, gemeente)}`,
    wijkwethouder && `wijkwethouder: ${portefeuillenaam(wijkwethouder, gemeente)}`,
    behandelaar && `behandelaar: ${rolnaam(behandelaar, gemeente)}`,
  ].filter(Boolean);
  return delen.length > 0 ? `Alleen ${wat} met ${delen.join(', ')}.` : `Alle ${wat}.`;
}

function inHetKort({ aantallen: { open, beantwoord }, wat, filter, vandaag }: Pagina): string {
  const telling =
    open + beantwoord === 0
      ? `Op deze dag zijn er geen ${wat} te laat.`
      : `Nog open: ${getal(open)}. Te laat beantwoord: ${getal(beantwoord)}.`;
  return [telling, watVoorDag(filter.peildatum, vandaag)].filter(Boolean).join(' ');
}
