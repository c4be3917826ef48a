import { Type } from 'typebox';
import { sluitgrond, uitkomst } from '../http/parts.ts';
import type { Codes } from './velden.ts';
import { datum, gesloten, reeks, rol, tekst, verleden } from './velden.ts';

const door = rol('Wie dit doet.');

const toelichting = (description: string, example: string) => tekst(40_000, description, example);

const redenVan = (description: string) => tekst(2000, description, 'Op verzoek van de wijkraad.');

// Why somebody did something goes with every event, also where the fact itself asks for no reason.
const waarom = { door, reden: Type.Optional(redenVan('Waarom dit gebeurt.')) };

const metReden = (description: string) => ({ door, reden: redenVan(description) });

/** The bodies of the commands that routing takes. */
export function routingBodies(codes: Codes) {
  return {
    toewijzing: gesloten('Wie de zaak krijgt.', {
      behandelaar: rol('De nieuwe behandelaar.', 'cluster:stadsbeheer'),
      ...waarom,
    }),
    themas: gesloten('Waar de zaak over gaat.', {
      themas: reeks(codes.thema, 'Alle thema’s, ook die er al stonden.', { minItems: 1 }),
      ...waarom,
    }),
    antwoord: gesloten('Het antwoord. Op een advies is dat altijd schriftelijk.', {
      vorm: Type.Enum(['schriftelijk', 'mondeling'], { description: 'Hoe er is geantwoord.' }),
      antwoordOp: verleden('De dag van het antwoord.', '2026-04-07'),
      inhoud: toelichting('Wat er is geantwoord.', 'De verhuurder herstelt het dak voor 1 juni.'),
      kenmerk: Type.Optional(tekst(100, 'Nummer van de brief.', '22bb4407')),
      ...waarom,
    }),
    uitkomst: gesloten('Wat er met een advies is gedaan.', {
      uitkomst,
      vastgesteldOp: verleden('De dag van het besluit.', '2026-04-07'),
      redenen: toelichting('Waarom.', 'De veiligheid van de kruising gaat voor.'),
      watVeranderde: Type.Optional(toelichting('Wat er veranderde.', 'Er komt een zebrapad.')),
      ...waarom,
    }),
    uitvoering: gesloten('Dat het is uitgevoerd.', {
      uitgevoerdOp: verleden('De dag waarop het klaar was.', '2026-06-01'),
      toelichting: toelichting('Wat er is gedaan.', 'Het dak is hersteld.'),
      ...waarom,
    }),
    sluiting: gesloten('Dat de zaak gesloten is.', {
      grond: sluitgrond,
      geslotenOp: verleden('De dag van sluiten.', '2026-06-02'),
      ...metReden('Waarom.'),
    }),
    heropening: gesloten('Dat de zaak weer open is.', {
      heropendOp: verleden('De dag van heropenen.', '2026-06-09'),
      ...metReden('Waarom.'),
    }),
  };
}

/** The bodies about the settling of a toezegging or motie; routing takes them too. */
export const afdoeningBodies = {
  afdoening: gesloten('Een voorstel om een toezegging of motie af te doen.', {
    brief: gesloten('De brief waar het in staat.', {
      kenmerk: tekst(100, 'Nummer van de brief.', '22bb4407'),
      datum: verleden('De dag van de brief.', '2026-04-07'),
    }),
    voorgesteldOp: verleden('De dag van het voorstel.', '2026-04-07'),
    ...waarom,
  }),
  aanvaarding: gesloten('Dat de afdoening is aanvaard; de zaak sluit daarmee.', {
    aanvaardOp: verleden('De dag waarop het is aanvaard.', '2026-05-11'),
    ...waarom,
  }),
  weigering: gesloten('Dat de afdoening niet is aanvaard; de zaak blijft open.', {
    geweigerdOp: verleden('De dag waarop het is geweigerd.', '2026-05-11'),
    ...metReden('Waarom niet.'),
  }),
};

/** The bodies of the commands that the deadline monitor takes. */
export const termijnBodies = {
  afspraak: gesloten('Een andere datum, met wie die is afgesproken.', {
    einde: datum('De nieuwe datum.', '2026-05-04'),
    met: tekst(200, 'Met wie het is afgesproken.', 'wijkraad Molenbuurt'),
    afgesprokenOp: verleden('De dag van de afspraak.', '2026-04-07'),
    ...metReden('Waarom de datum verandert.'),
  }),
  tussenbericht: gesloten('Een tussenbericht. De termijn loopt gewoon door.', {
    aan: tekst(200, 'Aan wie.', 'wijkraad Molenbuurt'),
    verzondenOp: verleden('De dag van verzenden.', '2026-04-07'),
    inhoud: toelichting('Wat erin stond.', 'Wij wachten nog op het onderzoek.'),
    ...waarom,
  }),
  contact: gesloten('Mondeling contact. De termijn loopt gewoon door.', {
    met: tekst(200, 'Met wie.', 'voorzitter wijkraad Molenbuurt'),
    contactOp: verleden('De dag van het contact.', '2026-04-07'),
    inhoud: toelichting('Wat er is besproken.', 'De wijkraad wil de tekening zien.'),
    ...waarom,
  }),
};
