import type { TProperties, TSchema } from 'typebox';
import { Type } from 'typebox';
import type { Codes } from './velden.ts';
import {
  datum,
  gesloten,
  kenmerken,
  onderwerp,
  reeks,
  rol,
  tekst,
  verleden,
  vrijeTekst,
} from './velden.ts';
import { doorWie } from './zaak.body.ts';

// The id of an item stands behind a # in the id of its case, so it may have none itself.
const itemId = Type.String({
  ...tekst(100, 'Nummer binnen dit werkbezoek, zonder #.', 'vraag-1'),
  pattern: '^[^#]*$',
  'x-vorm': 'tekst zonder #',
});

const item = (codes: Codes) => ({
  id: itemId,
  onderwerp,
  tekst: vrijeTekst,
  themas: Type.Optional(reeks(codes.thema, 'Waar het over gaat.')),
  wijken: Type.Optional(
    reeks(codes.wijk, 'De wijken; zonder dit veld die van het werkbezoek.', { minItems: 1 }),
  ),
  kenmerken: Type.Optional(kenmerken),
});

const uiterlijk = Type.Optional(datum('De dag waarop het klaar zou zijn.', '2026-06-30'));

/** The body of a formal visit: all that was asked, promised and noted in one message. */
export function werkbezoekBody<Herkomst extends TProperties>(codes: Codes, herkomst: Herkomst) {
  const vraag = gesloten('Een vraag uit de wijk.', item(codes));
  const toezegging = gesloten('Een toezegging aan de wijkraad.', { ...item(codes), uiterlijk });
  const actiepunt = gesloten('Een actiepunt.', {
    ...item(codes),
    eigenaar: rol('Wie het doet.', 'cluster:stadsbeheer'),
    uiterlijk,
  });
  const items = <T extends TSchema>(schema: T, description: string) =>
    Type.Optional(Type.Array(schema, { maxItems: 200, description }));
  return gesloten('Een formeel werkbezoek van een lid van het college aan een wijk.', {
    ...herkomst,
    kanaal: Type.Optional(codes.kanaal),
    wijken: reeks(codes.wijk, 'De wijken die bezocht zijn.', { minItems: 1 }),
    bezoekOp: verleden('De dag van het bezoek.'),
    wethouder: codes.wethouder,
    vragen: items(vraag, 'Wat er is gevraagd.'),
    toezeggingen: items(toezegging, 'Wat er is toegezegd.'),
    actiepunten: items(actiepunt, 'Wat er is genoteerd.'),
    door: doorWie,
  });
}
