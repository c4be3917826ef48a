import type { Static } from 'typebox';
import { Type } from 'typebox';
import { amount, list, object, soort, text, werkbezoekId, zaakId } from './parts.ts';
import { probleem } from './probleem.ts';

/** A case was taken in. */
export const zaakAangenomen = object('De zaak is veilig opgeslagen.', {
  zaakId,
  soort,
  zaak: text('Waar de zaak te vinden is.', '/v1/zaken/zaak-4c2f6f0e-7a51-5b0e-9d7c-2f1f4f6f8a10'),
});
export type ZaakAangenomen = Static<typeof zaakAangenomen>;

/** A visit was taken in, with the cases that follow from it. */
export const werkbezoekAangenomen = object('Het werkbezoek is veilig opgeslagen.', {
  werkbezoekId,
  zaken: list(
    object('Eén zaak uit het werkbezoek.', {
      id: text('Het nummer dat de inzender gaf.', 'vraag-1'),
      soort,
      zaakId,
    }),
    'De zaken die eruit volgen.',
  ),
});
export type WerkbezoekAangenomen = Static<typeof werkbezoekAangenomen>;

const resultaat = object('Wat er met één bericht gebeurde.', {
  index: amount('De plaats van het bericht in de reeks, vanaf 0.'),
  bron: Type.Optional(text('De bron van het bericht, als die leesbaar was.', 'balie')),
  id: Type.Optional(text('Het nummer van het bericht, als dat leesbaar was.', 'melding-113')),
  uitkomst: Type.Enum(['aangenomen', 'geweigerd'], { description: 'Of het is aangenomen.' }),
  zaakId: Type.Optional(zaakId),
  werkbezoekId: Type.Optional(werkbezoekId),
  probleem: Type.Optional(probleem),
});

/** What became of each message of a batch. */
export const aanmeldingenVerwerkt = object('Wat er met elk bericht van de reeks gebeurde.', {
  aangenomen: amount('Hoeveel berichten zijn aangenomen.'),
  geweigerd: amount('Hoeveel berichten zijn geweigerd.'),
  resultaten: list(resultaat, 'Eén resultaat per bericht, in dezelfde volgorde.'),
});
export type AanmeldingenVerwerkt = Static<typeof aanmeldingenVerwerkt>;
export type Aanmeldresultaat = Static<typeof resultaat>;

/** What a command led to. */
export const opdrachtVerwerkt = object('De opdracht is verwerkt en veilig opgeslagen.', {
  zaakId,
  revisie: amount('De laatste plaats in de geschiedenis van de zaak.'),
  gebeurtenissen: list(
    text('Een feit dat erbij kwam.', 'AntwoordGegeven'),
    'De nieuwe feiten; leeg als het er al stond.',
  ),
});
export type OpdrachtVerwerkt = Static<typeof opdrachtVerwerkt>;
