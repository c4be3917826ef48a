import type { TProperties } from 'typebox';
import { Type } from 'typebox';
import type { Codes } from './velden.ts';
import {
  datum,
  gesloten,
  kenmerken,
  keuze,
  onderwerp,
  reeks,
  rol,
  verleden,
  vrijeTekst,
} from './velden.ts';

/** The soorten that can come in by themselves; the others come out of a formal visit only. */
export const losseSoorten = [
  'wijkhubvraag',
  'ongevraagd-advies',
  'gevraagd-advies',
  'toezegging',
  'motie',
] as const;

export type LosseSoort = (typeof losseSoorten)[number];

/** Whose message it is, where the body itself says so. */
export const doorWie = Type.Optional(
  rol('Wie dit meldt. Zonder dit veld: `kanaal:` met het kanaal.', 'wijkhub:molenbuurt'),
);

const extra = (codes: Codes) => ({
  wethouder: codes.wethouder,
  aan: Type.Enum(['wijkraad', 'gemeenteraad'], { description: 'Aan wie het is toegezegd.' }),
  uiterlijk: Type.Optional(datum('De dag waarop het klaar zou zijn.', '2026-06-30')),
});

function basis(codes: Codes, minWijken: 0 | 1) {
  return {
    kanaal: codes.kanaal,
    wijken: reeks(codes.wijk, 'De wijken waar het over gaat.', { minItems: minWijken }),
    themas: Type.Optional(reeks(codes.thema, 'Waar het over gaat.')),
    onderwerp,
    tekst: vrijeTekst,
    ontvangenOp: verleden('De dag van ontvangst.'),
    kenmerken: Type.Optional(kenmerken),
    door: doorWie,
  };
}

/**
 * The body of a case, per soort. `herkomst` is where it says where it came from: a field in a body,
 * nothing in a CloudEvent, whose envelope says it already.
 */
export function zaakBodies<Herkomst extends TProperties>(codes: Codes, herkomst: Herkomst) {
  const { wethouder, aan, uiterlijk } = extra(codes);
  const soort = <S extends LosseSoort>(naam: S) => Type.Literal(naam, { description: 'De soort.' });
  const overWijk = { ...herkomst, ...basis(codes, 1) };
  const overStad = { ...herkomst, ...basis(codes, 0) };
  return {
    wijkhubvraag: gesloten('Een vraag, idee, initiatief of signaal van een bewoner.', {
      soort: soort('wijkhubvraag'),
      ...overWijk,
    }),
    'ongevraagd-advies': gesloten('Een advies dat een wijkraad uit zichzelf geeft.', {
      soort: soort('ongevraagd-advies'),
      ...overWijk,
      wethouder: Type.Optional(wethouder),
    }),
    'gevraagd-advies': gesloten('Een advies waar het college om vroeg.', {
      soort: soort('gevraagd-advies'),
      ...overWijk,
      gevraagdOp: Type.Optional(
        verleden('De dag waarop het college het advies vroeg.', '2026-02-02'),
      ),
      wethouder: Type.Optional(wethouder),
    }),
    toezegging: gesloten('Een toezegging aan een wijkraad of aan de gemeenteraad.', {
      soort: soort('toezegging'),
      ...overStad,
      wethouder,
      aan,
      uiterlijk,
    }),
    motie: gesloten('Een motie van de gemeenteraad.', {
      soort: soort('motie'),
      ...overStad,
      wethouder: Type.Optional(wethouder),
    }),
  };
}

/** What can be judged of a body whose soort is not known: everything that every soort has. */
export function zaakVanOnbekendeSoort<Herkomst extends TProperties>(
  codes: Codes,
  herkomst: Herkomst,
) {
  const { wethouder, aan, uiterlijk } = extra(codes);
  return gesloten('Een zaak van een soort die niet bekend is.', {
    soort: keuze('soort', losseSoorten, 'De soort.'),
    ...herkomst,
    ...basis(codes, 0),
    wethouder: Type.Optional(wethouder),
    aan: Type.Optional(aan),
    uiterlijk,
  });
}
