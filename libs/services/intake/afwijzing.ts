import type { Instant } from '@wijkspoor/kernel';
import type { IncomingMessage, Reply } from '@wijkspoor/ports';
import type { AfgewezenBericht, Afwijzing, Probleem } from '@wijkspoor/wire';
import { aanmeldingAfgewezen, cloudEventBytesMax, herkomstIn } from '@wijkspoor/wire';

type Origineel = Afwijzing['origineel'];

/** What is the same for every refusal of a moment. */
export type Afzender = Readonly<{ now: Instant; bron: string }>;

/**
 * The answer to a message that was refused: a CloudEvent with the problem, where the message
 * stands, and the message itself.
 *
 * A CloudEvent is 64 KB at most (NL GOV profile). Where that would be too little the message itself
 * is left out, which its sender has and which still stands on its topic; and then the last faults,
 * of which the number is told.
 */
export function afwijzing(message: IncomingMessage, probleem: Probleem, afzender: Afzender): Reply {
  const plaats = plaatsVan(message);
  const heel = { ...plaats, koppen: koppenVan(message), inhoud: base64(message.body) };
  const [past] = [...kandidaten(probleem, heel, plaats)]
    .map((data) => JSON.stringify(berichtVan(message, data, afzender)))
    .filter((body) => Buffer.byteLength(body) <= cloudEventBytesMax);
  if (past === undefined) throw new Error('a refusal without faults or message is too large');
  return {
    ...(message.key && { key: message.key }),
    headers: { 'content-type': 'application/cloudevents+json; charset=UTF-8' },
    body: past,
  };
}

/** From everything to next to nothing. */
function* kandidaten(probleem: Probleem, heel: Origineel, plaats: Origineel): Iterable<Afwijzing> {
  const { fouten = [], ...zonder } = probleem;
  const aantalFouten = fouten.length;
  yield { probleem, aantalFouten, origineel: heel };
  yield { probleem, aantalFouten, origineel: plaats };
  for (let n = aantalFouten >> 1; n > 0; n >>= 1)
    yield { probleem: { ...zonder, fouten: fouten.slice(0, n) }, aantalFouten, origineel: plaats };
  yield { probleem: zonder, aantalFouten, origineel: plaats };
}

function berichtVan(
  { topic, partition, offset, key }: IncomingMessage,
  data: Afwijzing,
  { now, bron }: Afzender,
): AfgewezenBericht {
  const sleutel = leesbaar(key);
  return {
    specversion: '1.0',
    // The same message again has the same answer: who reads answers can tell by its id.
    id: `${topic}/${partition}/${offset}`,
    source: bron,
    type: aanmeldingAfgewezen,
    time: now,
    ...(sleutel && { subject: sleutel }),
    datacontenttype: 'application/json',
    data,
  };
}

function plaatsVan(message: IncomingMessage): Origineel {
  const { topic, partition, offset, at, key, body } = message;
  const sleutel = leesbaar(key);
  return {
    ...{ topic, partitie: partition, offset, geplaatstOp: at },
    ...(sleutel && { sleutel }),
    ...herkomstIn(message),
    bytes: body.length,
  };
}

const base64 = (body: Uint8Array) => Buffer.from(body).toString('base64');

const koppenVan = ({ headers }: IncomingMessage) =>
  Object.fromEntries(headers.map(([naam, waarde]) => [naam, Buffer.from(waarde).toString()]));

/** A key as text, where it is one that can be shown. */
function leesbaar(key: Uint8Array | undefined): string | undefined {
  const text = Buffer.from(key ?? []).toString();
  return /^[^\p{C}\uFFFD]{1,200}$/u.test(text) && /\S/.test(text) ? text : undefined;
}
