import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Unavailable } from '@wijkspoor/kernel';
import type { Inbox, IncomingMessage, JudgeMessages, Reply } from '../inbox.ts';
import { eventually } from './samples.ts';

/** What a system outside puts there, and what it reads back. */
export type SentMessage = Readonly<{
  key?: string;
  headers?: Readonly<Record<string, string | string[]>>;
  body: string | Uint8Array | null;
}>;

export type OpenedInbox = Readonly<{
  inbox: Inbox;
  send(messages: readonly SentMessage[]): Promise<void>;
  /** Every reply that there is now, oldest first. */
  replies(): Promise<readonly Readonly<{ key: string; headers: object; body: string }>[]>;
  close(): Promise<void>;
}>;

/** Everything that an inbox promises. */
export function inboxContract(name: string, open: () => Promise<OpenedInbox>): void {
  describe(`${name} as an inbox`, () => {
    let opened: OpenedInbox;

    beforeAll(async () => {
      opened = await open();
    }, 60_000);
    afterAll(() => opened.close());
    inboxPromises(() => opened);
  });
}

const textOf = ({ body }: IncomingMessage) => Buffer.from(body).toString();
const keyOf = ({ key = Buffer.alloc(0) }: IncomingMessage) => Buffer.from(key).toString();

function inboxPromises(opened: () => OpenedInbox): void {
  /** Reads until `end`. What is not of this test is judged as nothing. */
  function read(key: string, judge: JudgeMessages, group: string = randomUUID()) {
    const stop = new AbortController();
    const mine = async (messages: readonly IncomingMessage[]) => {
      const replies = await judge(messages.filter((message) => keyOf(message).startsWith(key)));
      const left = [...replies];
      return messages.map((m) => (keyOf(m).startsWith(key) ? left.shift() : undefined));
    };
    const done = opened().inbox.read({ group, judge: mine }, stop.signal);
    const end = async () => {
      stop.abort();
      await done;
    };
    return { group, end };
  }

  const nothing = (messages: readonly IncomingMessage[]) => messages.map(() => undefined);
  const replyTo = (message: IncomingMessage): Reply => ({
    ...(message.key && { key: message.key }),
    headers: { 'content-type': 'text/plain' },
    body: `nee: ${textOf(message)}`,
  });

  it('brings a message as it came, byte for byte, with where it stands', async () => {
    const key = randomUUID();
    const bytes = Uint8Array.from([0xff, 0x00, 0x7b, 0x22]);
    const headers = { ce_id: 'één', 'content-type': 'x', twee: ['a', 'b'] };
    await opened().send([
      { key, headers, body: '{"tekst":"👩🏽‍🌾 \\u00e9"}\n' },
      { key, body: bytes },
      { key, body: null },
    ]);
    const seen: IncomingMessage[] = [];
    const { end } = read(key, async (messages) => {
      seen.push(...messages);
      return nothing(messages);
    });
    await eventually(() => seen.length === 3);
    await end();
    expect(textOf(seen[0]!)).toBe('{"tekst":"👩🏽‍🌾 \\u00e9"}\n');
    expect(seen[0]!.headers.map(([name, value]) => [name, Buffer.from(value).toString()])).toEqual([
      ['ce_id', 'één'],
      ['content-type', 'x'],
      ['twee', 'a'],
      ['twee', 'b'],
    ]);
    expect([...seen[1]!.body]).toEqual([...bytes]);
    expect(seen[2]!.body).toHaveLength(0);
    expect(new Set(seen.map(({ partition }) => partition)).size).toBe(1);
    expect(seen.map(({ offset }) => Number(offset) - Number(seen[0]!.offset))).toEqual([0, 1, 2]);
    expect(seen[0]!.at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/);
  }, 40_000);

  it('tells the sender what it is to be told, in order and under its own key', async () => {
    const key = randomUUID();
    const bodies = Array.from({ length: 30 }, (_, n) => `${n}`);
    await opened().send(bodies.map((body) => ({ key, body })));
    const refuses = (message: IncomingMessage) => Number(textOf(message)) % 3 > 0;
    const { end } = read(key, async (messages) =>
      messages.map((message) => (refuses(message) ? replyTo(message) : undefined)),
    );
    const told = async () => (await opened().replies()).filter((reply) => reply.key === key);
    await eventually(async () => (await told()).length >= 20);
    await end();
    expect((await told()).map(({ body }) => body)).toEqual(
      bodies.filter((body) => Number(body) % 3 > 0).map((body) => `nee: ${body}`),
    );
    expect((await told())[0]?.headers).toEqual({ 'content-type': 'text/plain' });
  }, 40_000);

  it('lets messages wait while they cannot be judged, and skips and refuses none', async () => {
    const key = randomUUID();
    await opened().send([1, 2, 3].map((n) => ({ key, body: `${n}` })));
    const seen: string[] = [];
    let refusals = 9;
    const { end, group } = read(key, async (messages) => {
      if (messages.length > 0 && refusals-- > 0) throw new Unavailable('even weg');
      seen.push(...messages.map(textOf));
      return nothing(messages);
    });
    await eventually(() => seen.length >= 3);
    await eventually(async () => (await opened().inbox.backlog(group)) === 0);
    await end();
    expect([...new Set(seen)]).toEqual(['1', '2', '3']);
    expect(refusals).toBeLessThan(0);
    expect((await opened().replies()).filter((reply) => reply.key === key)).toEqual([]);
  }, 60_000);

  it('goes on behind what was judged, and repeats what was not', async () => {
    const key = randomUUID();
    const seen: string[] = [];
    const judge = async (messages: readonly IncomingMessage[]) => {
      if (messages.some((message) => textOf(message) === 'later')) throw new Unavailable('weg');
      seen.push(...messages.map(textOf));
      return nothing(messages);
    };
    await opened().send([{ key, body: 'eerst' }]);
    const { end, group } = read(key, judge);
    await eventually(() => seen.includes('eerst'));
    await eventually(async () => (await opened().inbox.backlog(group)) === 0);
    await opened().send([{ key, body: 'later' }]);
    await end();
    const second: string[] = [];
    const other = read(
      key,
      async (messages) => {
        second.push(...messages.map(textOf));
        return nothing(messages);
      },
      group,
    );
    await eventually(() => second.length > 0);
    await other.end();
    expect([seen, second]).toEqual([['eerst'], ['later']]);
  }, 60_000);

  it('shares the messages of a group between its members', async () => {
    const key = randomUUID();
    const seen = new Map<string, string[]>();
    const busy = (who: string) => async (messages: readonly IncomingMessage[]) => {
      seen.set(who, [...(seen.get(who) ?? []), ...messages.map(textOf)]);
      return nothing(messages);
    };
    const group = randomUUID();
    const both = ['een', 'twee'].map((who) => read(key, busy(who), group));
    // Until both take part, one of them has it all.
    for (let n = 0; (seen.get('een') ?? []).length * (seen.get('twee') ?? []).length === 0; n++) {
      if (n === 200) throw new Error(`One of the two got nothing: ${[...seen.keys()].join()}`);
      await opened().send(
        Array.from({ length: 8 }, (_, i) => ({ key: `${key}${i}`, body: `${n}` })),
      );
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await eventually(async () => (await opened().inbox.backlog(group)) === 0);
    for (const reader of both) await reader.end();
    expect([...seen.keys()].sort()).toEqual(['een', 'twee']);
  }, 60_000);
}
