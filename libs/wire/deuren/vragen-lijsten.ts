import { Type } from 'typebox';
import type { Codes } from './velden.ts';
import { datum, gesloten, rol, tekst } from './velden.ts';

/** The day of looking, in any question. */
export const peildatum = Type.Optional(
  datum('De dag waarop gekeken wordt. Zonder dit veld: vandaag.', '2026-04-20'),
);

/** What is said of a question with several filters. */
export const allesPast = 'Filters; alle samen moeten passen.';

/** Of which day, and which part of the list. */
export const bladzijde = {
  peildatum,
  limiet: Type.Integer({
    minimum: 1,
    maximum: 200,
    default: 50,
    description: 'Hoeveel zaken op een bladzijde.',
  }),
  na: Type.Optional(tekst(500, '`volgende` uit het vorige antwoord.', 'MjAyNi0wMy0wMg')),
};

const teLaat = ({ wijk, wethouder }: Codes) => ({
  wijk: Type.Optional(wijk),
  wethouder: Type.Optional({ ...wethouder, description: 'De verantwoordelijke portefeuille.' }),
  wijkwethouder: Type.Optional({
    ...wethouder,
    description: 'De portefeuille van de wijkwethouder van een van de wijken.',
  }),
  behandelaar: Type.Optional(rol('Wie de zaak op die dag had.')),
  ...bladzijde,
  vorm: Type.Optional(
    Type.Enum(['json', 'csv', 'html'], {
      description: 'De vorm van het antwoord; gaat boven `Accept`. CSV en HTML zijn de hele lijst.',
    }),
  ),
});

/** The questions about what is late: the adviezen, and the cases of any soort. */
export const teLaatVragen = (codes: Codes) => ({
  adviezenTeLaatVraag: gesloten(allesPast, {
    soort: Type.Optional(
      Type.Enum(['gevraagd-advies', 'ongevraagd-advies'], {
        description: 'Alleen gevraagde of ongevraagde adviezen.',
      }),
    ),
    ...teLaat(codes),
  }),
  zakenTeLaatVraag: gesloten(allesPast, { soort: Type.Optional(codes.soort), ...teLaat(codes) }),
});
