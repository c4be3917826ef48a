import { randomUUID } from 'node:crypto';
import { inboxContract } from '@wijkspoor/ports/contract';
import { kafka, withKafka } from '@wijkspoor/testing';
import { inboxInTest } from './fixtures/inbox.fixture.ts';

await withKafka('a real Kafka', kafka, ({ brokers }) => {
  inboxContract('Kafka', () => inboxInTest(`kafka://${brokers}/proef-${randomUUID()}`));
});
