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
  rol,
  sluitgrond,
  soort,
  status,
  text,
  uitkomst,
  werkbezoekId,
  wijk,
  zaakId,
} from './parts.ts';

const samenvatting = {
  zaakId,
  soort,
  status,
  wijken: list(wijk, 'De wijken waar het over gaat; leeg bij de hele stad.'),
  themas: list(text('Code van een thema.', 'wonen'), 'Waar het over gaat.'),
  kanaal: text('Langs welke weg het binnenkwam.', 'wijkhub'),
  onderwerp: text('Het onderwerp in één regel.', 'Lekkage in het portiek'),
  ontvangenOp: day('De dag van ontvangst.'),
  behandelaar: orNull(rol),
  wethouder: orNull(text('Code van de portefeuille.', 'wonen')),
  einde: orNull(day('De laatste dag waarop antwoord op tijd is.', '2026-04-13')),
  eersteEinde: orNull(day('Het einde vóór elke andere afspraak.', '2026-04-13')),
  oordeel,
  dagenTeLaat: amount('Dagen na het einde; 0 als de zaak niet te laat is.'),
  beantwoordOp: orNull(day('De dag van het antwoord.', '2026-04-07')),
  laatsteContactOp: orNull(day('Het laatste tussenbericht of gesprek.', '2026-03-20')),
  kenmerken: list(text('Nummer, precies zoals geschreven.', '22bb4407'), 'Nummers van stukken.'),
};

/** A case as a row of a list. */
export const zaakSamenvatting = object('Een zaak in één regel.', samenvatting);
export type ZaakSamenvatting = Static<typeof zaakSamenvatting>;

const aanmelding = object('Waar de zaak vandaan komt.', {
  bron: text('De bron van het bericht.', 'urn:nld:oin:00000001001234567000:systeem:balie'),
  id: text('Het nummer dat de bron gaf.', 'melding-2026-0113'),
});

/** Another date that was agreed, as every answer tells it. */
export const afspraak = object('Een andere datum, zoals afgesproken.', {
  revisie: Type.Integer({ minimum: 1, description: 'De hoeveelste datum dit is.' }),
  einde: day('De nieuwe datum.', '2026-05-04'),
  vorigEinde: day('De datum die hiervoor gold.', '2026-04-13'),
  met: text('Met wie het is afgesproken.', 'wijkraad Molenbuurt'),
  afgesprokenOp: day('De dag van de afspraak.', '2026-04-07'),
  reden: text('Waarom.', 'Het onderzoek naar de fundering duurt langer.'),
  naVerstrijken: Type.Boolean({ description: 'Of de oude datum toen al voorbij was.' }),
});

const gebeurtenis = object('Eén feit uit de geschiedenis.', {
  revisie: amount('De plaats in de geschiedenis, vanaf 0.'),
  gebeurtenis: text('Wat er gebeurde.', 'AntwoordGegeven'),
  op: moment('Wanneer het is vastgelegd.'),
  door: text('Wie het deed.', 'wijk-mt:molenbuurt'),
  reden: Type.Optional(text('Waarom.', 'Op verzoek van de wijkraad.')),
  correlatieId: text('Gelijk voor alles wat uit één bericht volgt.', 'f1c1a6de-…'),
  oorzaakId: text('Het bericht of feit dat hier direct toe leidde.', 'd0a5c1c2-…'),
  gegevens: Type.Record(Type.String(), Type.Unknown(), {
    description: 'De gegevens van het feit, zoals vastgelegd.',
  }),
});

/** A case with all that is known of it. */
export const zaakDetail = object('Een zaak met zijn hele geschiedenis.', {
  ...samenvatting,
  tekst: text('De tekst, precies zoals hij binnenkwam.', 'De regen komt door het dak.'),
  aanmelding,
  werkbezoekId: orNull(werkbezoekId),
  uitkomst: orNull(uitkomst),
  uitgevoerdOp: orNull(day('De dag waarop het is uitgevoerd.', '2026-06-01')),
  afdoening: Type.Enum(['geen', 'voorgesteld', 'geweigerd', 'aanvaard'], {
    description: 'Hoe het staat met de afdoening van een toezegging of motie.',
  }),
  geslotenOp: orNull(day('De dag van sluiten.', '2026-06-02')),
  sluitgrond: orNull(sluitgrond),
  heropend: amount('Hoe vaak de zaak is heropend.'),
  afspraken: list(afspraak, 'Elke andere datum die is afgesproken, de oudste eerst.'),
  geschiedenis: list(gebeurtenis, 'Alle feiten, het eerste eerst.'),
});
export type ZaakDetail = Static<typeof zaakDetail>;
export type ZaakAfspraak = Static<typeof afspraak>;
export type ZaakGebeurtenis = Static<typeof gebeurtenis>;

/** A page of the list of cases. */
export const zakenLijst = object('Een bladzijde van de lijst met zaken.', {
  zaken: list(zaakSamenvatting, 'De zaken, de laatst ontvangen eerst.'),
  volgende: Type.Optional(text('Geef deze waarde als `na` voor de volgende bladzijde.', 'MjAyNi0')),
});
export type ZakenLijst = Static<typeof zakenLijst>;
