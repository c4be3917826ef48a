import { CannotStart } from '@wijkspoor/adapters/postgres';
import { BadInput, Unavailable } from '@wijkspoor/kernel';
import type { Environment } from './config.ts';
import { readConfig } from './config.ts';
import { OngeldigeConfiguratie } from './gemeente.ts';
import type { LogTo } from './logging.ts';
import { openLog } from './logging.ts';
import type { Running, ServiceModule } from './start.ts';
import { start } from './start.ts';

export type ServeOptions = Readonly<{
  /** Settings that go before the environment. */
  given?: Environment;
  /** Settings that come after it. */
  preset?: Environment;
  logTo?: LogTo;
  /** Called once it answers. */
  onRunning?: (running: Running) => Promise<void>;
}>;

/**
 * Runs services until the process is told to stop (SIGTERM, or Ctrl-C), and then closes in order.
 *
 * What a person has to mend (a setting, the municipality's files, a folder or port in use) is told
 * in a sentence on standard error, and the process ends with 1. Never throws.
 */
export async function serve(
  services: readonly ServiceModule[],
  { given, preset, logTo = 'stdout', onRunning = async () => undefined }: ServeOptions = {},
): Promise<void> {
  try {
    const config = readConfig(given, undefined, preset);
    const running = await start(services, { config, logger: openLog(config, logTo) });
    const told = untilToldToStop();
    try {
      await Promise.race([onRunning(running), told]);
      await told;
    } finally {
      await running.close();
    }
  } catch (error) {
    process.stderr.write(`${sentenceFor(error)}\n`);
    process.exitCode = 1;
  }
}

// The second time somebody asks, they mean now.
async function untilToldToStop(): Promise<void> {
  const signals = ['SIGTERM', 'SIGINT'] as const;
  await new Promise<void>((resolve) => {
    for (const signal of signals) process.once(signal, () => resolve());
  });
  for (const signal of signals) process.once(signal, () => process.exit(1));
}

/** What a person is told about an error that kept Wijkspoor from starting. */
export function sentenceFor(error: unknown): string {
  if (error instanceof BadInput || error instanceof CannotStart) return error.message;
  if (error instanceof OngeldigeConfiguratie)
    return `De gemeente kan zo niet starten. Verbeter dit eerst:\n${error.message}`;
  return ofNetwork(error) ?? ofDatabase(error) ?? stackOf(error);
}

type SystemError = NodeJS.ErrnoException & Readonly<{ port?: number; address?: string }>;

function ofNetwork(error: unknown): string | undefined {
  const { code = '', port, address } = error as SystemError;
  const sentences: Partial<Record<string, string>> = {
    EADDRINUSE: `Poort ${port} is al in gebruik. Kies een andere met PORT of --poort.`,
    EACCES: `Poort ${port} mag hier niet. Kies er een boven 1024 met PORT of --poort.`,
    EADDRNOTAVAIL: `${address} is geen adres van deze machine. Kies een ander met HOST.`,
  };
  return sentences[code];
}

// Not there, or there and saying no: PostgreSQL gives its own refusals a severity.
function ofDatabase(error: unknown): string | undefined {
  const { code = '' } = error as SystemError;
  const isGone = error instanceof Unavailable || /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT)/.test(code);
  if (!isGone && !Object.hasOwn(error as object, 'severity')) return undefined;
  const reason = (error as Error).message || code;
  return `De database is niet te bereiken: ${reason}. Controleer EVENT_LOG_URL en READ_DB_URL.`;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
