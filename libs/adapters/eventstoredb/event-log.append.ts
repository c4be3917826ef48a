import type {
  AppendStreamState,
  EventData,
  WrongExpectedVersionError,
} from '@kurrent/kurrentdb-client';
import { RevisionConflict, type StreamId } from '@wijkspoor/kernel';
import type { Appended, Expected, NewEvent } from '@wijkspoor/ports';
import type { Reader } from './event-log.read.ts';
import { typeOf } from './outage.ts';
import type { Session } from './session.ts';

/**
 * Appends, each as one call of its own. The server compares ids at an explicit revision, so that
 * the same append may be made again whenever nobody knows what became of it.
 */
export class Appender {
  constructor(
    private readonly session: Session,
    private readonly reader: Reader,
  ) {}

  async append(
    stream: StreamId,
    events: readonly NewEvent[],
    expected: Expected,
  ): Promise<Appended> {
    check(stream, events);
    const data = events.map(eventData);
    try {
      const stored = await this.#send(stream, data, expected);
      const revision = Number(stored.nextExpectedRevision);
      if (expected === 'none' && revision >= events.length) throw wasDeleted(stream, revision);
      const position = stored.position?.commit ?? (await this.#positionAt(stream, revision));
      return { revision, position: Number(position) };
    } catch (error) {
      if (!isWrongRevision(error)) throw error;
      const actual = error.actualState === noStream ? 'none' : Number(error.actualState);
      throw new RevisionConflict(stream, expected, actual);
    }
  }

  // A write that is not confirmed yet makes the server drop the same write without a word, until
  // it is late. So it is made again.
  #send(stream: StreamId, data: EventData[], expected: Expected) {
    const streamState: AppendStreamState = expected === 'none' ? noStream : BigInt(expected);
    const options = { ...this.session.login, streamState, requiresLeader: true };
    return this.session.insist((deadline) =>
      this.session.ask((client) => client.appendToStream(stream, data, { ...options, deadline })),
    );
  }

  async #positionAt(stream: StreamId, revision: number) {
    const event = await this.reader.event(stream, revision);
    if (!event) throw new Error(`${stream} has no event at revision ${revision} after an append.`);
    return event.position;
  }
}

const noStream = 'no_stream';

/** The server lets a stream that was deleted begin again, and goes on counting where it was. */
const wasDeleted = (stream: StreamId, revision: number) =>
  new Error(`${stream} was deleted in this log, and now goes on at revision ${revision}.`);

const isWrongRevision = (error: unknown): error is WrongExpectedVersionError =>
  typeOf(error) === 'wrong-expected-version';

const utf8 = new TextEncoder();

/** As bytes, because what is handed over as JSON would be written, and read, by the client. */
const eventData = ({ id, type, body, meta }: NewEvent): EventData => ({
  id: id.toLowerCase(),
  type,
  contentType: 'application/octet-stream',
  data: utf8.encode(body),
  metadata: utf8.encode(meta),
});

function check(stream: StreamId, events: readonly NewEvent[]) {
  if (events.length === 0) throw new TypeError(`An append to ${stream} needs at least one event.`);
  if (stream.startsWith('$'))
    throw new TypeError(`${stream}: a $ is for the server's own streams.`);
  for (const { id, type, body, meta } of events) {
    if (!uuid.test(id)) throw new TypeError(`Event ${id} for ${stream}: its id is no UUID.`);
    // A follower would never see it.
    if (type.startsWith('$')) throw new TypeError(`Event ${id}: the type ${type} starts with a $.`);
    if (unstorable.test(body) || unstorable.test(meta)) {
      throw new TypeError(`Event ${id} for ${stream} is not well-formed Unicode text.`);
    }
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const unstorable = /[\p{Surrogate}\0]/u;
