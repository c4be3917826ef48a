import type { StreamId } from '@wijkspoor/kernel';
import type { StoredEvent } from '@wijkspoor/ports';
import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import {
  isSystem,
  positionOf,
  storedEvent,
  withoutSystem,
  type Pages,
  type Raw,
} from './event-log.stored.ts';
import { ReadingHalf } from './reading-half.ts';
import type { Session } from './session.ts';

export type Batch = readonly StoredEvent[];

type Read = (rust: KurrentDBClient['rustClient']) => Pages;

/** Reads streams, and the log as a whole. */
export class Reader {
  readonly #asked = new Map<string, Promise<Batch>>();

  constructor(
    private readonly session: Session,
    private readonly half = new ReadingHalf(session),
  ) {}

  async stream(stream: StreamId): Promise<Batch> {
    const options = { ...this.#options, direction: 'forwards', fromRevision: 'start' };
    const found = await this.#gather((rust) =>
      rust.readStream(stream, { ...options, maxCount: everything }),
    ).catch(emptyWhenMissing);
    return found.map(storedEvent).map(inPlace);
  }

  /** The event at that place of a stream. */
  async event(stream: StreamId, revision: number): Promise<StoredEvent | undefined> {
    const options = { ...this.#options, direction: 'forwards', fromRevision: BigInt(revision) };
    const [found] = await this.#gather((rust) =>
      rust.readStream(stream, { ...options, maxCount: 1n }),
    );
    return found && storedEvent(found);
  }

  /**
   * So many events after a place in the log. Followers that ask for the same at the same time
   * share one read: those of a process wake together, and mostly stand at the same place.
   */
  after(place: number, limit: number): Promise<Batch> {
    const key = `${place}/${limit}`;
    const shared = this.#asked.get(key);
    if (shared) return shared;
    const asked = this.#after(place, limit).finally(() => this.#asked.delete(key));
    this.#asked.set(key, asked);
    return asked;
  }

  /** The position of the last event; 0 when there is none. */
  async head(): Promise<number> {
    const options = { ...this.#options, direction: 'backwards', fromPosition: 'end' };
    const [last] = await this.#gather((rust) =>
      rust.readAll({ ...options, maxCount: 1n, filter: withoutSystem }),
    );
    return last ? positionOf(last) : 0;
  }

  async #after(place: number, limit: number): Promise<Batch> {
    const commit = BigInt(place);
    const fromPosition = place > 0 ? { commit, prepare: commit } : 'start';
    const options = { ...this.#options, direction: 'forwards', fromPosition };
    // A read begins with the event that stands at the place itself.
    const maxCount = BigInt(limit + 1);
    const found = await this.#gather((rust) =>
      rust.readAll({ ...options, maxCount, filter: withoutSystem }),
    );
    const wanted = found
      .filter((raw) => positionOf(raw) > place && !isSystem(raw))
      .slice(0, limit)
      .map(storedEvent);
    const last = found.at(-1);
    if (!last || found.length <= limit || wanted.length === limit) return wanted;
    return [...wanted, ...(await this.#after(positionOf(last), limit - wanted.length))];
  }

  async #gather(read: Read): Promise<Raw[]> {
    const found = await this.half.gather(read);
    return found.flatMap(({ event }) => event ?? []);
  }

  get #options() {
    return { ...this.session.login, requiresLeader: true, resolvesLink: false };
  }
}

const everything = BigInt(Number.MAX_SAFE_INTEGER);

/**
 * A stream of which something was truncated or scavenged would fold into another case than it was.
 * Nothing of Wijkspoor removes events, so whoever did must put them back.
 */
function inPlace(event: StoredEvent, index: number): StoredEvent {
  if (event.revision === index) return event;
  const hole = `revision ${index} is missing, and ${event.revision} stands there`;
  throw new Error(`Something was removed from ${event.stream}: ${hole}. Put the log back.`);
}

// Its errors come from native code: they have a name, but need not be an Error of this realm.
function emptyWhenMissing(error: unknown): Raw[] {
  if ((error as Error).name === 'StreamNotFoundError') return [];
  throw error;
}
