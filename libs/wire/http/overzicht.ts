import type { Static } from 'typebox';
import { Type } from 'typebox';
import { amount, list, object, peildatum, rol, soort, text, wijk } from './parts.ts';
import { zaakSamenvatting } from './zaak.ts';

const aantallen = object('Aantallen zaken. "Te laat" en "open" zijn twee feiten: tel ze niet op.', {
  totaal: amount('Alle zaken.'),
  nieuw: amount('Nog zonder behandelaar.'),
  inBehandeling: amount('Bij een behandelaar, nog zonder antwoord.'),
  beantwoord: amount('Beantwoord, nog niet gesloten.'),
  gesloten: amount('Gesloten.'),
  loopt: amount('De termijn loopt nog.'),
  openTeLaat: amount('Nog open, en het einde is voorbij.'),
  opTijd: amount('Op tijd beantwoord.'),
  teLaatBeantwoord: amount('Beantwoord na het einde.'),
  geenTermijn: amount('Zonder termijn.'),
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

const teLaat = Type.Object(
  {
    ...zaakSamenvatting.properties,
    soortTeLaat: Type.Enum(['open', 'beantwoord'], {
      description: 'Nog open, of na het einde beantwoord.',
    }),
    aanZet: rol,
  },
  { description: 'Een advies dat te laat is.' },
);

/** The adviezen that are late: those still open first, the longest overdue on top. */
export const adviezenTeLaat = object('De adviezen die te laat zijn.', {
  peildatum,
  adviezen: list(teLaat, 'De open adviezen eerst, met de meeste dagen bovenaan.'),
});
export type AdviezenTeLaat = Static<typeof adviezenTeLaat>;
export type AdviesTeLaat = Static<typeof teLaat>;
