import { STARTFEITEN } from '@wijkspoor/domain';
import type { Static } from 'typebox';
import { Type } from 'typebox';
import {
  amount,
  day,
  list,
  moment,
  object,
  oordeel,
  orNull,
  soort,
  text,
  zaakId,
} from './parts.ts';
import { afspraak } from './zaak.ts';

const lengte = Type.Union(
  [
    Type.Object({ dagen: Type.Integer({ minimum: 1, description: 'Kalenderdagen.' }) }),
    Type.Object({ weken: Type.Integer({ minimum: 1, description: 'Weken van zeven dagen.' }) }),
    Type.Enum(['zoals-afgesproken', 'geen']),
  ],
  { description: 'Hoe lang de termijn is.' },
);

const regel = Type.Enum(['geen', 'atw', 'werkdag'], {
  description: 'Wat er gebeurt als het einde op een vrije dag valt.',
});

const aard = Type.Enum(['wettelijk', 'servicenorm'], {
  description: 'Een termijn uit een regeling, of een belofte van de gemeente zelf.',
});

const basis = object('Waar de termijn op rust.', {
  tekst: text('De grond.', 'Verordening op de wijkraden'),
  verwijzing: text('Waar het staat.', '002:78'),
  zekerheid: Type.Enum(['A', 'B', 'open'], {
    description: 'A: officiële tekst; B: één andere bron; open: niet nagegaan of eigen keuze.',
  }),
});

const startfeit = Type.Enum([...STARTFEITEN], { description: 'Welk feit de termijn begint.' });

const stap = object('Eén regel die is toegepast, of één dag die is overgeslagen.', {
  soort: Type.Optional(
    text('Wat er gebeurde: start, lengte, let-op, overgeslagen, verschoven …', 'overgeslagen'),
  ),
  datum: Type.Optional(day('De dag waar het over gaat.', '2026-04-18')),
  tekst: text('De stap in een zin.', 'De termijn kan niet eindigen op zaterdag 18 april 2026.'),
  bron: Type.Optional(text('Waarop de stap rust.', 'Algemene termijnenwet, artikel 1')),
  naam: Type.Optional(text('De naam van een vrije dag.', 'zaterdag')),
});

const kalender = object('De kalender die is gebruikt.', {
  naam: text('De naam.', 'Nederland'),
  bijgewerktOp: day('De dag waarop zij het laatst is bijgewerkt.', '2026-11-20'),
  dekking: object('Van welke dagen zij weet of ze vrij zijn.', {
    van: day('De eerste.', '2017-01-01'),
    tot: day('De laatste.', '2028-12-31'),
  }),
});

const bewijs = object('Hoe de datum is berekend, zodat ieder het kan narekenen.', {
  startdatum: orNull(day('De dag die de termijn begon; null als die niet bekend is.')),
  regel: object('De regel die toen gold.', {
    aard: Type.Optional(aard),
    ...{ basis, start: startfeit, lengte, regel },
  }),
  stappen: list(text('Eén stap.', 'De startdag telt niet mee.'), 'De stappen, in zinnen.'),
  berekening: list(stap, 'Dezelfde stappen, met hun dag en hun bron.'),
  kalender: orNull(kalender),
});

const gebeurtenis = object('Het feit waar dit uit blijkt.', {
  gebeurtenis: text('Wat er gebeurde.', 'AdviesOntvangen'),
  gebeurtenisId: text('Het nummer van het feit.', '0f8b6a52-…'),
  revisie: amount('De plaats in de geschiedenis van de zaak, vanaf 0.'),
  positie: amount('De plaats in het logboek.'),
  vastgelegdOp: moment('Wanneer het is vastgelegd.'),
  door: text('Wie het vastlegde.', 'wijk-mt:molenbuurt'),
});

const revisie = object('Eén datum die heeft gegolden.', {
  revisie: Type.Integer({ minimum: 1, description: 'De hoeveelste datum dit is.' }),
  einde: day('De datum.', '2026-04-13'),
  bewijs: orNull(bewijs),
  afspraak: orNull(afspraak),
  overschredenOp: orNull(day('De dag waarop is vastgesteld dat hij voorbij was.')),
  feit: gebeurtenis,
});

/** The proof sheet: the term of a case, as it stood on a day, such that anyone can recompute it. */
export const zaakTermijn = object('De termijn van een zaak, met het bewijs.', {
  zaakId,
  soort,
  onderwerp: text('Het onderwerp in één regel.', 'Lekkage in het portiek'),
  peildatum: day('De dag waarop gekeken wordt. Wat daarna gebeurde, telt niet mee.'),
  einde: orNull(day('De datum die op de peildatum gold.', '2026-04-13')),
  reden: orNull(text('Waarom er geen datum is.', 'Het beleid stelt geen termijn.')),
  nietBepaald: Type.Boolean({
    description: 'Of er wel een termijn is, maar geen einde bepaald kan worden.',
  }),
  oordeel,
  dagenTeLaat: amount('Dagen na het einde; 0 als de zaak niet te laat is.'),
  dagenOver: orNull(
    amount('Dagen tot en met het einde; null als de klok niet loopt of het einde voorbij is.'),
  ),
  gestoptOp: orNull(day('De dag waarop de klok stopte.', '2026-04-07')),
  gestoptDoor: orNull(gebeurtenis),
  eerste: orNull(
    object('Hetzelfde, gemeten aan de eerste datum.', {
      einde: day('De datum voor elke andere afspraak.', '2026-04-13'),
      oordeel,
      dagenTeLaat: amount('Dagen na de eerste datum.'),
    }),
  ),
  afgesprokenNaVerstrijken: Type.Boolean({
    description: 'Of er een andere datum is afgesproken toen de vorige al voorbij was.',
  }),
  begin: orNull(
    object('Het feit dat de termijn begon.', {
      feit: Type.Enum([...STARTFEITEN, 'heropening'], { description: 'Welk feit.' }),
      op: orNull(day('De dag van dat feit.')),
      ...gebeurtenis.properties,
    }),
  ),
  bewijs: orNull(bewijs),
  revisies: list(revisie, 'Elke datum die heeft gegolden, de eerste eerst.'),
});
export type ZaakTermijn = Static<typeof zaakTermijn>;
export type ZaakTermijnrevisie = Static<typeof revisie>;
export type ZaakTermijnbewijs = Static<typeof bewijs>;

/** A term without a case. */
export const termijnBerekening = object('Een termijn, berekend zonder zaak.', {
  soort,
  vanaf: day('De startdag.'),
  peildatum: day('De dag waarop gekeken wordt.'),
  regel: orNull(regel),
  einde: orNull(day('De laatste dag; null als die niet te berekenen is.', '2026-04-13')),
  reden: orNull(text('Waarom er geen laatste dag is.', 'De kalender gaat niet zo ver.')),
  oordeel,
  dagenTeLaat: amount('Dagen na het einde.'),
  dagenOver: orNull(amount('Dagen tot en met het einde; null als dat voorbij is.')),
  beleid: orNull(
    object('Het beleid van de startdag.', {
      ...{ aard, basis, start: startfeit, lengte, regel },
      geldigVan: day('Vanaf wanneer het geldt.', '2022-03-16'),
      geldigTot: orNull(day('Tot en met wanneer het geldt.', '2024-03-11')),
    }),
  ),
  stappen: list(stap, 'Elke regel die is toegepast en elke dag die is overgeslagen.'),
  kalender,
});
export type TermijnBerekening = Static<typeof termijnBerekening>;
