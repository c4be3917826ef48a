import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '@wijkspoor/testing';
import { eventually, get, post, testDatabase } from '@wijkspoor/testing';
import type { Collector } from './observability.fixture.ts';
import { collector, pathTo, startCity } from './observability.fixture.ts';

let database: TestDatabase;
let received: Collector;

beforeAll(async () => {
  database = await testDatabase();
  received = await collector();
}, 60_000);

afterAll(async () => {
  await received?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

const traceId = '0af7651916cd43dd8448eb211c80319c';
const parentId = 'b7ad6b7169203331';
const traceparent = `00-${traceId}-${parentId}-01`;

const vraag = (id: string) => ({
  soort: 'wijkhubvraag',
  aanmelding: { bron: 'balie', id },
  kanaal: 'wijkhub-balie',
  wijken: ['tarwewijk'],
  onderwerp: 'Lekkage bij mevrouw Zonnebloem',
  tekst: 'De regen komt door het dak.',
  ontvangenOp: '2026-03-02',
});

describe('a question that is traced', () => {
  it('is one trace from the door to the row, of which nothing tells what it says', async () => {
    const city = await startCity(database.url, { OTEL_EXPORTER_OTLP_ENDPOINT: received.url });
    const headers = { traceparent };
    const { status, body } = await post(`${city.url}/v1/zaken`, vraag('1'), headers);
    expect(status).toBe(202);
    const zaakId = String(body['zaakId']);
    await eventually(
      () => get(`${city.url}/v1/zaken?wijk=tarwewijk`),
      ({ body: { zaken } }) =>
        (zaken as { zaakId: string; behandelaar: unknown }[]).some(
          (zaak) => zaak.zaakId === zaakId && zaak.behandelaar,
        ),
    );
    await city.close();

    const mine = received.spans.filter((span) => span.traceId === traceId);
    const paths = mine.map((span) =>
      pathTo(span, mine)
        .map(({ name }) => name)
        .join(' > '),
    );
    const door = 'POST /v1/zaken > command RegistreerZaak > append';
    const assigned = `${door} > routing VraagGeregistreerd > command WijsToe > append`;
    expect(paths).toEqual(
      expect.arrayContaining([
        door,
        `${door} > reporting VraagGeregistreerd > project`,
        assigned,
        `${assigned} > reporting ZaakToegewezen > project`,
      ]),
    );
    const [request] = mine.filter(({ name }) => name === 'POST /v1/zaken');
    expect(request).toMatchObject({ parentSpanId: parentId, service: 'wijkspoor' });
    const [append] = mine.filter(({ name }) => name === 'append');
    expect(append?.attributes['wijkspoor.stream']).toBe(zaakId);
    expect(received.text()).not.toMatch(/zonnebloem|lekkage|regen|balie/i);
  });

  it('begins its trace here when the sender has none', async () => {
    const city = await startCity(database.url, { OTEL_EXPORTER_OTLP_ENDPOINT: received.url });
    await post(`${city.url}/v1/zaken`, vraag('2'), { traceparent: 'zomaar iets' });
    await get(`${city.url}/health/live`);
    await city.close();
    const requests = received.spans.filter(({ name }) => name === 'POST /v1/zaken');
    expect(requests.at(-1)?.parentSpanId ?? '').toBe('');
    expect(requests.at(-1)?.traceId).not.toBe(traceId);
    expect(received.spans.map(({ name }) => name).join()).not.toContain('health');
  });

  it('is left out when its sender does not keep it', async () => {
    const city = await startCity(database.url, { OTEL_EXPORTER_OTLP_ENDPOINT: received.url });
    const unkept = `00-1${traceId.slice(1)}-${parentId}-00`;
    expect((await post(`${city.url}/v1/zaken`, vraag('3'), { traceparent: unkept })).status).toBe(
      202,
    );
    await city.close();
    expect(received.spans.filter((span) => span.traceId === `1${traceId.slice(1)}`)).toEqual([]);
  });

  it('is stored also when nobody takes the traces', async () => {
    const nowhere = 'http://127.0.0.1:1';
    const city = await startCity(database.url, { OTEL_EXPORTER_OTLP_ENDPOINT: nowhere });
    expect((await post(`${city.url}/v1/zaken`, vraag('4'))).status).toBe(202);
    await city.close();
  });
});
