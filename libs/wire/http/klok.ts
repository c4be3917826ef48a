import type { Static } from 'typebox';
import { Type } from 'typebox';
import {
  amount,
  day,
  list,
  moment,
  object,
  orNull,
  peildatum,
  rol,
  soort,
  text,
  wijk,
  zaakId,
} from './parts.ts';

const signaal = object('Eén waarschuwing die nog geldt.', {
  zaakId,
  zaaksoort: soort,
  wijken: list(wijk, 'De wijken waar het over gaat.'),
  behandelaar: orNull(rol),
  signaal: Type.Enum(['herinnering', 'stilte', 'tussenbericht'], {
    description: 'Over de termijn, over stilte naar de vrager, of een tussenbericht dat nodig is.',
  }),
  trede: orNull(
    Type.Integer({ description: 'Dagen ten opzichte van het einde: -14 is twee weken ervoor.' }),
  ),
  einde: orNull(day('De laatste dag waarop antwoord op tijd is.', '2026-04-13')),
  sinds: orNull(day('De laatste dag waarop de vrager iets hoorde.', '2026-03-20')),
  dag: day('De dag waarop de waarschuwing nodig werd.', '2026-03-30'),
  gegevenOp: day('De dag waarop hij is gegeven.', '2026-03-30'),
  aan: list(rol, 'Wie nu aan zet is, en wie het verder hoort.'),
});

/** The warnings that stand on a day. */
export const signalenLijst = object('De waarschuwingen die op een dag gelden.', {
  peildatum,
  signalen: list(signaal, 'Per zaak en soort de laatste; het oudste einde eerst.'),
});
export type SignalenLijst = Static<typeof signalenLijst>;

/** How far a message is. */
export const berichtstatus = Type.Enum(
  ['opgesteld', 'bezorgd', 'wordt-herhaald', 'niet-bezorgd', 'geen-adres', 'niet-ingesteld'],
  { description: 'Hoe het met het bericht staat.' },
);

const bericht = object('Eén bericht aan één ontvanger op één dag.', {
  berichtId: text('Het bericht.', 'bericht-wijk-mt:molenbuurt-2026-03-30'),
  ontvanger: rol,
  datum: day('De dag van het bericht.', '2026-03-30'),
  regels: amount('Over hoeveel het gaat.'),
  status: berichtstatus,
  langs: orNull(Type.Enum(['e-mail', 'webhook'], { description: 'Langs welke weg het ging.' })),
  pogingen: amount('Hoe vaak het is geprobeerd.'),
  reden: orNull(text('Waarom het niet lukte.', 'er kwam geen antwoord')),
  laatstePogingOp: orNull(moment('De laatste poging.')),
  volgendePogingOp: orNull(moment('Wanneer het weer wordt geprobeerd.')),
});

/** The messages that were drawn up, and what became of them. */
export const berichtenLijst = object('De berichten, de laatste dag eerst.', {
  berichten: list(bericht, 'De berichten.'),
});
export type BerichtenLijst = Static<typeof berichtenLijst>;
