import { describe, expect, it } from '@jest/globals';
import prom from 'prom-client';
import { timedTick } from './clock-meter.ts';
import { instrumentsOf } from './instruments.ts';

const opened = () => {
  const registry = new prom.Registry();
  return { meters: instrumentsOf(prom, [registry]), text: () => registry.metrics() };
};

describe('a look of the clock', () => {
  it('is timed, and is the last one that ended well', async () => {
    const { meters, text } = opened();
    expect(await timedTick(meters, async () => 'gezien')).toBe('gezien');
    const told = await text();
    expect(told).toContain('wijkspoor_clock_tick_duration_seconds_count{outcome="done"} 1');
    expect(told).toMatch(/^wijkspoor_clock_last_tick_timestamp_seconds [1-9]/m);
  });

  it('that fails is no last look', async () => {
    const { meters, text } = opened();
    const fails = async () => Promise.reject(new Error('gone'));
    await expect(timedTick(meters, fails)).rejects.toThrow('gone');
    const told = await text();
    expect(told).toContain('wijkspoor_clock_tick_duration_seconds_count{outcome="failed"} 1');
    expect(told).not.toMatch(/^wijkspoor_clock_last_tick_timestamp_seconds [1-9]/m);
  });
});
