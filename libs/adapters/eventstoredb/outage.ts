import { Unavailable } from '@wijkspoor/kernel';

/** Nobody answered in time. */
export class Silence extends Error {
  override readonly name = 'Silence';
}

/**
 * What the two halves of the client tell of an error: `type` and gRPC's `code` from the one that
 * appends and subscribes, a `name` and a sentence from the one that reads.
 */
type Told = Readonly<{ type?: unknown; code?: unknown; name?: unknown; message?: unknown }>;

const told = (error: unknown): Told => (typeof error === 'object' && error !== null ? error : {});

/** What the half that appends and subscribes calls an error. */
export const typeOf = (error: unknown): unknown => told(error).type;

// The server is there and says no: it would say the same the next time. gRPC's numbers: invalid
// argument, not found, already exists, failed precondition, out of range, not implemented.
const answers = new Set<unknown>([3, 5, 6, 9, 11, 12]);
const answersByName = /^(StreamNotFoundError|StreamDeletedError)$/;
const answersByType = /^(wrong-expected-version|stream-\w+|.*size-exceeded|invalid-\w+)$/;
const invalidArgument = /invalid argument/;

/** Not now: another node leads, or the write was not confirmed in time. The line is fine. */
export function isForLater(error: unknown): boolean {
  const { type, code, name } = told(error);
  return type === 'not-leader' || name === 'NotLeaderError' || code === 10;
}

/** It may have gone silent for good: a line that breaks is heard, this is not. */
export const isSilence = (error: unknown): boolean =>
  error instanceof Silence || told(error).code === 4;

/** Everything that is no answer of the server at all is an outage. */
export function isOutage(error: unknown): boolean {
  const { type, code, name, message } = told(error);
  if (isForLater(error)) return true;
  const isAnswer =
    answers.has(code) ||
    answersByType.test(String(type)) ||
    answersByName.test(String(name)) ||
    invalidArgument.test(String(message));
  return !isAnswer;
}

export const unavailable = (cause: unknown) =>
  new Unavailable(`EventStoreDB cannot be reached: ${reason(cause)}`, { cause });

export const reason = (error: unknown) => String(told(error).message ?? error);
