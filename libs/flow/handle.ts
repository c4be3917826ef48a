import type { AnyCommand, AnyEvent, Decider, Meta, StreamId, Uuid } from '@wijkspoor/kernel';
import { RevisionConflict } from '@wijkspoor/kernel';
import type { EventLog, Expected } from '@wijkspoor/ports';
import { witnessOf } from '@wijkspoor/ports';
import type { Codec } from './codec.ts';
import { inTurn } from './turns.ts';

const attemptsMax = 10;

/** What a command is decided with. */
export type Handling<State, Command extends AnyCommand, Event extends AnyEvent> = Readonly<{
  log: EventLog;
  codec: Codec<Event>;
  decider: Decider<State, Command, Event>;
  /** The id of the n-th event that a command leads to: the same command gives the same ids. */
  eventId(commandId: Uuid, n: number): Uuid;
}>;

/**
 * The command's own id, and who, why and what led to it.
 *
 * `isNew` says that the stream is taken not to exist, which spares a read for every new case; when
 * it does exist, the conflict leads to an attempt that reads it.
 */
export type Cause = Meta & Readonly<{ commandId: Uuid; isNew?: boolean }>;

export type Handled<Event extends AnyEvent> = Readonly<{
  events: readonly Event[];
  /** The stream's last revision after this command; `none` when there is no such stream. */
  revision: Expected;
}>;

/** Read, fold, decide, append; and again when somebody else came first. */
export async function handle<State, Command extends AnyCommand, Event extends AnyEvent>(
  handling: Handling<State, Command, Event>,
  stream: StreamId,
  command: Command,
  cause: Cause,
): Promise<Handled<Event>> {
  const { log } = handling;
  const seen = { type: command.type, stream, causationId: cause.causationId };
  return witnessOf(log).command(seen, () =>
    inTurn(log, stream, async () => attempts(handling, stream, command, cause)),
  );
}

async function attempts<State, Command extends AnyCommand, Event extends AnyEvent>(
  handling: Handling<State, Command, Event>,
  stream: StreamId,
  command: Command,
  cause: Cause,
): Promise<Handled<Event>> {
  for (let attempt = 1; ; attempt++) {
    const unread = cause.isNew && attempt === 1;
    const { state, revision } = unread ? empty(handling) : await fold(handling, stream);
    const events = handling.decider.decide(command, state);
    if (events.length === 0) return { events, revision };
    try {
      const stored = events.map((event, n) => encode(handling, event, cause, n));
      const appended = await handling.log.append(stream, stored, revision);
      return { events, revision: appended.revision };
    } catch (error) {
      if (!(error instanceof RevisionConflict) || attempt === attemptsMax) throw error;
    }
  }
}

type Folded<State> = { state: State; revision: Expected };

function empty<State, Command extends AnyCommand, Event extends AnyEvent>({
  decider,
}: Handling<State, Command, Event>): Folded<State> {
  return { state: decider.initial, revision: 'none' };
}

async function fold<State, Command extends AnyCommand, Event extends AnyEvent>(
  handling: Handling<State, Command, Event>,
  stream: StreamId,
): Promise<Folded<State>> {
  const { log, codec, decider } = handling;
  const stored = await log.read(stream);
  const facts = stored.map((event) => factOf(codec.decode(event)));
  const state = facts.reduce(decider.evolve, decider.initial);
  return { state, revision: stored.at(-1)?.revision ?? 'none' };
}

// Who stored it and when is no part of what happened: the rules compare facts, old ones and new.
function factOf<Event extends AnyEvent>({ type, data }: Event): Event {
  return { type, data } as Event;
}

function encode<State, Command extends AnyCommand, Event extends AnyEvent>(
  { codec, eventId }: Handling<State, Command, Event>,
  event: Event,
  { commandId, isNew: _isNew, ...meta }: Cause,
  n: number,
) {
  return codec.encode(eventId(commandId, n), event, meta);
}
