import { resolve } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import {
  bundleProgram,
  freePort,
  ownKafka,
  runProgram,
  testFolder,
  withKafka,
  type OwnKafka,
  type Program,
  type TestFolder,
} from '@wijkspoor/testing';
import pg from 'pg';
import { ingehaald, tot, type Omgeving } from '../proces.ts';
import { Dienst, namen, type Naam } from './dienst.ts';
import { Lijn } from './lijn.ts';
import { maakOnderwerpen } from './onderwerp.ts';

/**
 * The four services as processes, on a Kafka of their own and a PostgreSQL with the log in one
 * database, behind a line that can be cut, and the read models in another.
 */
export class VerdeeldeStad {
  readonly #bijgekomen: Dienst[] = [];

  private constructor(
    readonly kafka: OwnKafka,
    private readonly opslag: Opslag,
    readonly omgeving: Omgeving,
    private readonly diensten: Readonly<Record<Naam, Dienst>>,
  ) {}

  /** Resolves when all four are ready. */
  static async start(kafka: OwnKafka): Promise<VerdeeldeStad> {
    await maakOnderwerpen(kafka.brokers);
    const opslag = await opslagVan();
    const omgeving = { ...opslag.omgeving, BUS_URL: `kafka://${kafka.brokers}?sessionMs=4000` };
    const diensten = await alleVier(omgeving);
    const stad = new VerdeeldeStad(kafka, opslag, omgeving, diensten);
    for (const dienst of Object.values(diensten)) dienst.start();
    await stad.gereed();
    return stad;
  }

  /** The line between the services and the log. */
  get lijn(): Lijn {
    return this.opslag.lijn;
  }

  /** The database of the log, past that line. */
  get logboek(): pg.Client {
    return this.opslag.logboek;
  }

  get overzichten(): pg.Client {
    return this.opslag.overzichten;
  }

  dienst(naam: Naam): Dienst {
    return this.diensten[naam];
  }

  get #alle(): Dienst[] {
    return [...Object.values(this.diensten), ...this.#bijgekomen];
  }

  /** One more of a service, beside the one that there is. */
  async erbij(naam: Naam): Promise<Dienst> {
    const dienst = new Dienst(naam, await freePort(), this.omgeving);
    this.#bijgekomen.push(dienst);
    dienst.start();
    await dienst.gereed();
    return dienst;
  }

  /** Ends what came beside, in order. */
  async terug(): Promise<void> {
    await Promise.all(this.#bijgekomen.splice(0).map(async (dienst) => dienst.stop()));
  }

  async gereed(): Promise<void> {
    await Promise.all(Object.values(this.diensten).map(async (dienst) => dienst.gereed()));
  }

  /** The service whose process carries the log to Kafka at this moment. */
  async relais(): Promise<Dienst> {
    let gevonden: Dienst | undefined;
    await tot(async () => {
      const standen = await Promise.all(this.#alle.map(async (dienst) => dienst.stand()));
      gevonden = this.#alle.find((_, n) => standen[n]?.relais?.actief);
      return gevonden !== undefined;
    });
    if (!gevonden) throw new Error('nobody carries the log to Kafka');
    return gevonden;
  }

  /** Waits until every service has handled all that is in the log, and what came of that. */
  async ingehaald(): Promise<void> {
    await ingehaald(...Object.values(this.diensten).map(({ adres }) => adres));
  }

  async stop(): Promise<void> {
    await Promise.all(this.#alle.map(async (dienst) => dienst.stop()));
    await this.opslag.weg();
  }
}

/** Specs in such a city, of which they may let anything fail; `geefStad` has it while they run. */
export async function inVerdeeldeStad(
  naam: string,
  specs: (geefStad: () => VerdeeldeStad) => void,
): Promise<void> {
  await withKafka(
    naam,
    async () => ownKafka(),
    (kafka) => {
      let stad: VerdeeldeStad;
      beforeAll(async () => {
        stad = await VerdeeldeStad.start(kafka);
      }, 180_000);
      afterAll(async () => {
        await stad?.stop();
        await kafka[Symbol.asyncDispose]();
      }, 60_000);
      specs(() => stad);
    },
  );
}

async function alleVier(omgeving: Omgeving) {
  const paren = namen.map(
    async (naam) => [naam, new Dienst(naam, await freePort(), omgeving)] as const,
  );
  return Object.fromEntries(await Promise.all(paren)) as Record<Naam, Dienst>;
}

type Opslag = Readonly<{
  lijn: Lijn;
  logboek: pg.Client;
  overzichten: pg.Client;
  omgeving: Omgeving;
  weg(): Promise<void>;
}>;

async function opslagVan(): Promise<Opslag> {
  const folder = await testFolder();
  const postgres = await startPostgres(folder);
  const lijn = await Lijn.naar(Number(new URL(postgres.url).port));
  const logboek = await database(postgres.url, 'logboek');
  const overzichten = await database(postgres.url, 'overzichten');
  const weg = async () => {
    await Promise.all([logboek.client.end(), overzichten.client.end(), lijn.weg()]);
    postgres.program.kill('SIGTERM');
    await postgres.program.ended;
    await folder[Symbol.asyncDispose]();
  };
  const EVENT_LOG_URL = Object.assign(new URL(logboek.url), { port: String(lijn.poort) }).href;
  return {
    ...{ lijn, logboek: logboek.client, overzichten: overzichten.client, weg },
    omgeving: { EVENT_LOG_URL, READ_DB_URL: overzichten.url },
  };
}

type Postgres = Readonly<{ url: string; program: Program }>;

async function startPostgres({ path }: TestFolder): Promise<Postgres> {
  const program = resolve('dist/jest/uitval-postgres.mjs');
  await bundleProgram(resolve('libs/adapters/postgres/embedded-server.program.ts'), program);
  const running = runProgram(program, { args: [path] });
  const { url } = await running.next<{ url: string }>();
  return { url, program: running };
}

async function database(server: string, naam: string): Promise<{ url: string; client: pg.Client }> {
  const eerst = new pg.Client({ connectionString: server });
  await eerst.connect();
  await eerst.query(`create database ${naam}`);
  await eerst.end();
  const url = Object.assign(new URL(server), { pathname: `/${naam}` }).href;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return { url, client };
}
