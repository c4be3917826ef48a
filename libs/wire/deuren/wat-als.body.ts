import { Type } from 'typebox';
import { datum, gesloten } from './velden.ts';

const vrij = (description: string) => Type.Record(Type.String(), Type.Unknown(), { description });

/** A proposal. What is in it is checked as the files of a municipality are at the start. */
export const wijzigingsvoorstel = gesloten(
  'Een voorstel: ander beleid, een andere kalender of andere eigen vrije dagen. Wat ontbreekt, ' +
    'blijft zoals het is.',
  {
    termijnbeleid: Type.Optional(
      Type.Array(vrij('Eén regel uit `termijnen.yaml`, met dezelfde velden.'), {
        description: 'Alle regels van het beleid, in plaats van die van nu.',
      }),
    ),
    kalender: Type.Optional(vrij('De hele wettelijke kalender, in de vorm van `nederland.yaml`.')),
    eigenDagen: Type.Optional(
      Type.Array(vrij('Eén dag uit `vrije-dagen.yaml`, met dezelfde velden.'), {
        description: 'Alle eigen vrije dagen van de gemeente, in plaats van die van nu.',
      }),
    ),
    vanaf: Type.Optional(
      datum('Alleen zaken die vanaf deze dag zijn ontvangen verschuiven.', '2026-01-01'),
    ),
  },
);
