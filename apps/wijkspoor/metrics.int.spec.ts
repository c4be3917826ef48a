import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Running } from '@wijkspoor/platform';
import type { TestDatabase } from '@wijkspoor/testing';
import { eventually, get, post, testDatabase } from '@wijkspoor/testing';
import { seriesIn, startCity } from './observability.fixture.ts';

let database: TestDatabase;
let city: Running;

beforeAll(async () => {
  database = await testDatabase();
  city = await startCity(database.url);
}, 60_000);

afterAll(async () => {
  await city?.close();
  await database?.[Symbol.asyncDispose]();
});

const vraag = (id: string, anders: object = {}) => ({
  soort: 'wijkhubvraag',
  aanmelding: { bron: 'balie', id },
  kanaal: 'wijkhub-balie',
  wijken: ['tarwewijk'],
  onderwerp: 'Lekkage in het portiek',
  tekst: 'De regen komt door het dak van mevrouw Zonnebloem.',
  ontvangenOp: '2026-03-02',
  ...anders,
});

const door = 'wijk-mt:tarwewijk';

const requests = 'wijkspoor_http_request_duration_seconds_count';

const text = async () => (await fetch(`${city.url}/metrics`)).text();
const series = async () => seriesIn(await text());

/** Waits until all groups have nothing before them, by what /health/ready says. */
async function caughtUp(): Promise<void> {
  await eventually(
    async () => (await get(`${city.url}/health/ready`)).body['volgers'] as { achterstand: 0 }[],
    (volgers) => volgers.every(({ achterstand }) => achterstand === 0),
  );
}

describe('the metrics of a city', () => {
  it('count a question on its way from the door to the row', async () => {
    expect((await post(`${city.url}/v1/zaken`, vraag('1'))).status).toBe(202);
    const atLeast = {
      'wijkspoor_follower_events_total{group="reporting"}': 2,
      [`${requests}{method="POST",route="/v1/zaken",status="202"}`]: 1,
      'wijkspoor_append_duration_seconds_count{outcome="stored"}': 2,
      'wijkspoor_events_appended_total{type="VraagGeregistreerd"}': 1,
      'wijkspoor_events_appended_total{type="ZaakToegewezen"}': 1,
      'wijkspoor_commands_total{command="RegistreerZaak",outcome="accepted"}': 1,
      'wijkspoor_follower_event_age_seconds_count{group="reporting"}': 1,
      'wijkspoor_follower_batch_duration_seconds_count{group="routing",outcome="handled"}': 1,
      'wijkspoor_clock_tick_duration_seconds_count{outcome="done"}': 1,
      wijkspoor_clock_due_cases: 0,
      'wijkspoor_info{service="wijkspoor",version="0.1.0"}': 1,
    };
    // Each is told where it happens, so that one may be there a moment before another.
    const tooFew = async () => {
      const now = await series();
      return Object.entries(atLeast).filter(([name, least]) => (now.get(name) ?? -1) < least);
    };
    expect(await eventually(tooFew, ({ length }) => length === 0)).toEqual([]);
  });

  it('count what the rules refuse, by its code', async () => {
    const { body } = await post(`${city.url}/v1/zaken`, vraag('2'));
    const zaak = `${city.url}/v1/zaken/${String(body['zaakId'])}`;
    const sluiten = { grond: 'afgehandeld', geslotenOp: '2026-04-07', reden: 'klaar' };
    const { status, body: told } = await post(`${zaak}/sluitingen`, { ...sluiten, door });
    expect({ status, code: told['code'] }).toEqual({ status: 409, code: 'zaak-niet-beantwoord' });
    const now = await series();
    expect(now.get('wijkspoor_refusals_total{code="zaak-niet-beantwoord"}')).toBe(1);
    expect(now.get('wijkspoor_commands_total{command="SluitZaak",outcome="refused"}')).toBe(1);
  });

  it('tell how far each group is', async () => {
    await caughtUp();
    const zero = [
      ...['intake', 'routing', 'deadline-monitor', 'reporting'].map(
        (group) => `wijkspoor_follower_lag_events{group="${group}"}`,
      ),
      'wijkspoor_follower_lag_seconds{group="reporting"}',
      'wijkspoor_dead_letters{group="reporting"}',
      'wijkspoor_parked_streams{group="routing"}',
      'wijkspoor_relay_active',
    ];
    // The clock may add something at any moment, and what is not known in time is not told.
    const others = async () => {
      const now = await series();
      return zero.filter((name) => now.get(name) !== 0);
    };
    expect(await eventually(others, ({ length }) => length === 0)).toEqual([]);
  });

  it('tell of the process itself', async () => {
    const now = await series();
    expect(now.get('process_resident_memory_bytes')).toBeGreaterThan(1e7);
    expect([...now.keys()]).toContain('nodejs_eventloop_lag_p99_seconds');
  });

  it('name routes and never what somebody sent', async () => {
    await get(`${city.url}/v1/zaken/zaak-geheim`);
    await get(`${city.url}/v1/nergens/mevrouw-zonnebloem`);
    const told = await text();
    expect(told).toContain('route="/v1/zaken/:zaakId"');
    expect(told).toContain('route="none"');
    expect(told).not.toMatch(/geheim|zonnebloem|lekkage|zaak-[0-9a-f]/i);
  });

  it('are in the form that Prometheus reads, and no part of the API', async () => {
    const answer = await fetch(`${city.url}/metrics`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    const { body } = await get(`${city.url}/v1/openapi.json`);
    expect(Object.keys(body['paths'] as object)).not.toContain('/metrics');
  });
});

describe('an operator who does not want metrics beside the API', () => {
  it('switches them off', async () => {
    const quiet = await startCity(database.url, { METRICS: 'uit' });
    try {
      expect((await fetch(`${quiet.url}/metrics`)).status).toBe(404);
      expect((await get(`${quiet.url}/health/live`)).status).toBe(200);
    } finally {
      await quiet.close();
    }
  });

  it('moves them to a port of their own', async () => {
    const port = await freePort();
    const moved = await startCity(database.url, { METRICS: String(port) });
    try {
      expect((await fetch(`${moved.url}/metrics`)).status).toBe(404);
      const own = await fetch(`http://127.0.0.1:${port}/metrics`);
      expect(await own.text()).toContain('wijkspoor_info{');
      expect((await fetch(`http://127.0.0.1:${port}/v1/zaken`)).status).toBe(404);
    } finally {
      await moved.close();
    }
    await expect(fetch(`http://127.0.0.1:${port}/metrics`)).rejects.toThrow();
  });

  it('is told so when that port cannot be had', async () => {
    const { port } = new URL(city.url);
    await expect(startCity(database.url, { METRICS: port })).rejects.toThrow(
      `METRICS: poort ${port} kan hier niet (EADDRINUSE); kies een andere, 'aan' of 'uit'`,
    );
  });
});

async function freePort(): Promise<number> {
  const probe = await startCity(database.url, { METRICS: 'uit' });
  const { port } = new URL(probe.url);
  await probe.close();
  return Number(port);
}
