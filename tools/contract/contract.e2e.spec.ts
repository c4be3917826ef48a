import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bundleProgram, runProgram, testFolder, type Program } from '@wijkspoor/testing';

const stapel = resolve('libs/adapters/eventstoredb/stand-in');
const certificates = resolve(stapel, 'certificates');
const login = { username: 'jan@stad', password: 'a:b@c%d é' };
const who = `${encodeURIComponent(login.username)}:${encodeURIComponent(login.password)}`;
const trusted = `tlsCAFile=${resolve(certificates, 'ca.pem')}`;

type Place = Readonly<{ url: string; ports: readonly number[] }>;

describe('npm run contract', () => {
  let folder: Awaited<ReturnType<typeof testFolder>>;
  let servers: readonly Program[];
  let open: Place;
  let secured: Place;

  beforeAll(async () => {
    folder = await testFolder();
    const program = resolve(folder.path, 'stand-in.mjs');
    await bundleProgram(resolve(stapel, 'serve.program.ts'), program);
    const start = (options: object) => runProgram(program, { args: [JSON.stringify(options)] });
    servers = [start({}), start({ nodes: 3, login, tls: certificates })];
    [open, secured] = (await Promise.all(servers.map((server) => server.next<Place>()))) as [
      Place,
      Place,
    ];
  });
  afterAll(async () => {
    for (const server of servers) await server[Symbol.asyncDispose]();
    await folder[Symbol.asyncDispose]();
  });

  /** Runs the command as a person does. */
  async function run(...args: readonly string[]) {
    const child = spawn(process.execPath, ['dist/contract.js', ...args]);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => (output += String(chunk)));
    }
    const [code] = (await once(child, 'close')) as [number];
    return { code, output };
  }

  it.each([
    ['a wrong scheme', () => ['--eventstore', 'http://localhost:2113'], 'kurrentdb://'],
    ['nobody there', () => ['--eventstore', 'kurrentdb://localhost:1?tls=false'], 'geen server'],
    ['a server without TLS', () => ['--eventstore', `esdb://localhost:${open.ports[0]}`], 'TLS'],
    [
      'an unknown certificate',
      () => ['--eventstore', `esdb://${who}@localhost:${secured.ports[0]}`],
      'tlsCAFile',
    ],
    [
      'a wrong password',
      () => ['--eventstore', `esdb://jan:fout@localhost:${secured.ports[0]}?${trusted}`],
      'gebruiker jan ',
    ],
    ['no PostgreSQL', () => ['--postgres', 'postgres://jan:fout@localhost:1/x'], 'ECONNREFUSED'],
    ['no address of PostgreSQL', () => ['--postgres', 'nee'], 'postgres://'],
    ['no Kafka', () => ['--kafka', 'localhost:1'], 'ECONNREFUSED'],
    ['a password for Kafka', () => ['--kafka', 'jan:fout@localhost:1'], 'host:poort'],
  ])('says in one sentence what is the matter with %s', async (_, args, what) => {
    const [option] = args();
    const { code, output } = await run(...args());
    expect(output).toContain(what);
    expect(output).toMatch(new RegExp(`^${option} [^\\n]+\\.\\n$`));
    expect(output).not.toMatch(/fout@|c%25d/);
    expect(code).toBe(1);
  });

  it.each([[[]], [['--gek']], [['--eventstore']]])('says how it is asked: %j', async (args) => {
    const { code, output } = await run(...args);
    expect(output).toContain('npm run contract -- --eventstore kurrentdb://');
    expect(code).toBe(2);
  });

  it('proves a cluster over TLS with a password, and does not write to it twice', async () => {
    const hosts = secured.ports.map((port) => `localhost:${port}`).join();
    const address = `esdb://${who}@${hosts}?${trusted}`;
    const first = await run('--eventstore', address);
    expect(first.output).toContain(`gevonden: EventStoreDB 24.10.0 op ${hosts}\n`);
    expect(first.output).toMatch(/\nbewezen {4} .* de hele route/);
    expect(first.output).toMatch(/\nbewezen {4} .* het contract van het logboek\n$/);
    expect(first.code).toBe(0);

    const second = await run('--eventstore', address);
    expect(second.output).toContain('er staan al gebeurtenissen in dit logboek');
    expect(second.code).toBe(1);
  }, 180_000);

  it('says by name what did not go well, and ends with 1', async () => {
    const server = `kurrentdb://localhost:${open.ports[0]}?tls=false`;
    const { code, output } = await run('--eventstore', server, '--postgres', 'postgres://a@b:1/x');
    expect(output).toContain('gevonden: EventStoreDB 24.10.0');
    expect(output).toMatch(/--postgres wijst naar b:1, .*\.\n$/);
    expect(code).toBe(1);
  });
});
