import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wacht } from 'node:timers/promises';
import { freePort } from '@wijkspoor/testing';

const bin = new URL('../bin.mjs', import.meta.url).pathname;

export type Omgeving = Readonly<Record<string, string>>;

type Opties = Readonly<{
  omgeving?: Omgeving;
  /** When it is ended if it still runs then. */
  timeout?: number;
}>;

/** A program of Wijkspoor as a process of its own, and all that it has said so far. */
export class Proces {
  readonly #proces: ChildProcess;
  readonly #weg: Promise<unknown>;
  readonly #gezegd: string[] = [];
  readonly #gegeven: string[] = [];

  constructor(woorden: readonly string[], { omgeving = {}, timeout }: Opties = {}) {
    this.#proces = spawn(process.execPath, woorden, {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout,
      // Jest's own copy of the environment, in which a spec may have set something.
      env: { ...process.env, ...omgeving },
    });
    this.#weg = once(this.#proces, 'close');
    const { stdout, stderr } = this.#proces;
    // A letter of several bytes may come in two pieces.
    for (const stroom of [stdout, stderr])
      stroom?.setEncoding('utf8').on('data', (stuk: string) => this.#gezegd.push(stuk));
    stdout?.on('data', (stuk: string) => this.#gegeven.push(stuk));
  }

  get uitvoer(): string {
    return this.#gezegd.join('');
  }

  /** What it gave for programs, without what it said on the side. */
  get gegeven(): string {
    return this.#gegeven.join('');
  }

  /** Its exit code; null while it runs, and when a signal ended it. */
  get code(): number | null {
    return this.#proces.exitCode;
  }

  /** Waits until it can do its work at an address. Fails when it ends by itself instead. */
  async gereed(adres: string): Promise<void> {
    await tot(
      async () => {
        if (this.code !== null) throw new Error(`it has stopped:\n${this.uitvoer}`);
        return (await stand(adres))?.gereed === true;
      },
      () => this.uitvoer,
    );
  }

  /** Resolves when it has ended, by itself or by the signal. */
  async eindig(signaal?: NodeJS.Signals): Promise<void> {
    if (signaal) this.#proces.kill(signaal);
    await this.#weg;
  }
}

/** A running Wijkspoor, as a user starts it: a process of its own on a folder of its own. */
export type Stad = Readonly<{
  adres: string;
  uitvoer(): string;
  /** Ends it as a power cut would: no handler runs. PostgreSQL, a process of its own, stays. */
  doodslaan(): Promise<void>;
  /** Ends it as Ctrl-C does. */
  stop(): Promise<void>;
}>;

/** Starts a city on a folder and waits until it answers and all its followers have caught up. */
export async function startStad(map: string, opties: readonly string[] = []): Promise<Stad> {
  const poort = await freePort();
  const woorden = [bin, 'start', '--gegevens', map, '--poort', String(poort), ...opties];
  const proces = new Proces(woorden, { omgeving: { LOG_LEVEL: 'warn' } });
  const adres = `http://127.0.0.1:${poort}`;
  await proces.gereed(adres);
  return {
    adres,
    uitvoer: () => proces.uitvoer,
    doodslaan: async () => proces.eindig('SIGKILL'),
    stop: async () => proces.eindig('SIGTERM'),
  };
}

type Uitslag = Readonly<{ code: number | null; uitvoer: string; gegeven: string }>;

/** Runs one command of the command line to its end; two minutes is more than any of them needs. */
export async function draai(...woorden: readonly string[]): Promise<Uitslag> {
  return draaiMet({}, ...woorden);
}

/** The same, with settings of its own. */
export async function draaiMet(
  omgeving: Omgeving,
  ...woorden: readonly string[]
): Promise<Uitslag> {
  const proces = new Proces([bin, ...woorden], { omgeving, timeout: 120_000 });
  await proces.eindig();
  return { code: proces.code, uitvoer: proces.uitvoer, gegeven: proces.gegeven };
}

/** What `/health/ready` says, as far as specs look at it. */
export type Stand = Readonly<{
  gereed: boolean;
  log: { positie: number };
  volgers?: readonly { groep: string; achterstand?: number }[];
  relais?: { actief: boolean; achterstand: number };
  diensten?: readonly { gereed: boolean }[];
}>;

export async function stand(adres: string): Promise<Stand | undefined> {
  try {
    const antwoord = await fetch(`${adres}/health/ready`);
    return (await antwoord.json()) as Stand;
  } catch {
    return undefined; // Not there yet: the caller asks again until its patience ends.
  }
}

/**
 * Waits until all that is in the log has been carried to the bus, every follower has handled it,
 * and what came of that as well: a follower that has caught up may have written again, so the log
 * must stand still between two looks. Gives what was said at the second one. A moment later the
 * clock may have said something of a case.
 */
export async function ingehaald(
  ...adressen: readonly string[]
): Promise<readonly (Stand | undefined)[]> {
  let vorige = -1;
  let standen: (Stand | undefined)[] = [];
  await tot(
    async () => {
      standen = await Promise.all(adressen.map(stand));
      const posities = standen.map((gezien) => (gezien && isBij(gezien) ? gezien.log.positie : -1));
      const positie = posities.includes(-1) ? -1 : Math.max(...posities);
      const stil = positie >= 0 && positie === vorige;
      vorige = positie;
      return stil;
    },
    () => standen,
  );
  return standen;
}

// Of a service that is gone nobody knows how far it is, so the city must be ready as well.
function isBij({ gereed, volgers = [], relais = { actief: false, achterstand: 0 } }: Stand) {
  const bij = volgers.every(({ achterstand }) => achterstand === 0);
  return gereed && volgers.length > 0 && bij && relais.achterstand === 0;
}

/** Asks again until it is so; fails, with what is known, when it is not so within two minutes. */
export async function tot(
  vraag: () => Promise<boolean>,
  bekend: () => unknown = () => vraag.toString(),
): Promise<void> {
  const einde = performance.now() + 120_000;
  while (!(await vraag())) {
    if (performance.now() > einde) throw new Error(`not so in time: ${JSON.stringify(bekend())}`);
    await wacht(50);
  }
}
