import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { isRegistratietype } from '@wijkspoor/domain';
import { zaakCodec } from '@wijkspoor/wire';
import prom from 'prom-client';
import { parse } from 'yaml';
import { packageFolder } from '../package.ts';
import { instrumentsOf } from './instruments.ts';

/* What stands on paper about the metrics, next to the metrics that there are. */

type Panel = Readonly<{ title: string; targets: readonly { expr: string }[] }>;
type Rule = Readonly<{ alert: string; expr: string }>;
type Known = Readonly<{ name: string; type: string }>;

const read = (path: string) => readFileSync(join(packageFolder, path), 'utf8');

const { panels } = JSON.parse(read('infra/grafana/dashboards/wijkspoor.json')) as {
  panels: readonly Panel[];
};
const { groups } = parse(read('infra/prometheus/alerts.yml')) as { groups: { rules: Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);
const page = read('docs/reference/observability.md');

const expressions = [
  ...panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr] as const)),
  ...rules.map(({ alert, expr }) => [alert, expr] as const),
];

let own: readonly Known[] = [];
const series = new Set<string>(['up']);

beforeAll(async () => {
  const registry = new prom.Registry();
  instrumentsOf(prom, [registry]);
  own = (await registry.getMetricsAsJSON()).map(knownOf);
  prom.collectDefaultMetrics({ register: registry });
  for (const { name, type } of (await registry.getMetricsAsJSON()).map(knownOf)) {
    if (type !== 'histogram') series.add(name);
    else for (const part of ['bucket', 'sum', 'count']) series.add(`${name}_${part}`);
  }
});

function knownOf({ name, type }: { name: string; type: unknown }): Known {
  return { name, type: String(type) };
}

const namesIn = (text: string) => text.match(/\b(?:wijkspoor|process|nodejs)_[a-z0-9_]+/g) ?? [];

describe('the dashboard and the alerts', () => {
  it.each(expressions)('use only what a process exposes: %s', (_title, expr) => {
    const used = namesIn(expr);
    expect(used.length + (/\bup\b/.test(expr) ? 1 : 0)).toBeGreaterThan(0);
    expect(used.filter((name) => !series.has(name))).toEqual([]);
  });

  it('would be told of a metric that there is not', () => {
    const planted = namesIn('rate(wijkspoor_zomaar_total{of="iets"}[5m])');
    expect(planted.filter((name) => !series.has(name))).toEqual(['wijkspoor_zomaar_total']);
  });

  it('name only events that there are, and for what came in all of those', () => {
    const types = expressions
      .flatMap(([, expr]) => expr.match(/\btype=~?"[^"]+"/g) ?? [])
      .map((match) => match.slice(match.indexOf('"') + 1, -1).split('|'));
    expect(types.length).toBeGreaterThan(1);
    for (const type of types.flat()) {
      const meta = { actor: 'a', correlationId: 'c', causationId: 'c' };
      const encode = () => zaakCodec.encode('e', { type, data: {} } as never, meta);
      expect(encode).toThrow(/do not fit its schema/);
    }
    const [intake = []] = types;
    expect(intake.filter((type) => !isRegistratietype(type))).toEqual([]);
    expect(intake).toHaveLength(6);
  });

  it('show what an operator asks for first', () => {
    const shown = expressions.map(([, expr]) => expr).join('\n');
    for (const name of [
      'wijkspoor_append_duration_seconds_bucket',
      'wijkspoor_relay_lag_events',
      'wijkspoor_consumer_lag_events',
      'wijkspoor_follower_lag_seconds',
      'wijkspoor_dead_letters',
      'wijkspoor_parked_streams',
      'wijkspoor_refusals_total',
      'process_resident_memory_bytes',
    ])
      expect(shown).toContain(name);
  });
});

describe('the page about observability', () => {
  it('has a row for each metric, and none for what there is not', () => {
    const rows = [...page.matchAll(/^\| `(wijkspoor_[a-z_]+)`/gm)].map(([, name]) => name);
    expect(rows.sort()).toEqual(own.map(({ name }) => name).sort());
  });

  it('explains every alert', () => {
    for (const { alert } of rules) expect(page).toContain(`\`${alert}\``);
  });
});
