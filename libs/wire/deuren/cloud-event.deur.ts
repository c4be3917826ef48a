import type { Gemeente } from '@wijkspoor/domain';
import { datumIn } from '@wijkspoor/domain';
import type { Fault, Instant } from '@wijkspoor/kernel';
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
const bytesMax = 64 * 1024;

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
    const { type, data, source, id, time } = veldenIn(input);
    const lezer = lezers.get(type);
    const aanmelding = { bron: String(source), id: String(id) };
    const vandaag = datumIn(nu, gemeente.tijdzone);
    const inhoud = data === undefined ? undefined : lezer?.(data, vandaag, () => aanmelding);
    const faults = [...teGroot(input), ...uitDeToekomst(time, nu), ...inData(inhoud)];
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
  const bytes = Buffer.byteLength(JSON.stringify(input) ?? '');
  if (bytes <= bytesMax) return [];
  const message = `is te groot: ${Math.ceil(bytes / 1024)} KB, hoogstens ${bytesMax / 1024} KB`;
  return [{ pointer: '', message }];
}
