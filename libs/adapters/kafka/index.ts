/** Everything of Wijkspoor that speaks Kafka. */
export { kafkaAddress } from './address.ts';
export { openKafkaBus } from './bus.ts';
export type { KafkaBus } from './bus.ts';
export { messageOf } from './cloud-event.ts';
export { openKafkaInbox } from './inbox.ts';
export type { PartitionLag } from './partitions.ts';
export { createTopics, topicsAt } from './topics.ts';
export type { TopicOptions, TopicStatus } from './topics.ts';
