/**
 * Whether the process in this container is well, for the engine that runs it: ends with 0 when it
 * is. `node infra/docker/gezond.mjs live` asks whether it answers, `ready` whether it can work.
 */
const [what = 'live'] = process.argv.slice(2);
const url = `http://127.0.0.1:${process.env.PORT ?? 8010}/health/${what}`;

const isWell = await fetch(url, { signal: AbortSignal.timeout(4_000) }).then(
  ({ ok }) => ok,
  () => false,
);
process.exitCode = isWell ? 0 : 1;
