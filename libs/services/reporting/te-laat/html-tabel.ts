import type { ZaakTeLaat } from '@wijkspoor/wire';
import { berichtnaam, portefeuillenaam, rolnaam, soortnaam } from '@wijkspoor/wire';
import { dag, getal, klein, tekst } from './html-delen.ts';
import type { Pagina } from './pagina.ts';

type Deel = ZaakTeLaat['soortTeLaat'];
type Kolom = Readonly<{
  kop: string;
  klas?: string;
  alleen?: Deel;
  cel: (zaak: ZaakTeLaat, pagina: Pagina) => string;
}>;

const kolommen: readonly Kolom[] = [
  { kop: 'Zaak', cel: watHetIs },
  {
    kop: 'Wijk',
    cel: ({ wijknamen }) => tekst(wijknamen.map(({ naam }) => naam).join(', ') || 'Hele stad'),
  },
  { kop: 'Dagen te laat', klas: 'getal', cel: ({ dagenTeLaat }) => getal(dagenTeLaat) },
  { kop: 'Einde', cel: eindeMetAfspraak },
  { kop: 'Beantwoord', alleen: 'beantwoord', cel: ({ gestoptOp }) => dag(gestoptOp) },
  { kop: 'Laatste bericht', cel: laatsteBericht },
  { kop: 'Aan zet', alleen: 'open', cel: wieAanZet },
  { kop: 'Wethouder', cel: wethouders },
];

const namen: Readonly<Record<Deel, readonly [titel: string, uitleg: string]>> = {
  open: [
    'Nog open',
    'Deze zaken wachten nog op antwoord. Wat het langst te laat is, staat bovenaan.',
  ],
  beantwoord: [
    'Te laat beantwoord',
    'Deze zaken zijn na het einde van de termijn beantwoord of afgedaan.',
  ],
};

/** The beginning of the table of one part, up to its first row. */
export function kop(deel: Deel, { aantallen }: Pagina): string {
  const [titel, uitleg] = namen[deel];
  const koppen = zichtbaar(deel).map(
    ({ kop: naam, klas }) => `<th scope="col"${klasse(klas)}>${tekst(naam)}</th>`,
  );
  return [
    '<section>',
    `<h2 id="${deel}">${titel}: ${getal(aantallen[deel])}</h2>`,
    `<div class="breed" role="region" aria-labelledby="${deel}" tabindex="0">`,
    `<table>\n<caption>${uitleg}</caption>`,
    `<thead><tr>${koppen.join('')}</tr></thead>\n<tbody>\n`,
  ].join('\n');
}

/** The end of such a table. */
export const staart = '</tbody>\n</table>\n</div>\n</section>\n';

/** One case: what it is about heads its row. */
export function rij(zaak: ZaakTeLaat, pagina: Pagina): string {
  const [eerste, ...cellen] = zichtbaar(zaak.soortTeLaat).map(({ kop: naam, klas, cel }, n) =>
    n === 0
      ? `<th scope="row">${cel(zaak, pagina)}</th>`
      : `<td data-kop="${tekst(naam)}"${klasse(klas)}>${cel(zaak, pagina)}</td>`,
  );
  return `<tr>${eerste}${cellen.join('')}</tr>\n`;
}

function zichtbaar(deel: Deel): readonly Kolom[] {
  return kolommen.filter(({ alleen }) => alleen === undefined || alleen === deel);
}

const klasse = (klas: string | undefined) => (klas ? ` class="${klas}"` : '');

// By its number a case is found, also from paper. A link would lead to data, not to a page.
function watHetIs({ onderwerp, zaakId, soort, kenmerken }: ZaakTeLaat): string {
  const erbij = [soortnaam(soort), ...kenmerken].map(tekst).join(' · ');
  return `<bdi>${tekst(onderwerp)}</bdi>${klein(erbij)}${klein(tekst(zaakId))}`;
}

// The date that held before stays visible; whether the new one came in time is a fact of its own.
function eindeMetAfspraak({ einde, eersteEinde, naVerstrijken }: ZaakTeLaat): string {
  if (einde === eersteEinde) return dag(einde);
  const wanneer = naVerstrijken ? ', afgesproken na het einde' : '';
  return `${dag(einde)}${klein(`eerst ${dag(eersteEinde)}${wanneer}`)}`;
}

function laatsteBericht({ laatsteBericht: laatste }: ZaakTeLaat): string {
  return laatste ? `${dag(laatste.op)}${klein(tekst(berichtnaam(laatste.vorm)))}` : 'Nog geen';
}

// Whose turn it is, is known also when nobody has the case; then that is what to do first.
// Of a day before the case was recorded it is not known, and then that is what is said.
function wieAanZet({ aanZet, ...zaak }: ZaakTeLaat, { gemeente }: Pagina): string {
  const geenToewijzing = zaak.laterVastgelegd ? 'behandelaar niet bekend' : 'nog niet toegewezen';
  const erbij = zaak.behandelaar === null ? geenToewijzing : '';
  return `${tekst(rolnaam(aanZet, gemeente))}${klein(erbij)}`;
}

function wethouders({ wethouder, wijkwethouders }: ZaakTeLaat, { gemeente }: Pagina): string {
  const naam = (code: string) => portefeuillenaam(code, gemeente);
  const anderen = wijkwethouders.filter((code) => code !== wethouder).map(naam);
  const wijk = anderen.length > 0 ? `wijkwethouder: ${anderen.join(', ')}` : '';
  return `${tekst(wethouder ? naam(wethouder) : '-')}${klein(tekst(wijk))}`;
}
