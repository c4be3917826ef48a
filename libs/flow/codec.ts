import type { AnyEvent, Meta, Recorded, Uuid } from '@wijkspoor/kernel';
import type { NewEvent, StoredEvent } from '@wijkspoor/ports';

/**
 * Between events as the domain knows them and events as the log holds them. `encode` throws on an
 * event that its schema refuses; `decode` brings an old version up to the present one.
 */
export interface Codec<Event extends AnyEvent> {
  encode(id: Uuid, event: Event, meta: Meta): NewEvent;
  decode(stored: StoredEvent): Recorded<Event>;
}
