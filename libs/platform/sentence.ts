import { CannotStart as NoEventLog } from '@wijkspoor/adapters/eventstoredb';
import { CannotStart } from '@wijkspoor/adapters/postgres';
import { BadInput, Unavailable } from '@wijkspoor/kernel';
import { OngeldigeConfiguratie } from './gemeente.ts';

/** What a person is told about an error that kept Wijkspoor from starting. */
export function sentenceFor(error: unknown): string {
  const told = [BadInput, CannotStart, NoEventLog].some((kind) => error instanceof kind);
  if (told) return (error as Error).message;
  if (error instanceof OngeldigeConfiguratie)
    return `De bestanden van de gemeente kloppen niet. Verbeter dit eerst:\n${error.message}`;
  return ofNetwork(error) ?? ofEngine(error) ?? ofDatabase(error) ?? stackOf(error);
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

const engines: Readonly<Record<string, string>> = {
  PostgreSQL: 'EVENT_LOG_URL en READ_DB_URL',
  EventStoreDB: 'EVENT_LOG_URL',
  Kafka: 'BUS_URL',
};

// Each adapter begins with the name of its engine when that is gone.
function ofEngine(error: unknown): string | undefined {
  if (!(error instanceof Unavailable)) return undefined;
  const [, engine = '', reason = ''] = /^(\w+) cannot be reached: (.*)/s.exec(error.message) ?? [];
  const settings = engines[engine];
  return settings && `${engine} is niet te bereiken: ${reason}. Controleer ${settings}.`;
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
