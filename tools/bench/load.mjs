/**
 * The load generator of `intake.ts`, in a process of its own: what it takes of the machine is
 * measured with the rest, and it never holds up the event loop of Wijkspoor.
 *
 *     node tools/bench/load.mjs '{"url":"http://127.0.0.1:8010","mode":"burst","seconds":10}'
 *
 * Prints one JSON object. `burst` sends as fast as answers come; `steady` sends at set moments,
 * whatever the answers do, and counts from those moments (so a slow answer delays nobody else's).
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';

const settings = JSON.parse(process.argv[2] ?? '');
const { url, mode, seconds, perSecond = 300, connections = 384 } = settings;
const pool = new Pool(url, { connections, pipelining: 1 });
const run = randomUUID().slice(0, 8);
const headers = { 'content-type': 'application/json' };
const seenMs = 10;

const wijken = ['tarwewijk', 'bloemhof', 'feijenoord', 'kralingen', 'ommoord', 'pernis'];
const tekst =
  'De stoep aan de Oranjeboomstraat ligt los en oudere bewoners struikelen er. Kan dit voor de ' +
  'herfst hersteld worden, en wie laat ons weten wanneer? “Dank u” — bewoners van de wijkhub. ';

function bodyOf(n, kenmerken = []) {
  const isAdvies = n % 2 === 0;
  return JSON.stringify({
    soort: isAdvies ? 'ongevraagd-advies' : 'wijkhubvraag',
    aanmelding: { bron: `bench-${run}`, id: `${n}` },
    kanaal: isAdvies ? 'wijkraad' : 'wijkhub-balie',
    wijken: [wijken[n % wijken.length]],
    themas: ['buitenruimte'],
    onderwerp: `De stoep ligt los (${n})`,
    tekst,
    ontvangenOp: '2026-03-02',
    kenmerken,
  });
}

async function post(body) {
  const { statusCode, body: answer } = await pool.request({
    path: '/v1/zaken',
    method: 'POST',
    headers,
    body,
  });
  if (statusCode !== 202) throw new Error(`${statusCode}: ${await answer.text()}`);
  await answer.dump();
}

async function burst() {
  const end = performance.now() + seconds * 1_000;
  let sent = 0;
  let acknowledged = 0;
  const sender = async () => {
    while (performance.now() < end) {
      await post(bodyOf(sent++));
      if (performance.now() <= end) acknowledged++;
    }
  };
  await Promise.all(Array.from({ length: connections }, sender));
  return { perSecond: acknowledged / seconds, sent };
}

async function steady() {
  const start = performance.now();
  const latencies = [];
  const lags = [];
  const work = [];
  for (let n = 0; n < seconds * perSecond; n++) {
    const due = start + (n * 1_000) / perSecond;
    if (due > performance.now()) await sleep(due - performance.now());
    work.push(n % 10 === 0 ? sampled(n, due, lags, latencies) : timed(bodyOf(n), due, latencies));
  }
  await Promise.all(work);
  return { latencies, lags };
}

async function timed(body, due, latencies) {
  await post(body);
  latencies.push(performance.now() - due);
}

// From the answer to the moment at which the list shows the case.
async function sampled(n, due, lags, latencies) {
  const kenmerk = `bench ${run} ${n}`;
  await timed(bodyOf(n, [kenmerk]), due, latencies);
  const acknowledged = performance.now();
  const path = `/v1/zaken?limiet=1&kenmerk=${encodeURIComponent(kenmerk)}`;
  for (;;) {
    const { body } = await pool.request({ path, method: 'GET' });
    const { zaken } = await body.json();
    if (zaken.length > 0) break;
    await sleep(seenMs);
  }
  lags.push(performance.now() - acknowledged);
}

console.log(JSON.stringify(await (mode === 'burst' ? burst() : steady())));
await pool.close();
