import type { TopicOptions, TopicStatus } from '@wijkspoor/adapters/kafka';
import { createTopics } from '@wijkspoor/adapters/kafka';
import { BadInput } from '@wijkspoor/kernel';
import type { Environment } from './config.ts';
import { readConfig } from './config.ts';
import { isKafka } from './open-addresses.ts';

export type { TopicOptions, TopicStatus } from '@wijkspoor/adapters/kafka';

/**
 * Makes the topics of the city that the settings name where they are missing, and looks at those
 * that are there. Throws `BadInput` that names BUS_URL where there is no Kafka, or it says no.
 */
export async function makeTopics(
  given: Environment,
  options: Omit<TopicOptions, 'topics'>,
): Promise<TopicStatus[]> {
  const { busUrl } = readConfig(given);
  if (isKafka({ busUrl })) return createTopics(busUrl, options);
  const scheme = busUrl.slice(0, busUrl.indexOf(':') + 1);
  const message = `alleen Kafka heeft topics, en dit is ${scheme}; geef kafka://host:9092`;
  throw new BadInput([{ pointer: 'BUS_URL', message }]);
}
