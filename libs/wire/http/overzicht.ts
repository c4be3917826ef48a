import type { Static } from 'typebox';
import { amount, list, object, peildatum, soort, text, wijk } from './parts.ts';

const aantallen = object('Aantallen zaken. "Te laat" en "open" zijn twee feiten: tel ze niet op.', {
  totaal: amount('Alle zaken.'),
  nieuw: amount('Nog zonder behandelaar.'),
  inBehandeling: amount('Bij een behandelaar, nog zonder antwoord.'),
  beantwoord: amount('Beantwoord, nog niet gesloten.'),
  gesloten: amount('Gesloten.'),
  loopt: amount('De termijn loopt nog.'),
  openTeLaat: amount('Nog open, en het einde is voorbij.'),
  opTijd: amount('Op tijd beantwoord, gemeten aan de datum die gold.'),
  opTijdDoorAfspraak: amount(
    'Daarvan: op tijd door een afspraak. De klok stopte na het eerste einde, maar niet na de ' +
      'datum die was afgesproken. Deze zaken tellen ook bij `opTijd`.',
  ),
  teLaatBeantwoord: amount('Beantwoord na het einde.'),
  geenTermijn: amount('Zonder termijn.'),
  geenEindeBepaald: amount('Met een termijn waarvan geen einde bepaald kan worden.'),
});
export type Aantallen = Static<typeof aantallen>;

const naam = (example: string) => text('De naam.', example);
const gebied = text('Code van het gebied.', 'binnenstad');

/** All that goes on in one wijk, in numbers. */
export const wijkOverzicht = object('Het overzicht van één wijk.', {
  wijk,
  naam: naam('Molenbuurt'),
  gebied,
  peildatum,
  totaal: aantallen,
  perThema: list(
    object('De aantallen van één thema. Een zaak met twee thema’s telt bij beide.', {
      thema: text('Code van het thema.', 'wonen'),
      naam: naam('Wonen'),
      aantallen,
    }),
    'Per thema waar zaken over gaan.',
  ),
  perSoort: list(object('De aantallen van één soort.', { soort, aantallen }), 'Per soort zaak.'),
});
export type WijkOverzicht = Static<typeof wijkOverzicht>;

/** Every wijk with what stands open in it. */
export const wijkenLijst = object('Alle wijken.', {
  peildatum,
  wijken: list(
    object('Eén wijk.', {
      code: wijk,
      naam: naam('Molenbuurt'),
      gebied,
      open: amount('Zaken zonder antwoord.'),
      openTeLaat: amount('Daarvan voorbij hun einde.'),
      totaal: amount('Alle zaken.'),
    }),
    'De wijken, op naam.',
  ),
});
export type WijkenLijst = Static<typeof wijkenLijst>;
