import type { Command } from 'commander';
import { readConfig, sentenceFor } from '@wijkspoor/platform';
import { Afgewezen, GeenStad, Onbereikbaar, Stad } from './stad.ts';

/** What a person can mend: told in a sentence, without a stack trace. */
export class KanNiet extends Error {
  override readonly name = 'KanNiet';
}

/** How a command ends. */
export const codes = { goed: 0, deelsGeweigerd: 1, kanNiet: 2, onderbroken: 130 } as const;

export type Adresoptie = Readonly<{ adres?: string }>;

/** Gives a command the option that says where the city is. */
export function metAdres(command: Command): Command {
  return command.option(
    '--adres <url>',
    'adres van de stad (of WIJKSPOOR_URL; http://127.0.0.1:8010)',
  );
}

/** The city that a command talks to. Throws `KanNiet` or `BadInput` when its address is none. */
export function stadVan({ adres }: Adresoptie): Stad {
  if (adres !== undefined && !/^https?:\/\/\S+$/.test(adres))
    throw new KanNiet(
      `--adres moet een adres zijn, zoals http://127.0.0.1:8010, maar is '${adres}'.`,
    );
  return new Stad(readConfig({ WIJKSPOOR_URL: adres }).wijkspoorUrl);
}

/** Who does something, as `--door` names them. */
export function rolVan(door: string): string {
  if (/^[a-z][a-z-]*(:[a-z0-9-]+)?$/.test(door)) return door;
  throw new KanNiet(`--door moet een rol zijn, zoals functioneel-beheer, maar is '${door}'.`);
}

/** So long to wait for what comes of it, as `--wacht` says. */
export function secondenVan(wacht: string): number {
  if (/^\d{1,4}$/.test(wacht)) return Number(wacht);
  throw new KanNiet(`--wacht moet een aantal seconden zijn, maar is '${wacht}'.`);
}

/** Runs the action of a command; what goes wrong becomes a sentence and exit code 2. */
export async function voerUit(doe: () => Promise<void>): Promise<void> {
  try {
    await doe();
  } catch (error) {
    process.stderr.write(`${zin(error)}\n`);
    process.exitCode = codes.kanNiet;
  }
}

function zin(error: unknown): string {
  const bekend = [KanNiet, Onbereikbaar, Afgewezen, GeenStad].some(
    (soort) => error instanceof soort,
  );
  return bekend && error instanceof Error ? error.message : sentenceFor(error);
}

export function schrijf(tekst: string): void {
  process.stdout.write(`${tekst}\n`);
}
