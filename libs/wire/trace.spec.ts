import { describe, expect, it } from '@jest/globals';
import { codec } from './codec.ts';
import { id, meta, stored, vraag } from './events.fixture.ts';
import { traceOf, withTrace } from './trace.ts';

const trace = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

describe('the trace of an event', () => {
  it('stands behind all else in its meta, which stay as they were', () => {
    const event = withTrace(stored(vraag), trace);
    expect(traceOf(event)).toBe(trace);
    expect(JSON.parse(event.meta)).toEqual({ ...JSON.parse(stored(vraag).meta), trace });
    expect(codec.decode(event).meta).toEqual(codec.decode(stored(vraag)).meta);
  });

  it('is not there when none was kept', () => {
    expect(traceOf(codec.encode(id, vraag, meta))).toBeUndefined();
    expect(traceOf({ meta: '{"v":1}' })).toBeUndefined();
    expect(traceOf({ meta: '' })).toBeUndefined();
  });

  it('is not taken from what somebody wrote as a reason', () => {
    const reason = `x","trace":"${trace}`;
    expect(traceOf(codec.encode(id, vraag, { ...meta, reason }))).toBeUndefined();
  });

  it('that is none is refused with the rest of the meta', () => {
    const damaged = withTrace(stored(vraag), trace.toUpperCase());
    expect(traceOf(damaged)).toBeUndefined();
    expect(() => codec.decode(damaged).meta).toThrow(/meta .* not complete/);
  });
});
