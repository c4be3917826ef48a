import { freePort } from '@wijkspoor/testing';
import { Proces, tot, type Stad } from './proces.ts';

const programma = new URL('../../../dist/verdeeld.js', import.meta.url).pathname;

/** A city of several processes, as `npm run verdeeld` starts it. */
export type VerdeeldeStad = Omit<Stad, 'doodslaan'> &
  Readonly<{
    /** Ends one process of a service as a power cut would. */
    slaDood(naam: string): Promise<void>;
  }>;

/** Starts it on a folder and a Kafka, with two processes of each service. */
export async function startVerdeeld(map: string, bus: string): Promise<VerdeeldeStad> {
  const poort = await freePort();
  const woorden = ['--gegevens', map, '--poort', String(poort), '--exemplaren', '2'];
  const omgeving = { BUS_URL: bus, LOG_LEVEL: 'warn' };
  const proces = new Proces([programma, ...woorden], { omgeving });
  const uitvoer = () => proces.uitvoer;
  const adres = `http://127.0.0.1:${poort}`;
  await proces.gereed(adres);
  const slaDood = async (naam: string) => {
    const [, pid] = new RegExp(`^ +${naam} .*proces (\\d+)`, 'm').exec(uitvoer()) ?? [];
    process.kill(Number(pid), 'SIGKILL');
    await tot(async () => uitvoer().includes(`${naam} (proces ${pid}) is gestopt: SIGKILL`));
  };
  const stop = async () => {
    await proces.eindig('SIGTERM');
    if (proces.code !== 0) throw new Error(`it did not end in order:\n${uitvoer()}`);
  };
  return { adres, uitvoer, slaDood, stop };
}
