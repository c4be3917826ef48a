import { Unavailable } from '@wijkspoor/kernel';
import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';

/** Does something with the read models; an outage comes out as `Unavailable`, so that it can wait. */
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

// What the server itself says: connection lost, out of room or connections, shut down or starting,
// I/O error, a standby that is read-only, a lock not got in time, the loser of a deadlock.
const saidByServer = /^(08|53|57|58|25006|55P03|40P01)/;

// What is said on this side when no server answers.
const codes = /^(ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_)/;
const messages = /^(Connection terminated|timeout exceeded when trying to connect)/;

function isOutage(error: unknown): boolean {
  if (error instanceof QueryRunnerAlreadyReleasedError) return true;
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (!(cause instanceof Error)) return false;
  const { code, severity } = cause as Error & { code?: unknown; severity?: unknown };
  if (typeof severity === 'string') return saidByServer.test(String(code));
  return codes.test(String(code)) || messages.test(cause.message);
}
