import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { BadInput } from '@wijkspoor/kernel';
import { readConfig } from './config.ts';
import { packageFolder } from './package.ts';

function wrongSentences(reading: () => unknown): string[] {
  try {
    reading();
    return [];
  } catch (error) {
    return (error as BadInput).message.split('\n');
  }
}

describe('the settings of a process', () => {
  it('are complete when nothing was set', () => {
    expect(readConfig({}, {})).toEqual({
      eventLogUrl: 'embedded:',
      busUrl: 'embedded:',
      readDbUrl: 'embedded:',
      dataDir: '.wijkspoor',
      host: '127.0.0.1',
      port: 8010,
      gemeente: join(packageFolder, 'infra/gemeenten/rotterdam'),
      kalender: join(packageFolder, 'infra/kalender/nederland.yaml'),
      logLevel: 'info',
      metrics: 'aan',
      bezorging: { link: 'http://127.0.0.1:8010' },
      back: {
        intake: ['http://127.0.0.1:8011'],
        routing: ['http://127.0.0.1:8012'],
        'deadline-monitor': ['http://127.0.0.1:8013'],
        reporting: ['http://127.0.0.1:8014'],
      },
      wijkspoorUrl: 'http://127.0.0.1:8010',
    });
  });

  it('come from the environment, and an empty one counts as not set', () => {
    const config = readConfig({}, { PORT: '0', LOG_LEVEL: 'warn', DATA_DIR: '  ' });
    expect(config).toMatchObject({ port: 0, logLevel: 'warn', dataDir: '.wijkspoor' });
  });

  it('are overruled by what stands on the command line', () => {
    expect(readConfig({ PORT: '9001' }, { PORT: '9000' }).port).toBe(9001);
  });

  it('fall back on what a command prefers, before the general default', () => {
    expect(readConfig({}, {}, { LOG_LEVEL: 'warn' }).logLevel).toBe('warn');
    expect(readConfig({}, { LOG_LEVEL: 'info' }, { LOG_LEVEL: 'warn' }).logLevel).toBe('info');
  });

  it('say whether metrics are told, and where', () => {
    expect(readConfig({ METRICS: 'uit' }, {}).metrics).toBe('uit');
    expect(readConfig({ METRICS: '9464' }, {}).metrics).toBe(9464);
    expect(wrongSentences(() => readConfig({ METRICS: 'ja' }, {}))).toEqual([
      "METRICS: moet 'aan', 'uit' of een poort van deze machine zijn, maar is 'ja'",
    ]);
  });

  it('keep traces only for a collector that was named', () => {
    expect(readConfig({}, { OTEL_TRACES_SAMPLER_ARG: '0.1' })).not.toHaveProperty('traces');
    const collector = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318/' };
    const traces = { endpoint: 'http://127.0.0.1:4318', share: 0.25 };
    expect(readConfig({}, { ...collector, OTEL_TRACES_SAMPLER_ARG: '.25' })).toMatchObject({
      traces,
    });
    expect(wrongSentences(() => readConfig({ OTEL_TRACES_SAMPLER_ARG: '1.5' }, {}))).toEqual([
      "OTEL_TRACES_SAMPLER_ARG: moet een deel van 0 tot en met 1 zijn, maar is '1.5'",
    ]);
  });

  it('lose the slash at the end of an address, so that a path can be put behind it', () => {
    expect(readConfig({}, { WIJKSPOOR_URL: 'https://stad.test/' }).wijkspoorUrl).toBe(
      'https://stad.test',
    );
  });

  it('name every one that is wrong, each in a sentence with what it was', () => {
    const wrong = { PORT: '70000', LOG_LEVEL: 'loud', READ_DB_URL: 'nowhere' };
    const reading = () => readConfig({}, wrong);
    expect(reading).toThrow(BadInput);
    const sentences = wrongSentences(reading);
    expect(sentences).toEqual([
      expect.stringMatching(/^READ_DB_URL: moet een adres zijn, .*, maar is 'nowhere'$/),
      "PORT: moet een heel getal van 0 tot en met 65535 zijn, maar is '70000'",
      expect.stringMatching(/^LOG_LEVEL: moet een van trace, .* zijn, maar is 'loud'$/),
    ]);
  });

  it('never show a password', () => {
    const wrong = { EVENT_LOG_URL: 'postgres:// wijk:geheim@host/naam' };
    expect(() => readConfig({}, wrong)).toThrow("maar is 'postgres://…@host/naam'");
  });

  it('never show a secret, and open no road to people that is not set up', () => {
    expect(wrongSentences(() => readConfig({}, { BEZORGING_WEBHOOK_SECRET: 'te kort' }))).toEqual([
      "BEZORGING_WEBHOOK_SECRET: moet uit minstens 16 tekens bestaan, maar is '…'",
    ]);
    expect(readConfig({}, {}).bezorging).toEqual({ link: 'http://127.0.0.1:8010' });
  });

  it.each(['0', '80', '65535'])('take port %s', (port) => {
    expect(readConfig({ PORT: port }, {}).port).toBe(Number(port));
  });

  it.each(['65536', '-1', '8010.5', 'http', '99999'])('refuse port %s', (port) => {
    expect(() => readConfig({ PORT: port }, {})).toThrow('PORT: moet een heel getal');
  });
});
