import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { build, cityFolder, project, startCity, untilCaughtUp, type City } from './city.ts';
import { alone, quantile, type Figure } from './figure.ts';

const run = promisify(execFile);

/**
 * `POST /v1/zaken` on a whole city: the process that a user starts, with its four services and its
 * PostgreSQL, and a load generator beside it on the same machine.
 *
 * First 300 a second for twenty seconds, as a working day of the busiest city at its peak; then ten
 * seconds of as much as it takes, and how long the followers need after that.
 */
export async function* figures(): AsyncGenerator<Figure> {
  await build();
  await using folder = await cityFolder();
  const city = await startCity(folder.path);
  try {
    await load(city, { mode: 'burst', seconds: 3 });
    await untilCaughtUp(city);
    const { latencies, lags } = await load<Steady>(city, { mode: 'steady', seconds: 20 });
    yield alone('intake-p99-ms', quantile(latencies, 0.99), 'ms');
    yield alone('projection-lag-p99-ms', quantile(lags, 0.99), 'ms');
    const { perSecond } = await load<Burst>(city, { mode: 'burst', seconds: 10 });
    const end = performance.now();
    await untilCaughtUp(city);
    yield alone('intake-per-second', perSecond, 'cases/s');
    yield alone('intake-catch-up-ms', performance.now() - end, 'ms');
  } finally {
    await city.stop();
  }
}

type Burst = Readonly<{ perSecond: number }>;
type Steady = Readonly<{ latencies: readonly number[]; lags: readonly number[] }>;

async function load<Result>({ url }: City, how: { mode: string; seconds: number }) {
  const generator = join(project, 'tools/bench/load.mjs');
  const settings = JSON.stringify({ url, ...how });
  const { stdout } = await run(process.execPath, [generator, settings], { maxBuffer: 2 ** 26 });
  return JSON.parse(stdout) as Result;
}
