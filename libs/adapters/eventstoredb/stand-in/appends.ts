import { setTimeout as sleep } from 'node:timers/promises';
import {
  status,
  type handleClientStreamingCall,
  type sendUnaryData,
  type ServerReadableStream,
  type ServiceError,
} from '@grpc/grpc-js';
import { objection, type Conduct, type Role } from './guard.ts';
import type { ExpectedState, MemoryLog, Proposed } from './memory-log.ts';
import {
  answer,
  expectedIn,
  proposedIn,
  serviceError,
  streamDeleted,
  streamIn,
} from './messages.ts';
import type { AppendReq, AppendResp } from './protocol.ts';

type Append = { stream: string; expected: ExpectedState; events: Proposed[] };

const appendBytesMax = 1_048_576;
const commitTimeoutMs = 2_000;

/** Answers appends: one call each, as a client makes them that does not batch. */
export function appends(
  log: MemoryLog,
  conduct: Conduct,
  role: Role,
): handleClientStreamingCall<AppendReq, AppendResp> {
  const replicating = new Set<string>();

  const store = async (append: Append, done: sendUnaryData<AppendResp>) => {
    const key = JSON.stringify([append.stream, append.events.map(({ id }) => id)]);
    if (replicating.has(key)) return drop(done);
    const verdict = log.append(append.stream, append.events, append.expected);
    if (!verdict.stored && verdict.isDeleted) return done(streamDeleted(append.stream));
    if (conduct.silence === 'after') return;
    if (conduct.replicationMs > 0) {
      replicating.add(key);
      await sleep(conduct.replicationMs);
      replicating.delete(key);
    }
    done(null, answer(verdict));
  };

  return (call, done) => {
    const refusal = objection(conduct, role, call.metadata);
    if (refusal) return done(refusal);
    if (conduct.silence === 'before') return;
    collect(call)
      .then((append) => store(append, done))
      .catch((error: unknown) => done(asError(error)));
  };
}

/** What the server does with an append that it is still replicating: nothing, until it is late. */
async function drop(done: sendUnaryData<AppendResp>): Promise<void> {
  await sleep(commitTimeoutMs);
  done(serviceError(status.ABORTED, 'Operation timed out: Commit phase timeout.'));
}

async function collect(call: ServerReadableStream<AppendReq, AppendResp>): Promise<Append> {
  const append: Append = { stream: '', expected: 'any', events: [] };
  let size = 0;
  for await (const request of call as AsyncIterable<AppendReq>) {
    const options = request.getOptions();
    if (options)
      Object.assign(append, { stream: streamIn(options), expected: expectedIn(options) });
    const event = proposedIn(request);
    if (!event) continue;
    size += event.data.length + event.meta.length;
    if (size > appendBytesMax) throw tooLarge();
    append.events.push(event);
  }
  // The line broke: half of an append is none.
  if (call.cancelled) throw serviceError(status.CANCELLED, 'The call was cancelled.');
  return append;
}

const tooLarge = () =>
  serviceError(status.INVALID_ARGUMENT, `Maximum Append Size of ${appendBytesMax} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(appendBytesMax),
  });

const asError = (error: unknown): ServiceError =>
  error instanceof Error && 'metadata' in error
    ? (error as ServiceError)
    : serviceError(status.UNKNOWN, 'Exception was thrown by handler.');
