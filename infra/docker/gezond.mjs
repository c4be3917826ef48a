/**
 * Whether the process in this container is well, for the engine that runs it: ends with 0 when what
 * is asked says so. `node infra/docker/gezond.mjs http://127.0.0.1:8010/health/ready`
 */
const [url] = process.argv.slice(2);

const isWell = await fetch(url, { signal: AbortSignal.timeout(4_000) }).then(
  ({ ok }) => ok,
  () => false,
);
process.exitCode = isWell ? 0 : 1;
