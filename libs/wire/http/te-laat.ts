import type { Static } from 'typebox';
import { Type } from 'typebox';
import { amount, day, list, object, orNull, peildatum, rol, text, wijk } from './parts.ts';
import { zaakSamenvatting } from './zaak.ts';

const portefeuille = text('Code van de portefeuille.', 'wonen');

const bericht = object('Het laatste wat de gemeente liet horen.', {
  vorm: orNull(
    Type.Enum(['tussenbericht', 'mondeling', 'antwoord'], {
      description: 'Hoe; null als dat niet bekend is.',
    }),
  ),
  op: day('De dag.', '2026-04-20'),
});

/** A late case as a row of a list: all that is needed to do something about it. */
export const zaakTeLaat = Type.Object(
  {
    ...zaakSamenvatting.properties,
    soortTeLaat: Type.Enum(['open', 'beantwoord'], {
      description: 'Nog open, of na het einde beantwoord of afgedaan.',
    }),
    gestoptOp: orNull(day('De dag waarop de klok stopte.', '2026-04-20')),
    naVerstrijken: Type.Boolean({
      description: 'Of het einde dat geldt pas is afgesproken toen het vorige al voorbij was.',
    }),
    laatsteBericht: orNull(bericht),
    aanZet: orNull(rol),
    laterVastgelegd: Type.Boolean({
      description:
        'Of de zaak pas na de peildatum is vastgelegd. Staat er geen behandelaar, dan is niet ' +
        'bekend wie de zaak toen had.',
    }),
    wijknamen: list(
      object('Een wijk met de naam van toen.', {
        code: wijk,
        naam: text('De naam op de peildatum.', 'Molenbuurt'),
      }),
      'De wijken, met de naam die zij op de peildatum hadden.',
    ),
    wijkwethouders: list(portefeuille, 'De wijkwethouders van die wijken.'),
    link: text('Waar de zaak te vinden is.', '/v1/zaken/zaak-4c2f6f0e-7a51-5b0e-9d7c-2f1f4f6f8a10'),
  },
  { description: 'Een zaak die te laat is of was.' },
);
export type ZaakTeLaat = Static<typeof zaakTeLaat>;

const kop = {
  peildatum,
  aantallen: object('Hoeveel er zijn, op alle bladzijden samen.', {
    open: amount('Nog open.'),
    beantwoord: amount('Te laat beantwoord of afgedaan.'),
  }),
};

const volgende = Type.Optional(
  text('Geef deze waarde als `na` voor de volgende bladzijde.', 'WyIyMDI2LTA0'),
);

const volgorde = 'De open zaken eerst; binnen elke groep de meeste dagen te laat bovenaan.';

/** A page of the adviezen that are late. */
export const adviezenTeLaat = object('De adviezen die te laat zijn of waren.', {
  ...kop,
  adviezen: list(zaakTeLaat, volgorde),
  volgende,
});
export type AdviezenTeLaat = Static<typeof adviezenTeLaat>;

/** A page of all cases that are late. */
export const zakenTeLaat = object('De zaken die te laat zijn of waren.', {
  ...kop,
  zaken: list(zaakTeLaat, volgorde),
  volgende,
});
export type ZakenTeLaat = Static<typeof zakenTeLaat>;
