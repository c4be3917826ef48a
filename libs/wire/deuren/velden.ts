import type { Datum, Gemeente } from '@wijkspoor/domain';
import { SOORTEN } from '@wijkspoor/domain';
import type { TProperties, TSchema } from 'typebox';
import { Type } from 'typebox';

/*
 * What the bodies are made of. A door is closed: a field that nobody knows is a fault, because it
 * is most often a known field with a typing error.
 */

/** An object that knows no other fields than these. */
export const gesloten = <P extends TProperties>(description: string, fields: P) =>
  Type.Object(fields, { additionalProperties: false, description });

/** Free text that can be stored unchanged, in any language: not blank, and no longer than this. */
export const tekst = (maxLength: number, description: string, example: string) =>
  Type.String({ minLength: 1, maxLength, format: 'tekst', description, examples: [example] });

/** This century and the last: any other day is a slip of the pen. */
export const eeuwen = /^(19|20)\d\d-/;

/** A day, as it stands in a body. */
export const datum = (description: string, example: string) =>
  Type.Unsafe<Datum>(Type.String(alsDatum(description, example)));

/** A day that has come already. */
export const verleden = (description: string, example = '2026-03-02') =>
  Type.Unsafe<Datum>(
    Type.String({
      ...alsDatum(`${description} Niet na vandaag.`, example),
      nietNaVandaag: true,
    }),
  );

function alsDatum(description: string, example: string) {
  return { format: 'date', pattern: eeuwen.source, description, examples: [example] };
}

/** A role and whose it is. */
export const rol = (description: string, example = 'wijk-mt:molenbuurt') =>
  Type.String({
    pattern: '^[a-z][a-z-]*(:[a-z0-9-]+)?$',
    maxLength: 200,
    'x-vorm': "rol of rol:code, zoals 'wijk-mt:molenbuurt'",
    description,
    examples: [example],
  });

/** A list without repeats. */
export const reeks = <T extends TSchema>(
  items: T,
  description: string,
  { minItems = 0, maxItems = 100 } = {},
) => Type.Array(items, { minItems, maxItems, uniqueItems: true, description });

const bron = tekst(
  200,
  'De bron van het bericht; samen met `id` uniek.',
  'urn:nld:oin:00000001001234567000:systeem:balie',
);

export const bronId = tekst(200, 'Het nummer dat de bron gaf.', 'melding-2026-0113');

export const aanmelding = gesloten(
  'Waar het bericht vandaan komt. Dezelfde bron en hetzelfde id zijn altijd dezelfde zaak.',
  { bron, id: bronId },
);

export const onderwerp = tekst(200, 'Het onderwerp in één regel.', 'Lekkage in het portiek');

export const vrijeTekst = tekst(
  40_000,
  'De tekst in de eigen woorden van wie het vroeg, in welke taal ook.',
  'De regen komt bij elke bui door het dak van ons portiek.',
);

export const kenmerken = reeks(
  tekst(100, 'Nummer, precies zoals geschreven.', '22bb4407'),
  'Nummers van stukken.',
);

/** The codes of one municipality, each list as a choice. */
export function codesVan({ wijken, themas, kanalen, portefeuilles, naam }: Gemeente) {
  const codes = (rijen: readonly { code: string }[]) => rijen.map(({ code }) => code);
  return {
    soort: keuze('soort', SOORTEN, 'De soort zaak.'),
    wijk: keuze('wijk', codes(wijken), `Code van een wijk van ${naam}.`),
    thema: keuze('thema', codes(themas), 'Code van een thema.'),
    kanaal: keuze('kanaal', codes(kanalen), 'Langs welke weg het binnenkwam.'),
    wethouder: keuze('portefeuille', codes(portefeuilles), 'Code van de portefeuille.'),
  };
}

export type Codes = ReturnType<typeof codesVan>;

/** A choice from a list. From an empty list there is nothing to choose: then no value is right. */
export function keuze<Code extends string>(
  lijst: string,
  codes: readonly Code[],
  description: string,
) {
  const [example] = codes;
  if (!example)
    return Type.Unsafe<Code>({ type: 'string', not: {}, 'x-lijst': lijst, description });
  const examples = [example];
  return Type.Unsafe<Code>({
    type: 'string',
    enum: codes,
    'x-lijst': lijst,
    description,
    examples,
  });
}
