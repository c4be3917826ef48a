import { status, type handleServerStreamingCall, type ServerWritableStream } from '@grpc/grpc-js';
import { objection, type Conduct, type Role } from './guard.ts';
import type { Entry, MemoryLog } from './memory-log.ts';
import {
  askedIn,
  caughtUp,
  checkpoint,
  confirmation,
  eventMessage,
  notFoundMessage,
  serviceError,
  streamDeleted,
  type Asked,
} from './messages.ts';
import type { ReadReq, ReadResp } from './protocol.ts';

type Call = ServerWritableStream<ReadReq, ReadResp>;

/** A subscription that runs, and how to break it. */
export type Subscription = Readonly<{ end(): void; fail(code: status): void }>;

const checkpointEvery = 32;

/** Answers reads of one stream and of all, forwards and backwards, and subscriptions to all. */
export class Reads {
  readonly subscriptions = new Set<Subscription>();
  /** How many events went out to who read, subscriptions left aside. */
  handedOut = 0;

  constructor(
    private readonly log: MemoryLog,
    private readonly conduct: Conduct,
    private readonly role: Role,
  ) {}

  readonly handle: handleServerStreamingCall<ReadReq, ReadResp> = (call) => {
    const refusal = objection(this.conduct, this.role, call.metadata);
    if (refusal) return void call.emit('error', refusal);
    if (this.conduct.silence === 'before') return;
    void this.#answer(call, askedIn(call.request));
  };

  async #answer(call: Call, asked: Asked) {
    if (asked.count === undefined) return this.#keepInformed(call, asked);
    if (asked.stream === undefined) return this.#readAll(call, asked, asked.count);
    if (this.log.isTombstoned(asked.stream)) {
      return void call.emit('error', streamDeleted(asked.stream));
    }
    const known = this.log.stream(asked.stream);
    if (known.length === 0) call.write(notFoundMessage(asked.stream));
    await this.#handOut(call, chosen(known, asked).slice(0, asked.count));
  }

  async #readAll(call: Call, { from, backwards, accepts }: Asked, count: number) {
    const { entries } = this.log;
    const index = this.#indexOf(from);
    if (index === undefined) return refusePosition(call, status.UNKNOWN);
    const found = backwards ? entries.slice(0, index).reverse() : entries.slice(index);
    await this.#handOut(call, found.filter(accepts).slice(0, count));
  }

  async #handOut(call: Call, entries: readonly Entry[]) {
    this.handedOut += entries.length;
    await send(call, entries);
    call.end();
  }

  /** A subscription begins after the position that it is given, where a read begins at it. */
  async #keepInformed(call: Call, { from, accepts }: Asked) {
    call.write(confirmation());
    const at = this.#indexOf(from);
    if (at === undefined) return refusePosition(call, status.INVALID_ARGUMENT);
    const stop = this.#register(call);
    let next = typeof from === 'number' && this.log.entries[at] ? at + 1 : at;
    for (let isBehind = true; !stop.aborted; await this.log.grown(next, stop)) {
      while (next < this.log.entries.length && !stop.aborted) {
        next = await this.#sendNext(call, next, accepts);
      }
      if (isBehind && !stop.aborted) call.write(caughtUp());
      isBehind = false;
    }
  }

  async #sendNext(call: Call, index: number, accepts: Asked['accepts']): Promise<number> {
    const entry = this.log.entries[index];
    if (!entry) return index;
    if (accepts(entry)) await send(call, [entry]);
    if (index % checkpointEvery === 0) call.write(checkpoint(entry));
    return index + 1;
  }

  #register(call: Call): AbortSignal {
    const stop = new AbortController();
    const subscription = {
      end: () => (stop.abort(), call.end()),
      fail: (code: status) => (stop.abort(), call.emit('error', serviceError(code, 'Broken.'))),
    };
    this.subscriptions.add(subscription);
    stop.signal.addEventListener('abort', () => this.subscriptions.delete(subscription));
    call.on('cancelled', () => stop.abort());
    return stop.signal;
  }

  #indexOf(from: Asked['from']): number | undefined {
    if (from === 'start') return 0;
    return from === 'end' ? this.log.entries.length : this.log.indexAt(from);
  }
}

/** What a reader of one stream asks for, the first of it first. */
function chosen(known: readonly Entry[], { from, backwards }: Asked): readonly Entry[] {
  const edge = from === 'end' ? Infinity : Number(from) || 0;
  if (!backwards) return known.filter(({ revision }) => revision >= edge);
  return known.filter(({ revision }) => revision <= edge).reverse();
}

async function send(call: Call, entries: readonly Entry[]): Promise<void> {
  for (const entry of entries) {
    if (call.cancelled) return;
    if (!call.write(eventMessage(entry))) await roomAgain(call);
  }
}

const roomAgain = (call: Call) =>
  new Promise<void>((resolve) => {
    const events = ['drain', 'cancelled', 'close'];
    const done = () => {
      for (const event of events) call.off(event, done);
      resolve();
    };
    for (const event of events) call.on(event, done);
  });

const refusePosition = (call: Call, code: status) =>
  void call.emit('error', serviceError(code, 'Trying to read from an invalid position.'));
