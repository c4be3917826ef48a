import { RevisionConflict, Unavailable } from '@wijkspoor/kernel';
import type { Bus, EventLog, HandleBatch, Inbox, JudgeMessages, Witness } from '@wijkspoor/ports';
import { refusalCodeOf } from '../refusal-code.ts';
import type { Instruments } from './instruments.ts';
import { Lateness } from './lateness.ts';

/* The ports, measured from outside: no adapter knows that anybody looks. */

const secondsSince = (start: number) => (performance.now() - start) / 1_000;

/** A log whose appends are timed and counted. */
export function meteredLog(log: EventLog, { append, appended }: Instruments): EventLog {
  return {
    async append(stream, events, expected) {
      const start = performance.now();
      let outcome = 'stored';
      try {
        const answer = await log.append(stream, events, expected);
        for (const { type } of events) appended.inc({ type });
        return answer;
      } catch (error) {
        outcome = failureOf(error);
        throw error;
      } finally {
        append.observe({ outcome }, secondsSince(start));
      }
    },
    read: (stream) => log.read(stream),
    replay: (after) => log.replay(after),
    follow: (after, stop) => log.follow(after, stop),
    head: () => log.head(),
  };
}

function failureOf(error: unknown): string {
  if (error instanceof RevisionConflict) return 'conflict';
  return error instanceof Unavailable ? 'unavailable' : 'failed';
}

/** Counts commands and refusals. */
export function meteringWitness({ commands, refusals }: Instruments): Witness {
  return {
    async command({ type: command }, work) {
      let outcome = 'failed';
      try {
        const done = await work();
        outcome = done.events.length > 0 ? 'accepted' : 'unchanged';
        return done;
      } catch (error) {
        const code = refusalCodeOf(error);
        if (code !== undefined) refusals.inc({ code });
        outcome = code === undefined ? failureOf(error) : 'refused';
        throw error;
      } finally {
        commands.inc({ command, outcome });
      }
    },
    projection: (_batch, work) => work(),
  };
}

/** How late each group of this process is, and the relay. */
export type Latenesses = Readonly<{ groups: Map<string, Lateness>; relay: Lateness }>;

/** A bus whose consumers are timed and counted, and what is put on it. */
export function meteredBus<B extends Bus>(
  bus: B,
  meters: Instruments,
  { groups, relay }: Latenesses,
): B {
  return {
    ...bus,
    async publish(events) {
      relay.begin(events);
      let done = false;
      try {
        await bus.publish(events);
        done = true;
        meters.published.inc(events.length);
      } finally {
        relay.end(events, done);
      }
    },
    consume(consumer, stop) {
      const { group, handle } = consumer;
      const lateness = groups.get(group) ?? new Lateness();
      groups.set(group, lateness);
      const metered = meteredHandle(handle, { group, lateness, meters });
      return bus.consume({ ...consumer, handle: metered }, stop);
    },
  };
}

/** Where channels put their messages, with those counted that were judged. */
export function meteredInbox(inbox: Inbox, meters: Instruments, read: Map<string, Inbox>): Inbox {
  return {
    ...inbox,
    read({ group, judge }, stop) {
      read.set(group, inbox);
      const metered: JudgeMessages = async (messages) => {
        const replies = await judge(messages);
        for (const reply of replies)
          meters.messages.inc({ outcome: reply === undefined ? 'accepted' : 'refused' });
        return replies;
      };
      return inbox.read({ group, judge: metered }, stop);
    },
  };
}

type Measuring = Readonly<{ group: string; lateness: Lateness; meters: Instruments }>;

function meteredHandle(handle: HandleBatch, { group, lateness, meters }: Measuring): HandleBatch {
  return async (batch) => {
    const start = performance.now();
    lateness.begin(batch);
    let outcome = 'failed';
    try {
      await handle(batch);
      outcome = 'handled';
      meters.handled.inc({ group }, batch.length);
    } finally {
      const age = lateness.end(batch, outcome === 'handled');
      if (outcome === 'handled') meters.age.observe({ group }, age);
      meters.batches.observe({ group, outcome }, secondsSince(start));
    }
  };
}
