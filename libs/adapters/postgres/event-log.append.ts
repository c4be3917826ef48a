import { RevisionConflict, Unavailable, type StreamId } from '@wijkspoor/kernel';
import type { Appended, Expected, NewEvent } from '@wijkspoor/ports';
import pg from 'pg';
import { intArray, textArray } from './binary-array.ts';
import type { Connection } from './connection.ts';
import type { Tables } from './event-log.schema.ts';

/** One append on its way, and who waits for it. `expected` is -1 where no stream may be. */
type Ask = Readonly<{
  stream: StreamId;
  events: readonly NewEvent[];
  expected: number;
  done(appended: Appended): void;
  failed(error: unknown): void;
}>;

const eventsMax = 500;
const charsMax = 2_000_000;

/**
 * Group commit: what is asked while a group is being written goes together as the next group, one
 * statement and one flush to disk for all of them. The busier it is, the larger the groups.
 */
export class Appender {
  #waiting: Ask[] = [];
  #writing = false;

  constructor(
    private readonly writer: Connection,
    private readonly lookup: Connection,
    private readonly tables: Tables,
  ) {}

  append(stream: StreamId, events: readonly NewEvent[], expected: Expected): Promise<Appended> {
    return new Promise((done, failed) => {
      check(stream, events);
      const before = expected === 'none' ? -1 : expected;
      this.#waiting.push({ stream, events, expected: before, done, failed });
      if (!this.#writing) this.#start();
    });
  }

  // Not at once: what else is asked in this turn of the event loop shall go along.
  #start() {
    this.#writing = true;
    setImmediate(() => void this.#run());
  }

  async #run() {
    while (this.#waiting.length > 0) {
      const { group, rest } = nextGroup(this.#waiting);
      this.#waiting = rest;
      await this.#write(group);
    }
    this.#writing = false;
  }

  async #write(group: readonly Ask[]) {
    try {
      const answer = await this.#send(group);
      this.#settle(group, answer);
    } catch (error) {
      if (error instanceof Unavailable) this.#failAll(group, error);
      else if (group.length === 1) for (const ask of group) ask.failed(explain(ask, error));
      // One of them is at fault; the others must not suffer from it.
      else for (const ask of group) await this.#write([ask]);
    }
  }

  async #send(group: readonly Ask[]): Promise<Answer> {
    const text = `select * from ${this.tables.appendGroup}($1,$2,$3,$4,$5,$6,$7,$8,$9)`;
    const [row] = await this.writer.rows({ name: 'append', text, values: parameters(group) });
    const [first, refused, actuals] = row ?? [];
    return { position: Number(first), refused: ints(refused), actuals: ints(actuals) };
  }

  #settle(group: readonly Ask[], { position, refused, actuals }: Answer) {
    let next = position;
    group.forEach((ask, index) => {
      const place = refused.indexOf(index + 1);
      if (place >= 0) return void this.#refuse(ask, actuals[place] ?? -1);
      next += ask.events.length;
      ask.done({ revision: ask.expected + ask.events.length, position: next - 1 });
    });
  }

  #failAll(group: readonly Ask[], error: Unavailable) {
    const queued = this.#waiting;
    this.#waiting = [];
    for (const ask of [...group, ...queued]) ask.failed(error);
  }

  /** The stream is elsewhere: because this very append was stored before, or really. */
  async #refuse(ask: Ask, actual: number) {
    const text = `select id, position from ${this.tables.events}
      where stream = $1 and revision > $2 order by revision limit $3`;
    const values = [ask.stream, ask.expected, ask.events.length];
    try {
      const rows = await this.lookup.rows({ name: 'stored-before', text, values });
      const same = ask.events.every(({ id }, index) => rows[index]?.[0] === id.toLowerCase());
      if (!same) throw new RevisionConflict(ask.stream, outside(ask.expected), outside(actual));
      const position = Number(rows.at(-1)?.[1]);
      ask.done({ revision: ask.expected + ask.events.length, position });
    } catch (error) {
      ask.failed(error);
    }
  }
}

type Answer = Readonly<{ position: number; refused: number[]; actuals: number[] }>;

const outside = (revision: number): Expected => (revision < 0 ? 'none' : revision);

const ints = (array: string | null | undefined) =>
  array ? array.slice(1, -1).split(',').map(Number) : [];

/** At most one append per stream, so that each finds the revision that the one before it left. */
function nextGroup(waiting: readonly Ask[]) {
  const group: Ask[] = [];
  const later: Ask[] = [];
  const streams = new Set<string>();
  let events = 0;
  let chars = 0;
  let index = 0;
  for (; index < waiting.length; index++) {
    const ask = waiting[index];
    if (!ask || (group.length > 0 && (events >= eventsMax || chars >= charsMax))) break;
    if (streams.has(ask.stream)) {
      later.push(ask);
      continue;
    }
    streams.add(ask.stream);
    group.push(ask);
    events += ask.events.length;
    for (const { body, meta } of ask.events) chars += body.length + meta.length;
  }
  return { group, rest: [...later, ...waiting.slice(index)] };
}

function parameters(group: readonly Ask[]): Buffer[] {
  const events = group.flatMap((ask) => ask.events);
  const streams = group.flatMap(({ stream, events }) => events.map(() => stream));
  return [
    textArray(group.map((ask) => ask.stream)),
    intArray(group.map((ask) => ask.expected)),
    intArray(group.flatMap((ask, index) => ask.events.map(() => index + 1))),
    textArray(streams),
    intArray(group.flatMap((ask) => ask.events.map((_, index) => ask.expected + 1 + index))),
    textArray(events.map((event) => event.id)),
    textArray(events.map((event) => event.type)),
    textArray(events.map((event) => event.body)),
    textArray(events.map((event) => event.meta)),
  ];
}

/** What PostgreSQL could not give back as it was is refused here: half a surrogate pair, or NUL. */
function check(stream: StreamId, events: readonly NewEvent[]) {
  if (events.length === 0) throw new TypeError(`An append to ${stream} needs at least one event.`);
  for (const { id, body, meta } of events) {
    if (unstorable.test(body) || unstorable.test(meta)) {
      throw new TypeError(`Event ${id} for ${stream} is not well-formed Unicode text.`);
    }
  }
}

const unstorable = /[\p{Surrogate}\0]/u;

function explain({ stream, events }: Ask, error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError) || error.code !== '23505') return error;
  const ids = events.map(({ id }) => id).join(', ');
  return new Error(`One of these events for ${stream} is in the log already, elsewhere: ${ids}.`, {
    cause: error,
  });
}
