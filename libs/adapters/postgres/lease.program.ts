/** One of several holders of a lease in `lease.spec.ts`: it says when it gets it, and loses it. */
import { once } from 'node:events';
import { whileLeased } from './lease.ts';

const [url = '', leaseMs = ''] = process.argv.slice(2);
const say = (line: object) => void process.stdout.write(`${JSON.stringify(line)}\n`);

const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());

await whileLeased(
  { url, name: 'proef', leaseMs: Number(leaseMs), retryMs: 100, stop: stop.signal },
  async (held) => {
    say({ has: true });
    if (!held.aborted) await once(held, 'abort');
    say({ has: false });
  },
);
