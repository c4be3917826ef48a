/** What an event is made of, as text, whatever mode it came in. What is missing is undefined. */
export type Parts = Readonly<
  Record<
    'specversion' | 'id' | 'type' | 'time' | 'subject' | 'sequence' | 'position' | 'meta' | 'body',
    string | undefined
  >
>;

type Texts = Readonly<Record<string, string | undefined>>;

/** Binary mode: attributes in headers, the body by itself. */
export function binaryParts(headers: Texts, body: string): Parts {
  return {
    specversion: headers['ce_specversion'],
    id: headers['ce_id'],
    type: headers['ce_type'],
    time: headers['ce_time'],
    subject: headers['ce_subject'],
    sequence: headers['ce_sequence'],
    position: headers['position'],
    meta: headers['meta'],
    body,
  };
}

/**
 * Structured mode: everything in one JSON document, as a gateway may have rewritten it. Its `data`
 * is written anew as JSON; `data_base64` is the body byte for byte. Position and meta stay headers.
 */
export function structuredParts(headers: Texts, document: string): Parts {
  const event = parsed(document);
  return {
    specversion: textOf(event['specversion']),
    id: textOf(event['id']),
    type: textOf(event['type']),
    time: textOf(event['time']),
    subject: textOf(event['subject']),
    sequence: textOf(event['sequence']),
    position: headers['position'],
    meta: headers['meta'],
    body: bodyOf(event),
  };
}

function parsed(document: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(document);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function bodyOf({ data, data_base64: encoded }: Readonly<Record<string, unknown>>) {
  if (typeof encoded === 'string') return Buffer.from(encoded, 'base64').toString();
  return data === undefined ? undefined : JSON.stringify(data);
}

const textOf = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
