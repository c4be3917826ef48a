import { hash } from 'node:crypto';
import type { Aanmelding, WerkbezoekId, ZaakId } from '@wijkspoor/domain';
import type { Uuid } from '@wijkspoor/kernel';

// The namespace of all ids of Wijkspoor. It can never change: the same message would be a new case.
const namespace = Buffer.from('5f0b8a1e6c2d4e7f9a3b1d8c7e6f5a40', 'hex');

/**
 * The case that a message is about. Made of its source and id alone, so that the same message gives
 * the same case, and the log itself refuses a second one.
 */
export function zaakIdVan({ bron, id }: Aanmelding): ZaakId {
  return `zaak-${uuidOf('zaak', bron, id)}`;
}

/** The visit that a message is about, made as a case's id is. */
export function werkbezoekIdVan({ bron, id }: Aanmelding): WerkbezoekId {
  return `werkbezoek-${uuidOf('werkbezoek', bron, id)}`;
}

/** The id of the n-th event that a command leads to: a command that is repeated gives the same. */
export function eventId(commandId: Uuid, n: number): Uuid {
  return uuidOf('event', commandId, String(n));
}

/** The id of the command by which a service reacts to an event: reacting twice gives the same. */
export function commandIdVan(causeEventId: Uuid, service: string): Uuid {
  return uuidOf('command', causeEventId, service);
}

const zaakId = /^zaak-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text can be the id of a case. */
export function isZaakId(text: string): text is ZaakId {
  return zaakId.test(text);
}

/** UUID version 5 (RFC 9562) of a list of texts, written as JSON so that no two lists are alike. */
function uuidOf(...name: readonly string[]): Uuid {
  const hex = hash('sha1', Buffer.concat([namespace, Buffer.from(JSON.stringify(name))]), 'hex');
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`];
  return [...parts, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
