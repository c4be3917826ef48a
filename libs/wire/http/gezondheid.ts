import type { Static } from 'typebox';
import { Type } from 'typebox';
import { amount, list, object, text } from './parts.ts';

/** The process runs. */
export const leeft = object('Het proces draait.', {
  leeft: Type.Literal(true, { description: 'Altijd true.' }),
});
export type Leeft = Static<typeof leeft>;

const volger = object('Wie het logboek volgt.', {
  groep: text('De naam van de volger.', 'reporting'),
  positie: Type.Optional(
    amount('Tot waar hij gekomen is. Niet bij Kafka: daar loopt de ene zaak voor op de andere.'),
  ),
  achterstand: Type.Optional(
    amount('Hoeveel feiten hij nog voor zich heeft. Ontbreekt als dat nu niet te weten is.'),
  ),
});

const relais = object('Wie de feiten van het logboek op Kafka zet. Alleen bij Kafka.', {
  actief: Type.Boolean({ description: 'Of dit proces het nu doet; een van alle doet het.' }),
  positie: amount('Tot waar de feiten op Kafka staan.'),
  achterstand: amount('Hoeveel feiten er nog op Kafka moeten; 1.000 kan ook meer zijn.'),
});

const dienst = object('Een proces achter de voordeur.', {
  dienst: text('De naam van de dienst.', 'routing'),
  nummer: amount('Het hoeveelste proces van die dienst, vanaf 1.'),
  gereed: Type.Boolean({ description: 'Of het zijn werk kan doen.' }),
});

/** Whether the process can do its work, and how far its followers have come. */
export const gereed = object('Of het proces zijn werk kan doen.', {
  gereed: Type.Boolean({ description: 'Of de opslag bereikbaar is.' }),
  log: object('Het logboek.', { positie: amount('De plaats van het laatste feit.') }),
  volgers: list(volger, 'De volgers in dit proces; bij de voordeur die van alle diensten.'),
  relais: Type.Optional(relais),
  diensten: Type.Optional(list(dienst, 'Alleen bij de voordeur: de processen erachter.')),
});
export type Gereed = Static<typeof gereed>;
