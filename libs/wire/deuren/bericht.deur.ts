import { isUtf8 } from 'node:buffer';
import type { Fault, Instant } from '@wijkspoor/kernel';
import { BadInput } from '@wijkspoor/kernel';
import { teGrootFout, cloudEventBytesMax } from './cloud-event.deur.ts';
import type { Bericht, Melding } from './deuren.types.ts';

type CloudEventDeur = (input: unknown, nu: Instant) => Melding;

/** What a message holds, as far as it can be read, and what is wrong with its outside. */
type Gelezen = Readonly<{ event?: Readonly<Record<string, unknown>>; faults: readonly Fault[] }>;

/**
 * The door of a message on a bus: a CloudEvent by its Kafka binding, in structured or binary mode.
 * What it holds is judged as over HTTP, also when its outside is wrong, so that all faults stand in
 * one answer.
 */
export function berichtDeur(
  cloudEvent: CloudEventDeur,
): (bericht: Bericht, nu: Instant) => Melding {
  return (bericht, nu) => {
    const { event, faults } = lees(bericht);
    if (faults.length === 0) return cloudEvent(event, nu);
    throw new BadInput(event ? samen(faults, foutenIn(cloudEvent, event, nu)) : faults);
  };
}

/** Who sent a message and how that one calls it, where that can be read. */
export function herkomstIn(bericht: Bericht): Readonly<{ bron?: string; id?: string }> {
  const { source, id } = lees(bericht).event ?? {};
  const isKort = (text: unknown): text is string => typeof text === 'string' && text.length <= 200;
  return { ...(isKort(source) && { bron: source }), ...(isKort(id) && { id }) };
}

const structured = 'application/cloudevents+json';

function lees({ headers, body }: Bericht): Gelezen {
  if (body.length > cloudEventBytesMax) return { faults: [teGrootFout(body.length)] };
  const [type = '', charset] = contentType(headers);
  if (type === structured) return leesStructured(body);
  if (type.startsWith('application/cloudevents')) return alleenFout(`'${type}' ${anders}`);
  if (headers.some(([naam]) => naam.startsWith('ce_')))
    return leesBinary({ headers, body }, [type, charset]);
  return alleenFout(`dit is geen CloudEvent; ${zo}`);
}

const koppen = 'ce_specversion, ce_id, ce_source en ce_type';
const zo = `stuur content-type ${structured}, of de koppen ${koppen}`;
const anders = `wordt hier niet gelezen; ${zo}`;

const alleenFout = (message: string): Gelezen => ({ faults: [{ pointer: '', message }] });

function leesStructured(body: Uint8Array): Gelezen {
  if (body.length === 0) return alleenFout('het bericht is leeg');
  const json = jsonIn(body);
  if ('message' in json) return alleenFout(json.message);
  const { value } = json;
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject
    ? { event: { ...value }, faults: [] }
    : alleenFout('moet een object met velden zijn');
}

function leesBinary({ headers, body }: Bericht, type: readonly (string | undefined)[]): Gelezen {
  const faults: Fault[] = [];
  const attributen = new Map<string, string>();
  for (const [kop, bytes] of headers) {
    if (!kop.startsWith('ce_')) continue;
    const naam = kop.slice('ce_'.length);
    const fout = (message: string) => faults.push({ pointer: `/${naam}`, message });
    if (attributen.has(naam)) fout(`de kop ${kop} staat er meer dan één keer`);
    if (naam.startsWith('data')) fout(`hoort niet in een kop: ${nietInKop}`);
    if (!isUtf8(bytes)) fout(`de kop ${kop} is geen UTF-8`);
    attributen.set(naam, textOf(bytes));
  }
  const json = body.length > 0 ? jsonIn(body) : { value: undefined };
  if ('message' in json) faults.push({ pointer: '/data', message: json.message });
  const datacontenttype = jsonType(type);
  const event = {
    ...Object.fromEntries(attributen),
    ...(datacontenttype && { datacontenttype }),
    ...('value' in json && json.value !== undefined && { data: json.value }),
  };
  return { event, faults };
}

const nietInKop = 'de gegevens zijn de waarde van het bericht, en hun soort is content-type';

/** The media type and its charset, in small letters; nothing where there is no such header. */
function contentType(headers: Bericht['headers']): readonly (string | undefined)[] {
  const [, bytes] = headers.find(([naam]) => naam.toLowerCase() === 'content-type') ?? [];
  if (!bytes) return [];
  const [type = '', ...parameters] = textOf(bytes).toLowerCase().split(';');
  const charset = parameters.map((text) => /^\s*charset="?([^"\s]+)/.exec(text)?.[1]);
  return [type.trim(), charset.find(Boolean)];
}

// JSON is UTF-8 by itself; whatever else it says it is goes to the door, which knows its name.
function jsonType([type, charset]: readonly (string | undefined)[]): string | undefined {
  return type && charset && charset !== 'utf-8' ? `${type}; charset=${charset}` : type;
}

function jsonIn(body: Uint8Array): Readonly<{ value: unknown }> | Readonly<{ message: string }> {
  if (!isUtf8(body)) return { message: 'de tekst is geen UTF-8' };
  try {
    return { value: JSON.parse(textOf(body)) as unknown };
  } catch (error) {
    return { message: `de tekst is geen JSON: ${(error as SyntaxError).message}` };
  }
}

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString();

function foutenIn(cloudEvent: CloudEventDeur, event: object, nu: Instant): readonly Fault[] {
  try {
    cloudEvent(event, nu);
    return [];
  } catch (error) {
    if (error instanceof BadInput) return error.faults;
    throw error;
  }
}

/** Each place once: of what is wrong there, what is wrong outside goes first. */
function samen(buiten: readonly Fault[], binnen: readonly Fault[]): Fault[] {
  const perPlek = new Map([...binnen, ...buiten].map((fault) => [fault.pointer, fault]));
  return [...perPlek.values()];
}
