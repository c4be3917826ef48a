import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '@wijkspoor/testing';

const bin = new URL('../bin.mjs', import.meta.url).pathname;

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
  const proces = spawn(
    process.execPath,
    [bin, 'start', '--gegevens', map, '--poort', String(poort), ...opties],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, LOG_LEVEL: 'warn' } },
  );
  const uitvoer = verzamel(proces);
  const adres = `http://127.0.0.1:${poort}`;
  await tot(async () => {
    if (proces.exitCode !== null) throw new Error(`wijkspoor stopped:\n${uitvoer()}`);
    return (await stand(adres))?.gereed === true;
  });
  return { adres, uitvoer, doodslaan: () => eindig(proces, 'SIGKILL'), stop: () => eindig(proces) };
}

/** Runs one command of the command line to its end; a minute is more than any of them needs. */
export async function draai(
  ...woorden: readonly string[]
): Promise<{ code: number | null; uitvoer: string }> {
  const proces = spawn(process.execPath, [bin, ...woorden], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Jest's own copy of the environment, in which a spec may have set something.
    env: { ...process.env },
    timeout: 60_000,
  });
  const uitvoer = verzamel(proces);
  await once(proces, 'close');
  return { code: proces.exitCode, uitvoer: uitvoer() };
}

/**
 * Waits until all that is in the log has been carried to the bus, every follower has handled it,
 * and what came of that as well: a follower that has caught up may have written again, so the log
 * must stand still between two looks.
 */
export async function ingehaald(adres: string): Promise<void> {
  let vorige = -1;
  await tot(async () => {
    const gezien = await stand(adres);
    const stil = gezien !== undefined && isBij(gezien) && gezien.log.positie === vorige;
    vorige = gezien && isBij(gezien) ? gezien.log.positie : -1;
    return stil;
  });
}

// Of a service that is gone nobody knows how far it is, so the city must be ready as well.
function isBij({ gereed, volgers = [], relais = { achterstand: 0 } }: Stand): boolean {
  const bij = volgers.every(({ achterstand }) => achterstand === 0);
  return gereed && volgers.length > 0 && bij && relais.achterstand === 0;
}

type Stand = {
  gereed: boolean;
  log: { positie: number };
  volgers?: { groep: string; achterstand?: number }[];
  relais?: { achterstand: number };
};

export async function stand(adres: string): Promise<Stand | undefined> {
  try {
    const antwoord = await fetch(`${adres}/health/ready`);
    return (await antwoord.json()) as Stand;
  } catch {
    return undefined; // Not there yet: the caller asks again until its patience ends.
  }
}

/** Asks, every so many ms, until it is so; fails when it is not so within a minute. */
export async function tot(vraag: () => Promise<boolean>, telkensMs = 50): Promise<void> {
  const einde = performance.now() + 60_000;
  while (!(await vraag())) {
    if (performance.now() > einde) throw new Error('it did not come about within a minute');
    await new Promise((verder) => setTimeout(verder, telkensMs));
  }
}

export function verzamel(proces: ChildProcess): () => string {
  const stukken: string[] = [];
  proces.stdout?.on('data', (stuk) => stukken.push(String(stuk)));
  proces.stderr?.on('data', (stuk) => stukken.push(String(stuk)));
  return () => stukken.join('');
}

export async function eindig(
  proces: ChildProcess,
  signaal: NodeJS.Signals = 'SIGTERM',
): Promise<void> {
  if (proces.exitCode !== null || proces.signalCode !== null) return;
  const weg = once(proces, 'exit');
  proces.kill(signaal);
  await weg;
}
