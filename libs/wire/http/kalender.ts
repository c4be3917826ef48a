import type { Static } from 'typebox';
import { Type } from 'typebox';
import { day, list, object, orNull, text } from './parts.ts';

const dag = object('Eén vrije dag.', {
  datum: day('De dag.', '2026-04-27'),
  naam: text('Hoe zij heet.', 'Koningsdag'),
  grond: text('Waarop zij rust.', 'Algemene termijnenwet, artikel 3, eerste lid'),
});

/** The calendar of terms: how far it reaches, and every day off with its source. */
export const kalenderOverzicht = object('De kalender waarmee termijnen worden berekend.', {
  naam: text('De naam.', 'Nederland'),
  bijgewerktOp: day('De dag waarop zij het laatst is bijgewerkt.', '2026-11-20'),
  dekking: object('Van welke dagen zij weet of ze vrij zijn. Daarbuiten geeft zij geen antwoord.', {
    van: day('De eerste.', '2017-01-01'),
    tot: day('De laatste.', '2028-12-31'),
  }),
  dagenOver: Type.Integer({ description: 'Hoeveel dagen zij nog kent na vandaag.' }),
  waarschuwing: orNull(
    text('Staat er vanaf een jaar voor het einde.', 'De kalender houdt op op 31 december 2028.'),
  ),
  reden: orNull(
    text(
      'Waarom het antwoord over het gevraagde jaar niet volledig is: buiten de dekking is niet ' +
        'bekend of een dag vrij is.',
      'De kalender kent de vrije dagen van 1 januari 2017 tot en met 31 december 2028: ' +
        'niet alle dagen van 2029.',
    ),
  ),
  vrijeDagen: list(dag, 'De wettelijke vrije dagen, buiten zaterdag en zondag.'),
  eigenDagen: list(dag, 'Eigen vrije dagen van de gemeente: alleen voor servicenormen.'),
});
export type KalenderOverzicht = Static<typeof kalenderOverzicht>;
