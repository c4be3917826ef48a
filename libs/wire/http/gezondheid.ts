import type { Static } from 'typebox';
import { Type } from 'typebox';
import { amount, list, object, text } from './parts.ts';

/** The process runs. */
export const leeft = object('Het proces draait.', {
  leeft: Type.Literal(true, { description: 'Altijd true.' }),
});
export type Leeft = Static<typeof leeft>;

/** Whether the process can do its work, and how far its followers have come. */
export const gereed = object('Of het proces zijn werk kan doen.', {
  gereed: Type.Boolean({ description: 'Of de opslag bereikbaar is.' }),
  log: object('Het logboek.', { positie: amount('De plaats van het laatste feit.') }),
  volgers: list(
    object('Wie het logboek volgt.', {
      groep: text('De naam van de volger.', 'reporting'),
      positie: amount('Tot waar hij gekomen is.'),
      achterstand: amount('Hoeveel feiten hij nog voor zich heeft.'),
    }),
    'De volgers in dit proces.',
  ),
});
export type Gereed = Static<typeof gereed>;
