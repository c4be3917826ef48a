import type { Gemeente } from '@wijkspoor/domain';
import type { ZaakTeLaat } from '@wijkspoor/wire';
import type { Cel } from './csv-regel.ts';
import { csvMerk, csvRegel } from './csv-regel.ts';
import { berichtnaam, portefeuillenaam, rolnaam, soortnaam } from '@wijkspoor/wire';

type Kolom = readonly [kop: string, cel: (zaak: ZaakTeLaat, gemeente: Gemeente) => Cel];

const kolommen: readonly Kolom[] = [
  ['Zaak', ({ zaakId }) => zaakId],
  ['Soort', ({ soort }) => soortnaam(soort)],
  ['Wijken', ({ wijknamen }) => wijknamen.map(({ naam }) => naam).join(', ')],
  ['Onderwerp', ({ onderwerp }) => onderwerp],
  ['Kenmerken', ({ kenmerken }) => kenmerken.join(', ')],
  ['Ontvangen op', ({ ontvangenOp }) => ontvangenOp],
  ['Eerste einde', ({ eersteEinde }) => eersteEinde],
  ['Einde', ({ einde }) => einde],
  ['Afgesproken na verstrijken', ({ naVerstrijken }) => (naVerstrijken ? 'ja' : 'nee')],
  ['Te laat', ({ soortTeLaat }) => (soortTeLaat === 'open' ? 'nog open' : 'te laat beantwoord')],
  ['Dagen te laat', ({ dagenTeLaat }) => dagenTeLaat],
  ['Gestopt op', ({ gestoptOp }) => gestoptOp],
  ['Laatste bericht', ({ laatsteBericht: laatste }) => laatste && berichtnaam(laatste.vorm)],
  ['Laatste bericht op', ({ laatsteBericht: laatste }) => laatste && laatste.op],
  ['Aan zet', ({ aanZet }, gemeente) => aanZet && rolnaam(aanZet, gemeente)],
  ['Behandelaar', wieHeeftZe],
  ['Wethouder', ({ wethouder }, gemeente) => wethouder && portefeuillenaam(wethouder, gemeente)],
  [
    'Wijkwethouder',
    ({ wijkwethouders }, gemeente) =>
      wijkwethouders.map((code) => portefeuillenaam(code, gemeente)).join(', '),
  ],
  ['Link', ({ link }) => link],
];

// Empty is: nobody had it. Of a day before the case was recorded that cannot be said.
function wieHeeftZe({ behandelaar, laterVastgelegd }: ZaakTeLaat, gemeente: Gemeente): Cel {
  if (behandelaar === null) return laterVastgelegd ? 'niet bekend' : null;
  return rolnaam(behandelaar, gemeente);
}

/**
 * The late cases as CSV (RFC 4180): a header, lines that end in CRLF, quotes where they are needed.
 * Cells are divided by `;`, because an Excel of the Netherlands reads `,` as a decimal sign.
 */
export async function* alsCsv(
  gemeente: Gemeente,
  bladzijden: AsyncIterable<readonly ZaakTeLaat[]>,
): AsyncGenerator<string> {
  yield csvMerk + csvRegel(kolommen.map(([kop]) => kop));
  for await (const zaken of bladzijden)
    yield zaken.map((zaak) => csvRegel(kolommen.map(([, cel]) => cel(zaak, gemeente)))).join('');
}
