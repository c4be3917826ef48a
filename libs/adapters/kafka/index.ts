/** Everything of Wijkspoor that speaks Kafka. */
export { eventsTopic, kafkaAddress } from './address.ts';
export type { KafkaAddress } from './address.ts';
export { openKafkaBus } from './bus.ts';
export type { KafkaBus, KafkaBusOptions } from './bus.ts';
export type { PartitionLag } from './partitions.ts';
export type { RefusedMessage } from './portion.ts';
export { createTopics } from './topics.ts';
export type { TopicOptions, TopicStatus } from './topics.ts';
