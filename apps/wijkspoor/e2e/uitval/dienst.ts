import { Proces, stand, type Omgeving, type Stand } from '../proces.ts';

/** The four services, each a process of its own in a distributed city. */
export const namen = ['intake', 'routing', 'deadline-monitor', 'reporting'] as const;
export type Naam = (typeof namen)[number];

/** One of the four services, whose process comes and goes; always at the same address. */
export class Dienst {
  readonly adres: string;
  #proces: Proces | undefined;

  constructor(
    private readonly naam: Naam,
    private readonly poort: number,
    private readonly omgeving: Omgeving,
  ) {
    this.adres = `http://127.0.0.1:${poort}`;
  }

  start(): void {
    const programma = new URL(`../../../../dist/${this.naam}.js`, import.meta.url).pathname;
    const eigen = { PORT: String(this.poort), LOG_LEVEL: 'warn' };
    this.#proces = new Proces([programma], { omgeving: { ...this.omgeving, ...eigen } });
  }

  /** Waits until it can do its work. */
  async gereed(): Promise<void> {
    await this.#proces?.gereed(this.adres);
  }

  async stand(): Promise<Stand | undefined> {
    return stand(this.adres);
  }

  /** Ends it as a power cut would. */
  async doodslaan(): Promise<void> {
    await this.#proces?.eindig('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.#proces?.eindig('SIGTERM');
  }
}
