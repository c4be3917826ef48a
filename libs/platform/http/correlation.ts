import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Meta, Uuid } from '@wijkspoor/kernel';
import { correlationHeader } from './headers.ts';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id that the sender gave to this message, or a new one when it gave none (or no UUID). */
export function correlationIdOf({ headers }: Pick<IncomingMessage, 'headers'>): Uuid {
  const given = headers[correlationHeader.toLowerCase()];
  const id = typeof given === 'string' ? given.toLowerCase() : '';
  return uuid.test(id) ? id : randomUUID();
}

/** A command's own id, and who, why and what led to it. */
export type CommandCause = Meta & Readonly<{ commandId: Uuid }>;

/** The cause of a command that came in by a request, whose id is its correlation id. */
export function causeOf(
  { id: correlationId }: Readonly<{ id: string }>,
  actor: string,
  reason?: string,
): CommandCause {
  const commandId = randomUUID();
  return { commandId, actor, correlationId, causationId: commandId, ...(reason && { reason }) };
}
