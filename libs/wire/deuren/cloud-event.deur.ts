import type { Gemeente } from '@wijkspoor/domain';
import { datumIn } from '@wijkspoor/domain';
import type { Fault, Instant } from '@wijkspoor/kernel';
import { BadInput } from '@wijkspoor/kernel';
import { compile } from '../ajv.ts';
import { ofWeiger, samen, veldenIn } from './controles.ts';
import {
  envelopSchema,
  isUitbreiding,
  werkbezoekAangemeld,
  zaakAangemeld,
} from './cloud-event.body.ts';
import type { Melding } from './deuren.types.ts';
import type { Werkbezoeklezer } from './werkbezoek.deur.ts';
import { werkbezoeklezer } from './werkbezoek.deur.ts';
import type { Zaaklezer } from './zaak.deur.ts';
import { zaaklezer } from './zaak.deur.ts';

/** The largest CloudEvent that is taken in, as JSON in UTF-8 (NL GOV profile). */
export const cloudEventBytesMax = 64 * 1024;

/** How far the clock of a sender may be ahead of ours. */
const voorMs = 5 * 60_000;

/** The door of one CloudEvent. Its source and id are the aanmelding of what its data tell. */
export function cloudEventDeur(gemeente: Gemeente): (input: unknown, nu: Instant) => Melding {
  const envelop = compile(envelopSchema);
  const lezers = new Map<unknown, Zaaklezer | Werkbezoeklezer>([
    [zaakAangemeld, zaaklezer(gemeente, {})],
    [werkbezoekAangemeld, werkbezoeklezer(gemeente, {})],
  ]);
  return (input, nu) => {
    const groot = teGroot(input);
    const { type, data, source, id, time } = veldenIn(input);
    const lezer = lezers.get(type);
    const aanmelding = { bron: String(source), id: String(id) };
    const vandaag = datumIn(nu, gemeente.tijdzone);
    const inhoud = data === undefined ? undefined : lezer?.(data, vandaag, () => aanmelding);
    const faults = [...groot, ...uitDeToekomst(time, nu), ...inData(inhoud)];
    ofWeiger(samen(envelop(zonderUitbreidingen(input)), faults));
    if (!inhoud || !('value' in inhoud)) throw new Error('an envelope without data was let in');
    return inhoud.value;
  };
}

function inData(inhoud: object | undefined): Fault[] {
  if (!inhoud || !('faults' in inhoud)) return [];
  const faults = inhoud.faults as readonly Fault[];
  return faults.map(({ pointer, message }) => ({ pointer: `/data${pointer}`, message }));
}

function uitDeToekomst(time: unknown, nu: Instant): Fault[] {
  if (typeof time !== 'string' || !(Date.parse(time) > Date.parse(nu) + voorMs)) return [];
  return [{ pointer: '/time', message: `'${time}' ligt in de toekomst` }];
}

function zonderUitbreidingen(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  const velden = Object.entries(input).filter(([naam, waarde]) => !isUitbreiding(naam, waarde));
  return Object.fromEntries(velden);
}

function teGroot(input: unknown): Fault[] {
  const bytes = bytesVan(input);
  return bytes > cloudEventBytesMax ? [teGrootFout(bytes)] : [];
}

/** What is told about a message of so many bytes. */
export function teGrootFout(bytes: number): Fault {
  const [is, max] = [Math.ceil(bytes / 1024), cloudEventBytesMax / 1024];
  return { pointer: '', message: `is te groot: ${is} KB, hoogstens ${max} KB` };
}

// JSON can be read at any depth, and written only until the stack is full.
function bytesVan(input: unknown): number {
  try {
    return Buffer.byteLength(JSON.stringify(input) ?? '');
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new BadInput([{ pointer: '', message: 'is te diep genest' }]);
  }
}
