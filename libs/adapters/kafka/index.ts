/** Everything of Wijkspoor that speaks Kafka. */
export { channelTopicsOf, eventsTopic, kafkaAddress } from './address.ts';
export type { KafkaAddress } from './address.ts';
export { openKafkaBus } from './bus.ts';
export type { KafkaBus, KafkaBusOptions } from './bus.ts';
export { messageOf } from './cloud-event.ts';
export { openKafkaInbox } from './inbox.ts';
export type { KafkaInbox, KafkaInboxOptions } from './inbox.ts';
export type { PartitionLag } from './partitions.ts';
export type { RefusedMessage } from './portion.ts';
export type { TopicDifference } from './topic-facts.ts';
export { createTopics, topicsAt } from './topics.ts';
export type { TopicOptions, TopicStatus } from './topics.ts';
