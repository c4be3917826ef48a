import { spawn } from 'node:child_process';
import { freePort } from '@wijkspoor/testing';
import { eindig, stand, tot, verzamel, type Stad } from './proces.ts';

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
  const opties = ['--gegevens', map, '--poort', String(poort), '--exemplaren', '2'];
  const proces = spawn(process.execPath, [programma, ...opties], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, BUS_URL: bus, LOG_LEVEL: 'warn' },
  });
  const uitvoer = verzamel(proces);
  const adres = `http://127.0.0.1:${poort}`;
  await tot(async () => {
    if (proces.exitCode !== null) throw new Error(`the city stopped:\n${uitvoer()}`);
    return (await stand(adres))?.gereed === true;
  }, 250);
  const slaDood = async (naam: string) => {
    const [, pid] = new RegExp(`^ +${naam} .*proces (\\d+)`, 'm').exec(uitvoer()) ?? [];
    process.kill(Number(pid), 'SIGKILL');
    await tot(async () => uitvoer().includes(`${naam} (proces ${pid}) is gestopt: SIGKILL`));
  };
  const stop = async () => {
    await eindig(proces);
    if (proces.exitCode !== 0) throw new Error(`it did not end in order:\n${uitvoer()}`);
  };
  return { adres, uitvoer, slaDood, stop };
}
