import { randomUUID } from 'node:crypto';
import { Kafka, logLevel, Partitioners, type KafkaMessage } from 'kafkajs';
import { tot } from '../proces.ts';

/** The topic that the city puts its events on. */
const gebeurtenissen = 'wijkspoor.gebeurtenissen.v1';

const onderwerpen = [
  gebeurtenissen,
  'wijkspoor.aanmeldingen.v1',
  'wijkspoor.aanmeldingen.afgewezen.v1',
];

const klant = (brokers: string) =>
  new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING });

export async function maakOnderwerpen(brokers: string): Promise<void> {
  const admin = klant(brokers).admin();
  await admin.connect();
  const topics = onderwerpen.map((topic) => ({ topic, numPartitions: 6, replicationFactor: 1 }));
  await admin.createTopics({ topics, waitForLeaders: true });
  await admin.disconnect();
}

/** How many messages there have been on the topic of the events. */
async function aantalBerichten(brokers: string): Promise<number> {
  const admin = klant(brokers).admin();
  await admin.connect();
  const partities = await admin.fetchTopicOffsets(gebeurtenissen);
  await admin.disconnect();
  return partities.reduce((som, { high }) => som + Number(high), 0);
}

/** How many members a group has that have a share of the work. */
export async function aantalLeden(brokers: string, groep: string): Promise<number> {
  const admin = klant(brokers).admin();
  await admin.connect();
  const { groups } = await admin.describeGroups([groep]);
  await admin.disconnect();
  const [gevonden] = groups;
  if (gevonden?.state !== 'Stable') return 0;
  return gevonden.members.filter(({ memberAssignment }) => memberAssignment.length > 0).length;
}

/** Every message on the topic of the events up to now, each partition in its order. */
export async function alleBerichten(brokers: string): Promise<KafkaMessage[]> {
  const einde = await aantalBerichten(brokers);
  const consumer = klant(brokers).consumer({ groupId: `lezer-${randomUUID()}` });
  // By its place: whoever has to join its group anew begins at the beginning again.
  const gelezen = new Map<string, KafkaMessage>();
  await consumer.connect();
  await consumer.subscribe({ topics: [gebeurtenissen], fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachBatch: async ({ batch: { partition, messages } }) => {
      for (const bericht of messages) gelezen.set(`${partition}@${bericht.offset}`, bericht);
    },
  });
  await tot(
    async () => gelezen.size >= einde,
    () => [gelezen.size, einde],
  );
  await consumer.disconnect();
  return [...gelezen.values()];
}

export const plaatsVan = ({ key, headers }: KafkaMessage) => ({
  stroom: String(key),
  revisie: Number(String(headers?.['ce_sequence'])),
});

/** How many messages say what one before them said already. */
export async function aantalHerhaald(brokers: string): Promise<number> {
  const plaatsen = (await alleBerichten(brokers)).map((bericht) => {
    const { stroom, revisie } = plaatsVan(bericht);
    return `${stroom}@${revisie}`;
  });
  return plaatsen.length - new Set(plaatsen).size;
}

/** Puts messages on the topic once more, as they are. */
export async function zetOpnieuw(
  brokers: string,
  berichten: readonly KafkaMessage[],
): Promise<void> {
  const producer = klant(brokers).producer({
    createPartitioner: Partitioners.DefaultPartitioner,
  });
  await producer.connect();
  const messages = berichten.map(({ key, value, headers = {} }) => ({ key, value, headers }));
  await producer.sendBatch({ topicMessages: [{ topic: gebeurtenissen, messages }] });
  await producer.disconnect();
}

/**
 * The streams whose events did not come by in their order. That something comes again is no fault;
 * that something comes for the first time while an earlier one has never come is.
 */
export function uitVolgorde(berichten: readonly KafkaMessage[]): string[] {
  const volgende = new Map<string, number>();
  const fout = new Set<string>();
  for (const { stroom, revisie } of berichten.map(plaatsVan)) {
    const verwacht = volgende.get(stroom) ?? 0;
    if (revisie > verwacht) fout.add(stroom);
    if (revisie === verwacht) volgende.set(stroom, revisie + 1);
  }
  return [...fout];
}
