import type { Instant } from '@wijkspoor/kernel';

/** A message of another system as it came, byte for byte. */
export type IncomingMessage = Readonly<{
  topic: string;
  partition: number;
  /** Its place in the partition. Rises, and is never given to another message. */
  offset: string;
  /** When the sender or the broker says it was put there. */
  at: Instant;
  key?: Uint8Array;
  /** In the order in which they came; a name can stand there more than once. */
  headers: readonly (readonly [name: string, value: Uint8Array])[];
  /** Empty where there was none. */
  body: Uint8Array;
}>;

/** What the sender is told. The same message again is told the same. */
export type Reply = Readonly<{
  /** That of the message, so that replies stand in the order of what they are about. */
  key?: Uint8Array;
  headers: Readonly<Record<string, string>>;
  body: string;
}>;

/**
 * Judges messages of one partition, in their order, and gives per message what the sender is to be
 * told, or nothing. Throws `Unavailable` where it cannot be judged now.
 */
export type JudgeMessages = (
  messages: readonly IncomingMessage[],
) => Promise<readonly (Reply | undefined)[]>;

export type InboxReader = Readonly<{
  /** Each message goes to one member of the group. */
  group: string;
  judge: JudgeMessages;
}>;

/**
 * Where other systems put their messages. All promises: `contract/inbox.contract.ts`.
 *
 * A message is done when it was judged and its reply, if there is one, is durable; before that its
 * place is not moved on, so a crash repeats it and does not lose it. While the engines that judging
 * needs are away, messages wait where they are. Nothing that a message says holds up those behind
 * it.
 */
export interface Inbox {
  /** Runs until `stop`. Resolves after what is under way is done, or is left for who comes next. */
  read(reader: InboxReader, stop: AbortSignal): Promise<void>;

  /** How many messages a group has still before it. */
  backlog(group: string): Promise<number>;
}
