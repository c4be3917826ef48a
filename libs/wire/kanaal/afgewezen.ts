import type { Static } from 'typebox';
import { Type } from 'typebox';
import { amount, moment, object, text } from '../http/parts.ts';
import { probleem } from '../http/probleem.ts';

/** The type of the message that tells a channel what was wrong with its own. */
export const aanmeldingAfgewezen = 'nl.wijkspoor.aanmelding-afgewezen.v1';

const origineel = object('Het bericht dat is afgewezen, en waar het staat.', {
  topic: text('Het topic waar het staat.', 'wijkspoor.aanmeldingen.v1'),
  partitie: amount('De partitie waar het staat.'),
  offset: text('De plaats in de partitie.', '42'),
  geplaatstOp: moment('Wanneer het daar kwam.'),
  sleutel: Type.Optional(text('De sleutel (key), als die tekst is.', 'balie')),
  bron: Type.Optional(text('Het attribuut `source`, als dat leesbaar is.', 'urn:x:balie')),
  id: Type.Optional(text('Het attribuut `id`, als dat leesbaar is.', 'melding-113')),
  bytes: amount('Hoe groot het is.'),
  koppen: Type.Optional(
    Type.Record(Type.String(), Type.String(), {
      description: 'De koppen (headers). Ontbreekt als het antwoord anders te groot wordt.',
    }),
  ),
  inhoud: Type.Optional(
    text('De bytes in base64. Ontbreken als het antwoord anders te groot wordt.', 'e30='),
  ),
});

/** What is told about a message that was refused. */
const afwijzing = object('Waarom een bericht van een kanaal is afgewezen.', {
  probleem,
  aantalFouten: amount('Hoeveel fouten er zijn. Zo veel staan er ook, tenzij dat te groot wordt.'),
  origineel,
});
export type Afwijzing = Static<typeof afwijzing>;

/** The CloudEvent around it, in structured mode. */
export const afgewezenBericht = object('Het antwoord op een bericht dat niet is aangenomen.', {
  specversion: Type.Literal('1.0', { description: 'De versie van CloudEvents.' }),
  id: text('Topic, partitie en offset van het bericht: nog eens is hetzelfde antwoord.', 't/0/42'),
  source: text('Wie antwoordt.', 'urn:nld:oin:00000001001234567000:systeem:wijkspoor'),
  type: Type.Literal(aanmeldingAfgewezen, { description: 'Wat er gemeld wordt.' }),
  time: moment('Wanneer het is afgewezen.'),
  subject: Type.Optional(text('De sleutel (key) van het bericht, als die tekst is.', 'balie')),
  datacontenttype: Type.Literal('application/json', { description: 'De vorm van `data`.' }),
  data: afwijzing,
});
export type AfgewezenBericht = Static<typeof afgewezenBericht>;
