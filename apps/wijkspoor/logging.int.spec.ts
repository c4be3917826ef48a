import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Running } from '@wijkspoor/platform';
import { linesTo, readConfig, start } from '@wijkspoor/platform';
import { IntakeModule } from '@wijkspoor/services/intake';
import type { TestDatabase } from '@wijkspoor/testing';
import { eventually, post, testDatabase } from '@wijkspoor/testing';
import { collector } from './observability.fixture.ts';

type Line = Readonly<Record<string, unknown>>;

let database: TestDatabase;
let intake: Running;
const lines: Line[] = [];

async function startIntake(given: Readonly<Record<string, string>> = {}): Promise<Running> {
  const { url } = database;
  const addresses = { EVENT_LOG_URL: url, READ_DB_URL: url, PORT: '0', LOG_LEVEL: 'trace' };
  const config = readConfig({ ...addresses, ...given }, {});
  const stream = { write: (line: string) => void lines.push(JSON.parse(line) as Line) };
  return start([IntakeModule], { config, logger: linesTo(stream, config.logLevel, 'intake') });
}

beforeAll(async () => {
  database = await testDatabase();
  intake = await startIntake();
}, 60_000);

afterAll(async () => {
  await intake?.close();
  await database?.[Symbol.asyncDispose]();
});

const geheim = 'mevrouw Zonnebloem lekt';
const vraag = (id: string, anders: object = {}) => ({
  soort: 'wijkhubvraag',
  aanmelding: { bron: 'balie', id },
  kanaal: 'wijkhub-balie',
  wijken: ['tarwewijk'],
  onderwerp: geheim,
  tekst: geheim,
  ontvangenOp: '2026-03-02',
  ...anders,
});

async function meld(body: unknown, url = intake.url) {
  const id = randomUUID();
  const { status } = await post(`${url}/v1/zaken`, body, { 'X-Correlation-Id': id });
  // Its line is written when the answer is out.
  const mine = await eventually(
    async () => lines.filter(({ correlationId }) => correlationId === id),
    ({ length }) => length > 0,
  );
  return { status, mine };
}

describe('the log of a service', () => {
  it('has a line of each request, with its correlation id, its route and its service', async () => {
    const { status, mine } = await meld(vraag('1'));
    expect(status).toBe(202);
    expect(mine).toEqual([
      expect.objectContaining({
        service: 'intake',
        method: 'POST',
        route: '/v1/zaken',
        status: 202,
        ms: expect.any(Number),
      }),
    ]);
  });

  it.each([
    ['a wijk that there is not', vraag('2', { wijken: [geheim] })],
    ['a field that there is not', vraag('3', { [geheim]: geheim })],
    ['no JSON at all', `{"tekst": "${geheim}`],
    ['another content under the same id', vraag('1', { tekst: `${geheim}!` })],
  ])('has nothing of what somebody wrote, also where it is refused: %s', async (_, body) => {
    const { status, mine } = await meld(body);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(mine).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toContain('Zonnebloem');
  });

  it('says the trace of each request, where traces are kept', async () => {
    await using received = await collector();
    const traced = await startIntake({ OTEL_EXPORTER_OTLP_ENDPOINT: received.url });
    const { mine } = await meld(vraag('4'), traced.url);
    await traced.close();
    const [request] = received.spans.filter(({ name }) => name === 'POST /v1/zaken');
    expect(mine.map(({ traceId }) => traceId)).toEqual([request?.traceId]);
  });
});
