import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Running } from '@wijkspoor/platform';
import { makeTopics, openLog, readConfig, start } from '@wijkspoor/platform';
import { IntakeModule } from '@wijkspoor/services/intake';
import { ReportingModule } from '@wijkspoor/services/reporting';
import { RoutingModule } from '@wijkspoor/services/routing';
import type { TestDatabase } from '@wijkspoor/testing';
import { eventually, get, kafka, post, testDatabase, withKafka } from '@wijkspoor/testing';
import { zaakIdVan } from '@wijkspoor/wire';
import { Kafka, logLevel } from 'kafkajs';
import type { Collector } from './observability.fixture.ts';
import { collector, pathTo, seriesIn } from './observability.fixture.ts';

const traceIds = { http: '1'.repeat(32), channel: '2'.repeat(32) };
const traceparent = (traceId: string) => `00-${traceId}-b7ad6b7169203331-01`;

const data = (onderwerp: string) => ({
  soort: 'wijkhubvraag',
  kanaal: 'wijkhub-balie',
  wijken: ['tarwewijk'],
  ...{ onderwerp, tekst: 'De regen komt door het dak.', ontvangenOp: '2026-03-02' },
});

await withKafka('a question that is traced across Kafka', kafka, ({ brokers }) => {
  const topic = `proef-${randomUUID()}`;
  const busUrl = `kafka://${brokers}/${topic}`;
  let database: TestDatabase;
  let received: Collector;
  const services: Running[] = [];

  beforeAll(async () => {
    database = await testDatabase();
    received = await collector();
    await makeTopics({ BUS_URL: busUrl }, { partitions: 2 });
    for (const service of [IntakeModule, RoutingModule, ReportingModule]) {
      const addresses = { EVENT_LOG_URL: database.url, READ_DB_URL: database.url };
      const collected = { OTEL_EXPORTER_OTLP_ENDPOINT: received.url };
      const given = { ...addresses, BUS_URL: busUrl, PORT: '0', LOG_LEVEL: 'silent' };
      const config = readConfig({ ...given, ...collected }, {});
      services.push(await start([service], { config, logger: openLog(config, 'stderr') }));
    }
  }, 120_000);

  afterAll(async () => {
    await received?.[Symbol.asyncDispose]();
    await database?.[Symbol.asyncDispose]();
  }, 60_000);

  const shown = (zaakId: string) =>
    eventually(
      () => get(`${services[2]?.url}/v1/zaken?wijk=tarwewijk`),
      ({ body: { zaken = [] } }) =>
        (zaken as { zaakId: string; behandelaar: unknown }[]).some(
          (zaak) => zaak.zaakId === zaakId && zaak.behandelaar,
        ),
      60_000,
    );

  it('is one trace through three services, to the row', async () => {
    const [intake] = services;
    const aanmelding = { bron: 'balie', id: '1' };
    const headers = { traceparent: traceparent(traceIds.http) };
    await post(`${intake?.url}/v1/zaken`, { ...data('Een'), aanmelding }, headers);
    await shown(zaakIdVan(aanmelding));

    const source = 'urn:nld:oin:00000001001234567000:systeem:balie';
    await send(brokers, `${topic}.aanmeldingen.v1`, {
      ce_specversion: '1.0',
      ...{ ce_id: '2', ce_source: source, ce_type: 'nl.wijkspoor.zaak-aangemeld.v1' },
      ...{ 'content-type': 'application/json', traceparent: traceparent(traceIds.channel) },
    });
    await shown(zaakIdVan({ bron: source, id: '2' }));
    // Who reads a message may be done with it before its sender has counted it.
    const { published, accepted, active, partitions } = await eventually(
      async () => counted(await Promise.all(services.map(({ url }) => series(url)))),
      (now) => now.published >= 4 && now.accepted >= 1 && now.active === 1 && now.partitions >= 2,
    );
    for (const service of services) await service.close();

    const paths = ({ traceId, from }: { traceId: string; from: string }) => {
      const mine = received.spans.filter((span) => span.traceId === traceId);
      const stored = `${from} > intake: command RegistreerZaak > intake: append`;
      const assigned = ' > routing: command WijsToe > routing: append';
      const told = mine.map((span) =>
        pathTo(span, mine)
          .map(({ name, service }) => `${service}: ${name}`)
          .join(' > '),
      );
      // Whichever of the three has the lease is the one that publishes.
      const anyRelay = told.map((path) => path.replace(/\w+: publish/g, 'relay: publish'));
      return { told: anyRelay, stored, assigned };
    };
    for (const one of [
      { traceId: traceIds.http, from: 'intake: POST /v1/zaken' },
      { traceId: traceIds.channel, from: 'intake: channel message' },
    ]) {
      const { told, stored, assigned } = paths(one);
      const published = `${stored} > relay: publish VraagGeregistreerd`;
      const routed = `${published} > routing: routing VraagGeregistreerd`;
      expect(told).toContain(
        `${routed}${assigned} > relay: publish ZaakToegewezen > ` +
          'reporting: reporting ZaakToegewezen > reporting: project',
      );
    }
    expect(received.text()).not.toContain('regen');

    expect(published).toBeGreaterThanOrEqual(4);
    expect({ accepted, active, partitions }).toEqual({ accepted: 1, active: 1, partitions: 2 });
  }, 180_000);
});

/** What the services tell together. */
function counted(scraped: readonly Awaited<ReturnType<typeof series>>[]) {
  const total = (name: string) => scraped.reduce((sum, one) => sum + (one.get(name) ?? 0), 0);
  const [, , reporting] = scraped;
  const lag = 'wijkspoor_consumer_lag_events{group="reporting"';
  return {
    published: total('wijkspoor_relay_published_total'),
    accepted: total('wijkspoor_channel_messages_total{outcome="accepted"}'),
    active: total('wijkspoor_relay_active'),
    partitions: [...(reporting?.keys() ?? [])].filter((name) => name.startsWith(lag)).length,
  };
}

async function series(url: string) {
  return seriesIn(await (await fetch(`${url}/metrics`)).text());
}

async function send(brokers: string, topic: string, headers: Record<string, string>) {
  const producer = new Kafka({
    brokers: brokers.split(','),
    logLevel: logLevel.NOTHING,
  }).producer();
  await producer.connect();
  await producer.send({ topic, messages: [{ value: JSON.stringify(data('Twee')), headers }] });
  await producer.disconnect();
}
