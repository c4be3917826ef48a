import type { Datum } from '../termijn/datum.ts';
import { dagenTussen } from '../termijn/datum.ts';
import type { ZaakId } from '../zaak/zaak.events.ts';
import type { Berichtregel } from './bericht.ts';

/** A message as a person reads it: Dutch at level B1, with nothing in it that a resident wrote. */
export type Berichttekst = Readonly<{ onderwerp: string; tekst: string; html: string }>;

/** What a message tells, and where a case can be seen. */
export type TeVertellen = Readonly<{
  ontvanger: string;
  datum: Datum;
  regels: readonly Berichtregel[];
  link: (zaakId: ZaakId) => string;
}>;

type Groep = Readonly<{ kop: string; hoort: (regel: Berichtregel, datum: Datum) => boolean }>;

const isOver = ({ einde }: Berichtregel, datum: Datum) => einde !== undefined && einde < datum;

// What is late comes first: nobody has to look for it.
const groepen: readonly Groep[] = [
  {
    kop: 'De termijn is voorbij',
    hoort: (regel, datum) => regel.soort === 'herinnering' && isOver(regel, datum),
  },
  {
    kop: 'De termijn is bijna voorbij',
    hoort: (regel, datum) => regel.soort === 'herinnering' && !isOver(regel, datum),
  },
  { kop: 'Laat iets van u horen', hoort: ({ soort }) => soort !== 'herinnering' },
];

/** The words of a message: what is over its term first, then what soon will be, then the rest. */
export function berichttekst(bericht: TeVertellen): Berichttekst {
  const { datum, regels, ontvanger, link } = bericht;
  const delen = groepen.flatMap(({ kop, hoort }) => {
    const eigen = regels.filter((regel) => hoort(regel, datum)).toSorted(langstEerst);
    return eigen.length > 0 ? [{ kop, regels: eigen }] : [];
  });
  const zin = (regel: Berichtregel) => watErIs(regel, datum);
  const tekst = delen.map(({ kop, regels: eigen }) =>
    [kop, ...eigen.map((regel) => `- ${zin(regel)}\n  ${link(regel.zaakId)}`)].join('\n'),
  );
  const html = delen.map(
    ({ kop, regels: eigen }) =>
      `<h2>${kop}</h2>\n<ul>\n${eigen
        .map((regel) => `<li><a href="${veilig(link(regel.zaakId))}">${zin(regel)}</a></li>`)
        .join('\n')}\n</ul>`,
  );
  const aanhef = `Beste ${ontvanger},`;
  const uitleg = `Dit vraagt op ${nederlands(datum)} uw aandacht.`;
  return {
    onderwerp: onderwerpVan(regels, datum),
    tekst: [aanhef, uitleg, ...tekst, slot].join('\n\n') + '\n',
    html: pagina([`<p>${veilig(aanhef)}</p>`, `<p>${uitleg}</p>`, ...html, `<p>${slot}</p>`]),
  };
}

const slot = 'U krijgt dit bericht hoogstens één keer per dag. Het komt vanzelf van Wijkspoor.';

const kop = '<!doctype html>\n<html lang="nl">\n<head><meta charset="utf-8">';

const pagina = (delen: readonly string[]) =>
  `${kop}<title>Wijkspoor</title></head>\n<body>\n${delen.join('\n')}\n</body>\n</html>\n`;

function onderwerpVan(regels: readonly Berichtregel[], datum: Datum): string {
  const over = new Set(regels.filter((regel) => isOver(regel, datum)).map(({ zaakId }) => zaakId));
  const totaal = new Set(regels.map(({ zaakId }) => zaakId)).size;
  const zaken = totaal === 1 ? '1 zaak vraagt' : `${totaal} zaken vragen`;
  return `${zaken} uw aandacht${over.size > 0 ? `, ${over.size} te laat` : ''}`;
}

function langstEerst(a: Berichtregel, b: Berichtregel): number {
  const [eerste = '', tweede = ''] = [a.sinds ?? a.einde, b.sinds ?? b.einde];
  return eerste < tweede ? -1 : eerste > tweede ? 1 : 0;
}

function watErIs({ soort, einde, sinds, zaakId }: Berichtregel, datum: Datum): string {
  const zaak = `zaak ${zaakId.slice('zaak-'.length, 'zaak-'.length + 8)}`;
  const laatst = nederlands(sinds ?? datum);
  if (soort === 'stilte') return `${zaak}: wie de vraag stelde, hoorde niets meer sinds ${laatst}`;
  if (soort === 'tussenbericht')
    return `${zaak}: stuur een tussenbericht; er was geen contact sinds ${laatst}`;
  return `${zaak}: ${tenOpzichteVan(einde ?? datum, datum)}`;
}

function tenOpzichteVan(einde: Datum, datum: Datum): string {
  const dagen = dagenTussen(datum, einde);
  const dag = nederlands(einde);
  if (dagen === 0) return `vandaag (${dag}) is de laatste dag`;
  const aantal = Math.abs(dagen) === 1 ? '1 dag' : `${Math.abs(dagen)} dagen`;
  return dagen > 0 ? `nog ${aantal}, tot en met ${dag}` : `${aantal} te laat; het einde was ${dag}`;
}

const maanden =
  'januari februari maart april mei juni juli augustus september oktober november december'.split(
    ' ',
  );

const nederlands = (datum: Datum) =>
  `${Number(datum.slice(8))} ${maanden[Number(datum.slice(5, 7)) - 1] ?? ''} ${datum.slice(0, 4)}`;

const veilig = (tekst: string) =>
  tekst.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
