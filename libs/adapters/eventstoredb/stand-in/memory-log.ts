/** An event on its way in. */
export type Proposed = Readonly<{
  id: string;
  type: string;
  contentType: string;
  data: Uint8Array;
  meta: Uint8Array;
}>;

/** An event that is stored. Its position is where its record begins, counted in bytes. */
export type Entry = Proposed &
  Readonly<{ stream: string; revision: number; position: number; created: number }>;

/** What may be expected of a stream: a last revision, or one of the words. */
export type ExpectedState = number | 'none' | 'exists' | 'any';

/** What became of an append; `actual` is -1 when there is no such stream. */
export type Verdict =
  | Readonly<{ stored: true; revision: number; position: number }>
  | Readonly<{ stored: false; actual: number; isDeleted?: true }>;

/** A stream may begin again after it was deleted, and never after it was tombstoned. */
type Removal = 'deleted' | 'tombstoned';

const recordHeader = 120;
const oneInTen = 10;

/**
 * The log of the stand-in, in memory. It judges an append as the server's index writer does, and
 * its positions are not consecutive: a position between two records is the place of nothing.
 *
 * Records of the server's own stand in between, as on a real server.
 */
export class MemoryLog {
  #entries: Entry[] = [];
  #hasHoles = false;
  readonly #removed = new Map<string, Readonly<{ how: Removal; next: number }>>();
  readonly #streams = new Map<string, Entry[]>();
  readonly #waiting = new Set<() => void>();
  #end = 1_131;

  constructor() {
    this.#store('$user-admin', [ownRecord('$UserCreated')]);
  }

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  stream(name: string): readonly Entry[] {
    return this.#streams.get(name) ?? [];
  }

  append(stream: string, events: readonly Proposed[], expected: ExpectedState): Verdict {
    if (this.isTombstoned(stream)) return { stored: false, actual: -1, isDeleted: true };
    const known = this.stream(stream);
    const actual = known.at(-1)?.revision ?? -1;
    const before = expected === 'none' ? -1 : expected;
    if (typeof before === 'number' && before < actual) {
      return (
        storedBefore(
          known.filter(({ revision }) => revision > before),
          events,
        ) ?? { stored: false, actual }
      );
    }
    const isWrong =
      typeof before === 'number' ? before > actual : before === 'exists' && actual < 0;
    if (isWrong) return { stored: false, actual };
    if (this.#entries.length % oneInTen === 0) this.addOwnRecord();
    const last = this.#store(stream, events);
    return { stored: true, revision: last?.revision ?? actual, position: last?.position ?? 0 };
  }

  /**
   * Removes a stream, or all of it before a revision, and scavenges: the records are gone, and a
   * position at which one stood now stands for what comes after it.
   */
  remove(stream: string, how: Removal | number): void {
    const known = this.stream(stream);
    const kept = typeof how === 'number' ? known.filter(({ revision }) => revision >= how) : [];
    this.#entries = this.#entries.filter(
      (entry) => entry.stream !== stream || kept.includes(entry),
    );
    this.#streams.set(stream, [...kept]);
    this.#hasHoles = true;
    if (typeof how === 'string') this.#removed.set(stream, { how, next: known.length });
  }

  isTombstoned(stream: string): boolean {
    return this.#removed.get(stream)?.how === 'tombstoned';
  }

  /** Adds something that the server itself keeps in the log. */
  addOwnRecord(): void {
    this.#store('$stats-127.0.0.1:2113', [ownRecord('$statsCollected')]);
  }

  /** Index of the entry at a position, or past the last one; undefined where no record begins. */
  indexAt(position: number): number | undefined {
    let [low, high] = [0, this.#entries.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#entries[middle]?.position ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    const found = this.#entries[low];
    return !found || found.position === position || this.#hasHoles ? low : undefined;
  }

  /** Resolves as soon as there are more entries than so many, or at `stop`. */
  async grown(beyond: number, stop: AbortSignal): Promise<void> {
    if (this.#entries.length > beyond || stop.aborted) return;
    await new Promise<void>((wake) => {
      const done = () => {
        this.#waiting.delete(done);
        stop.removeEventListener('abort', done);
        wake();
      };
      this.#waiting.add(done);
      stop.addEventListener('abort', done);
    });
  }

  #lastRemoved(stream: string): number {
    return (this.#removed.get(stream)?.next ?? 0) - 1;
  }

  #store(stream: string, events: readonly Proposed[]): Entry | undefined {
    const known = this.#streams.get(stream) ?? [];
    this.#streams.set(stream, known);
    for (const event of events) {
      const revision = (known.at(-1)?.revision ?? this.#lastRemoved(stream)) + 1;
      const at = { stream, revision, position: this.#end, created: Date.now() };
      const entry = { ...event, ...at };
      this.#end += recordHeader + stream.length + event.data.length + event.meta.length;
      known.push(entry);
      this.#entries.push(entry);
    }
    for (const wake of [...this.#waiting]) wake();
    return known.at(-1);
  }
}

/** The very same events in the very same places: that append was made before. */
function storedBefore(known: readonly Entry[], events: readonly Proposed[]): Verdict | undefined {
  const last = known[events.length - 1];
  const isSame = events.every(({ id }, index) => known[index]?.id === id);
  if (!last || !isSame) return undefined;
  return { stored: true, revision: last.revision, position: last.position };
}

const ownRecord = (type: string): Proposed => ({
  id: crypto.randomUUID(),
  type,
  contentType: 'application/json',
  data: new TextEncoder().encode('{"van":"de server zelf"}'),
  meta: new Uint8Array(),
});
