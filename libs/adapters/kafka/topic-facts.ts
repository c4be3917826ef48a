/** A topic as it stands on Kafka. */
export type TopicFacts = Readonly<{
  topic: string;
  partitions: number;
  /** Copies of each message. */
  replicas: number;
  /** Its settings, by Kafka's own names. */
  config: ReadonlyMap<string, string>;
}>;

/** A setting that is not what it should be, by Kafka's own name for it. */
export type TopicDifference = Readonly<{ setting: string; is: string; wanted: string }>;

type Wanted = Readonly<{ partitions?: number; retentionDays?: number; replicas?: number }>;

const dayMs = 24 * 60 * 60 * 1_000;
const messageBytes = 4 * 1024 * 1024;

const inSyncFor = (replicas: number) => (replicas >= 3 ? 2 : 1);

/** How a topic is set up when it is made. */
export function configOf(retentionDays: number, replicas: number) {
  const settings = {
    'cleanup.policy': 'delete',
    'retention.ms': retentionDays * dayMs,
    // Kept from when it was published: a log that is published anew would be gone at once.
    'message.timestamp.type': 'LogAppendTime',
    'max.message.bytes': messageBytes,
    // Acknowledged by all means by two at least, where there are three.
    'min.insync.replicas': inSyncFor(replicas),
  };
  return Object.entries(settings).map(([name, value]) => ({ name, value: String(value) }));
}

/**
 * Where a topic is not what is wanted: what a person asked for must be exactly so; what Wijkspoor
 * cannot do without must be there in any case.
 */
export function differencesOf(facts: TopicFacts, wanted: Wanted): TopicDifference[] {
  return [...fromAsked(facts, wanted), ...fromNeeded(facts)];
}

function fromAsked({ partitions, replicas, config }: TopicFacts, wanted: Wanted) {
  const { retentionDays } = wanted;
  const compared: readonly (readonly [string, string | number, number | undefined])[] = [
    ['partitions', partitions, wanted.partitions],
    ['replication.factor', replicas, wanted.replicas],
    ['retention.ms', config.get('retention.ms') ?? '', retentionDays && retentionDays * dayMs],
  ];
  return compared
    .filter(([, is, asked]) => asked !== undefined && String(is) !== String(asked))
    .map(([setting, is, asked]) => ({ setting, is: String(is), wanted: String(asked) }));
}

function fromNeeded({ config, replicas }: TopicFacts): TopicDifference[] {
  const value = (name: string) => config.get(name) ?? '';
  const differs = (setting: string, wanted: string, isFine: boolean) =>
    isFine ? [] : [{ setting, is: value(setting), wanted }];
  const atLeast = (setting: string, least: number) =>
    differs(setting, `>= ${least}`, Number(value(setting)) >= least);
  const policy = value('cleanup.policy');
  return [
    // Of a stream every event counts; compaction keeps only the last.
    ...differs('cleanup.policy', 'delete', policy === 'delete'),
    ...atLeast('max.message.bytes', messageBytes),
    ...atLeast('min.insync.replicas', inSyncFor(replicas)),
  ];
}
