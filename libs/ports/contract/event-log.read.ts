import { expect, it } from '@jest/globals';
import type { EventLog } from '../event-log.ts';
import { someEvents, someStream } from './samples.ts';

const bodies: readonly (readonly [string, string])[] = [
  ['a plain one', '{"tekst":"De stoep ligt los."}'],
  ['emoji and their joiners', '{"tekst":"👩🏽‍🌾 en 🏳️‍🌈 op de markt 🧅"}'],
  ['right to left', '{"tekst":"الجار وحيد، שלום לשכנה"}'],
  ['signs beyond the basic plane', '{"tekst":"𐍈𝒳𠜎"}'],
  ['escapes as they were written', '{"a":"\\u00e9\\n\\t\\"\\\\\\/\\ud83d"}'],
  ['odd whitespace and order of keys', ' {\n\t"z" : 1 ,\r\n  "a":[ 1.0, 1e2 ,-0 ], "z":2 } \n'],
  ['the separators of lines and paragraphs', '{"tekst":"\u2028\u2029\u00a0\ufeff"}'],
  ['two spellings of one letter', '{"tekst":"é e\u0301"}'],
  ['quotes, braces and commas', '{"tekst":"\'{\\"a\\",NULL}\'; drop table events; --"}'],
  ['sixty kilobytes', JSON.stringify({ tekst: 'ü—🙂 '.repeat(6_000) })],
  ['next to nothing', '{}'],
];

/** What is stored comes back as it was. */
export function readPromises(log: () => EventLog): void {
  it('finds nothing in a stream that does not exist', async () => {
    expect(await log().read(someStream())).toEqual([]);
  });

  it('gives every event as it was stored, and where and when', async () => {
    const stream = someStream();
    const events = someEvents(2);
    const before = Date.now();
    await log().append(stream, events, 'none');
    const found = await log().read(stream);
    expect(found).toEqual(
      events.map((event, revision) => ({
        ...event,
        ...{ stream, revision, position: expect.any(Number) },
        recordedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      })),
    );
    // The clock of a server elsewhere may differ by a little.
    const at = Date.parse(found[0]?.recordedAt ?? '');
    expect(Math.abs(at - before)).toBeLessThan(60_000);
  });

  it.each(bodies)('gives a body back byte for byte: %s', async (_, body) => {
    const stream = someStream();
    const [event] = someEvents([body]);
    if (!event) throw new Error('unreachable');
    await log().append(stream, [{ ...event, meta: body }], 'none');
    const [found] = await log().read(stream);
    expect(Buffer.from(found?.body ?? '').equals(Buffer.from(body))).toBe(true);
    expect(Buffer.from(found?.meta ?? '').equals(Buffer.from(body))).toBe(true);
  });

  it('gives the events of a long stream in their order', async () => {
    const stream = someStream();
    for (let at = 0; at < 2_400; at += 400) {
      await log().append(stream, someEvents(400), at === 0 ? 'none' : at - 1);
    }
    const revisions = (await log().read(stream)).map(({ revision }) => revision);
    expect(revisions).toEqual(Array.from({ length: 2_400 }, (_, index) => index));
  });

  it('reads your own writes, also when many read at once', async () => {
    const streams = Array.from({ length: 50 }, someStream);
    const found = await Promise.all(
      streams.map(async (stream, index) => {
        await log().append(stream, someEvents(1 + (index % 3)), 'none');
        return log().read(stream);
      }),
    );
    found.forEach((events, index) => {
      expect(events.map(({ stream }) => stream)).toEqual(
        Array.from({ length: 1 + (index % 3) }, () => streams[index]),
      );
    });
  });
}
