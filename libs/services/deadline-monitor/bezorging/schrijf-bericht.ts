import { randomUUID } from 'node:crypto';
import type { BerichtCommand, BerichtEvent, BerichtId } from '@wijkspoor/domain';
import { berichtDecider } from '@wijkspoor/domain';
import { handle } from '@wijkspoor/flow';
import type { EventLog } from '@wijkspoor/ports';
import type { BerichtFeit } from '@wijkspoor/views';
import { noteerBerichten } from '@wijkspoor/views';
import { berichtCodec, eventId } from '@wijkspoor/wire';
import type { DataSource } from 'typeorm';
import { dienst } from '../bewaak-zaak.ts';

/** All that has happened to a message. */
export async function leesBericht(log: EventLog, berichtId: BerichtId): Promise<BerichtEvent[]> {
  return (await log.read(berichtId)).map((stored) => berichtCodec.decode(stored));
}

/**
 * Stores what becomes of a message, and keeps it at once where the messages are looked at. What is
 * lost of the latter in between comes from the log.
 */
export async function schrijfBericht(
  { log, views }: Readonly<{ log: EventLog; views: DataSource }>,
  command: BerichtCommand,
  actor: string = dienst,
): Promise<readonly BerichtEvent[]> {
  const handling = { log, codec: berichtCodec, decider: berichtDecider, eventId };
  const commandId = randomUUID();
  const cause = { commandId, actor, correlationId: commandId, causationId: commandId };
  const { berichtId } = command.data;
  const { events, revision } = await handle(handling, berichtId, command, cause);
  const eerste = Number(revision) - events.length + 1;
  const feiten = events.map((event, n): BerichtFeit => ({ event, revisie: eerste + n }));
  await noteerBerichten(views, feiten);
  return events;
}
