import { openKafkaInbox } from '@wijkspoor/adapters/kafka';
import type { Inbox } from '@wijkspoor/ports';
import type { Closing } from './closing.ts';
import type { Logger } from './logging.ts';
import type { Observability } from './observability.ts';
import { isKafka } from './open-addresses.ts';
import { sourceOf } from './open-bus.ts';

/** Where channels put their messages, and who we are when we answer. */
export type Channel = Readonly<{ inbox: Inbox; source: string }>;

export type ChannelsOptions = Readonly<{
  busUrl: string;
  oin?: string | undefined;
  closing: Closing;
  logger: Logger;
  observability: Pick<Observability, 'inbox'>;
}>;

/** The way in that is no HTTP: opened when a service asks for it, so only by who reads it. */
export class Channels {
  constructor(private readonly options: ChannelsOptions) {}

  /**
   * Undefined where the bus is no Kafka: then all messages come over HTTP. Throws `BadInput` that
   * names BUS_URL where a topic is missing.
   */
  async open(): Promise<Channel | undefined> {
    const { busUrl, oin, closing, logger, observability } = this.options;
    if (!isKafka({ busUrl })) return undefined;
    const log = (message: string) => logger.warn(message);
    const inbox = await openKafkaInbox({ url: busUrl, log });
    closing.add('the inbox', inbox, (opened) => opened.close());
    return {
      inbox: observability.inbox(inbox),
      source: oin ? sourceOf(oin) : 'urn:nld:wijkspoor:intake',
    };
  }
}
