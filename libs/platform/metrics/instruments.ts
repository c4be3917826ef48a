import type * as prom from 'prom-client';

/** The library, which is loaded only where metrics are on. */
export type Prom = typeof prom;

const fast = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const slow = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

/**
 * Everything that a process measures of itself, each with the name under which it is told. What it
 * means and when to worry stands in docs/reference/observability.md; a test keeps the two equal.
 *
 * No label may hold what the outside world chose, such as an id or an address: each new value is a
 * new series for ever, and it may be about a person.
 */
export type Instruments = ReturnType<typeof instrumentsOf>;

export function instrumentsOf(library: Prom, registers: prom.Registry[]) {
  const { Counter, Gauge, Histogram } = library;
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name: `wijkspoor_${name}`, help, labelNames, registers });
  const gauge = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Gauge({ name: `wijkspoor_${name}`, help, labelNames, registers });
  const seconds = <Label extends string>(
    name: string,
    help: string,
    { labelNames, buckets }: Readonly<{ labelNames: Label[]; buckets: number[] }>,
  ) => new Histogram({ name: `wijkspoor_${name}_seconds`, help, labelNames, buckets, registers });
  return {
    info: gauge('info', 'Which program this is; always 1.', ['service', 'version']),
    ...ofRequests(seconds),
    ...ofLog(counter, seconds),
    ...ofFollowers(counter, gauge, seconds),
    ...ofRelay(counter, gauge),
    ...ofClock(gauge, seconds),
    messages: counter('channel_messages_total', 'Messages of channels on Kafka, by outcome.', [
      'outcome',
    ]),
    channelLag: gauge('channel_lag_messages', 'Messages of channels that wait to be judged.', [
      'group',
    ]),
    failures: counter('scrape_failures_total', 'Engines that could not be asked in time.', ['of']),
  };
}

type Make<Metric extends 'Counter' | 'Gauge'> = <Label extends string>(
  name: string,
  help: string,
  labelNames: Label[],
) => Metric extends 'Counter' ? prom.Counter<Label> : prom.Gauge<Label>;

type MakeSeconds = <Label extends string>(
  name: string,
  help: string,
  how: Readonly<{ labelNames: Label[]; buckets: number[] }>,
) => prom.Histogram<Label>;

function ofRequests(seconds: MakeSeconds) {
  return {
    requests: seconds('http_request_duration', 'HTTP requests, by route and status.', {
      labelNames: ['method', 'route', 'status'],
      buckets: fast,
    }),
  };
}

function ofLog(counter: Make<'Counter'>, seconds: MakeSeconds) {
  return {
    append: seconds('append_duration', 'Appends to the event log, by how they ended.', {
      labelNames: ['outcome'],
      buckets: fast,
    }),
    appended: counter('events_appended_total', 'Events that were stored, by type.', ['type']),
    commands: counter('commands_total', 'Commands, by what came of them.', ['command', 'outcome']),
    refusals: counter('refusals_total', 'Commands that the rules refused, by code.', ['code']),
  };
}

function ofFollowers(counter: Make<'Counter'>, gauge: Make<'Gauge'>, seconds: MakeSeconds) {
  return {
    handled: counter('follower_events_total', 'Events that a group handled.', ['group']),
    batches: seconds('follower_batch_duration', 'Batches of events, by how they ended.', {
      labelNames: ['group', 'outcome'],
      buckets: fast,
    }),
    age: seconds('follower_event_age', 'Age of the oldest event of a batch once handled.', {
      labelNames: ['group'],
      buckets: slow,
    }),
    lag: gauge('follower_lag_events', 'Events that a group has before it.', ['group']),
    lateness: gauge('follower_lag_seconds', 'How long a group is behind, at most.', ['group']),
    partitions: gauge('consumer_lag_events', 'Events before a group, per partition of Kafka.', [
      'group',
      'partition',
    ]),
    letters: gauge('dead_letters', 'Events that are put aside, with those behind them.', ['group']),
    parked: gauge('parked_streams', 'Streams that wait behind a dead letter.', ['group']),
  };
}

function ofRelay(counter: Make<'Counter'>, gauge: Make<'Gauge'>) {
  return {
    published: counter('relay_published_total', 'Events that this process put on Kafka.', []),
    relayActive: gauge('relay_active', 'Whether this process is the one that relays.', []),
    relayLag: gauge('relay_lag_events', 'Events of the log that are not on Kafka yet.', []),
    relayLateness: gauge('relay_lag_seconds', 'How long the relay is behind, at most.', []),
  };
}

function ofClock(gauge: Make<'Gauge'>, seconds: MakeSeconds) {
  return {
    tick: seconds('clock_tick_duration', 'Looks at what is due, by how they ended.', {
      labelNames: ['outcome'],
      buckets: slow,
    }),
    lastTick: gauge('clock_last_tick_timestamp_seconds', 'When a look ended well; since 1970.', []),
    due: gauge('clock_due_cases', 'Cases that it is time to look at.', []),
    calendarDays: gauge('calendar_days', 'Days that the legal calendar still knows.', []),
    outbox: gauge('messages', 'Messages of the last seven days, by how they stand.', ['status']),
  };
}
