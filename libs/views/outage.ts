import { Unavailable } from '@wijkspoor/kernel';
import {
  QueryFailedError,
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
} from 'typeorm';

/**
 * Does something with the read models; an outage comes out as `Unavailable`, so that it can wait.
 */
export async function reach<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isOutage(error)) throw error;
    throw new Unavailable(`The read models cannot be reached: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

// TypeORM's words for a connection that went away between two statements of one transaction.
const lostUnderway = [QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError];

// What the server itself says: connection lost, out of room or connections, shut down or starting,
// I/O error, a standby that is read-only, a lock not got in time, the loser of a deadlock.
const saidByServer = /^(08|53|57|58|25006|55P03|40P01)/;

// What is said on this side when no server answers.
const codes = /^(ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_)/;
const messages = /^(Connection terminated|timeout exceeded when trying to connect)/;

function isOutage(error: unknown): boolean {
  if (lostUnderway.some((type) => error instanceof type)) return true;
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  const { code, severity, message } = (cause ?? {}) as Readonly<Record<string, unknown>>;
  if (severity !== undefined) return saidByServer.test(String(code));
  return codes.test(String(code)) || messages.test(String(message));
}
