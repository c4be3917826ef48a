import type { TopicStatus } from '@wijkspoor/platform';
import { getal, tabel } from './tabel.ts';

type Verschil = TopicStatus['differs'][number];

const dagMs = 24 * 60 * 60 * 1_000;

const kolommen = [
  { kop: 'Topic', breedte: 40 },
  { kop: 'Partities', breedte: 9, rechts: true },
  { kop: 'Replicas', breedte: 8, rechts: true },
  { kop: 'Bewaard', breedte: 11, rechts: true },
  { kop: 'Wat er gebeurde', breedte: 20 },
] as const;

/** The topics for a screen of a hundred columns, and what differs below them. */
export function toonTopics(topics: readonly TopicStatus[]): string {
  const rijen = topics.map((topic) => [
    topic.topic,
    getal(topic.partitions),
    getal(topic.replicas),
    bewaard(topic),
    topic.made ? 'gemaakt' : topic.differs.length > 0 ? 'was er, wijkt af' : 'was er al',
  ]);
  const anders = topics.flatMap(({ differs }) => differs);
  const uitleg = anders.some(({ setting }) => setting === 'partitions') ? [nooitAnders] : [];
  return [tabel(kolommen, rijen), ...topics.flatMap(verschillenVan), ...uitleg].join('\n\n');
}

function verschillenVan({ topic, differs }: TopicStatus): string[] {
  if (differs.length === 0) return [];
  return [[`${topic} wijkt af, en is niet veranderd:`, ...differs.map(regel)].join('\n')];
}

const regel = ({ setting, is, wanted }: Verschil) =>
  `  ${setting} is ${is || 'niet gezet'}, en hoort ${wanted} te zijn`;

const nooitAnders = [
  'Met een ander aantal partities komen nieuwe feiten van een zaak ergens anders te staan dan de',
  'oude, en dat breekt hun volgorde. Maak een nieuw topic, of vraag wat er al is.',
].join('\n');

function bewaard({ config }: TopicStatus): string {
  const ms = Number(config.get('retention.ms') ?? -1);
  if (ms < 0) return 'altijd';
  const dagen = ms / dagMs;
  return `${getal(Math.round(dagen * 10) / 10)} ${dagen === 1 ? 'dag' : 'dagen'}`;
}

/** The same for programs, with all settings that Kafka has for it. */
export function alsJson(topics: readonly TopicStatus[]): object {
  return topics.map(({ topic, made, partitions, replicas, config, differs }) => ({
    topic,
    gemaakt: made,
    partities: partitions,
    replicas,
    instellingen: Object.fromEntries([...config].sort()),
    verschillen: differs.map(({ setting, is, wanted }) => ({
      instelling: setting,
      is,
      hoort: wanted,
    })),
  }));
}
