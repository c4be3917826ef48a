import { eventLogContract } from '@wijkspoor/ports/contract';
import { testDatabase } from '@wijkspoor/testing';
import { openPostgresEventLog } from './event-log.ts';

// Far longer than a test lasts: what a follower gets, and that it ends, never waits for a look.
const pollMs = 600_000;

eventLogContract('PostgreSQL', async () => {
  const database = await testDatabase();
  const log = await openPostgresEventLog({ url: database.url, pollMs });
  return {
    log,
    close: async () => {
      await log.close();
      await database[Symbol.asyncDispose]();
    },
  };
});
