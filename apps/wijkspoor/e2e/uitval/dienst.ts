import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** The four services, each a process of its own in a distributed city. */
export const namen = ['intake', 'routing', 'deadline-monitor', 'reporting'] as const;
export type Naam = (typeof namen)[number];

/** What `/health/ready` says, as far as these tests look at it. */
export type Stand = Readonly<{
  gereed: boolean;
  log: { positie: number };
  volgers: { groep: string; achterstand?: number }[];
  relais?: { actief: boolean; positie: number; achterstand: number };
}>;

/** One of the four services as a process, always at the same address. */
export class Dienst {
  #proces: ChildProcess | undefined;
  readonly #gezegd: string[] = [];

  constructor(
    readonly naam: Naam,
    private readonly poort: number,
    private readonly omgeving: Readonly<Record<string, string>>,
  ) {}

  get adres(): string {
    return `http://127.0.0.1:${this.poort}`;
  }

  /** What it said on its way, for when something is not as it should be. */
  get uitvoer(): string {
    return this.#gezegd.join('');
  }

  start(): void {
    const eigen = { ...this.omgeving, PORT: String(this.poort), LOG_LEVEL: 'warn' };
    const programma = new URL(`../../../../dist/${this.naam}.js`, import.meta.url).pathname;
    this.#proces = spawn(process.execPath, [programma], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...eigen },
    });
    for (const stroom of [this.#proces.stdout, this.#proces.stderr])
      stroom?.on('data', (stuk) => this.#gezegd.push(String(stuk)));
  }

  /** Ends it as a power cut would. */
  async doodslaan(): Promise<void> {
    await this.#eindig('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.#eindig('SIGTERM');
  }

  async stand(): Promise<Stand | undefined> {
    if (this.#proces?.exitCode) throw new Error(`${this.naam} stopped:\n${this.uitvoer}`);
    try {
      const antwoord = await fetch(`${this.adres}/health/ready`);
      const stand = (await antwoord.json()) as Partial<Stand>;
      return stand.log && stand.volgers ? (stand as Stand) : undefined;
    } catch {
      return undefined; // Not there yet: the caller asks again until its patience ends.
    }
  }

  /** Waits until it can do its work. */
  async gereed(): Promise<void> {
    await totdat(
      async () => (await this.stand())?.gereed === true,
      () => this.uitvoer,
    );
  }

  async #eindig(signaal: NodeJS.Signals): Promise<void> {
    const proces = this.#proces;
    if (!proces || proces.exitCode !== null || proces.signalCode !== null) return;
    const weg = once(proces, 'exit');
    proces.kill(signaal);
    await weg;
  }
}

/** Asks again until it is so; fails with what is known when it takes too long. */
export async function totdat(
  vraag: () => Promise<boolean>,
  bekend: () => unknown = () => vraag.toString(),
  binnenMs = 120_000,
): Promise<void> {
  const einde = performance.now() + binnenMs;
  while (!(await vraag())) {
    if (performance.now() > einde) throw new Error(`not so in time: ${JSON.stringify(bekend())}`);
    await wacht(50);
  }
}

export const wacht = async (ms: number): Promise<void> =>
  new Promise((verder) => setTimeout(verder, ms));
