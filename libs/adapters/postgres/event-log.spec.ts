import { eventLogContract } from '@wijkspoor/ports/contract';
import { testDatabase } from '@wijkspoor/testing';
import { openPostgresEventLog } from './event-log.ts';

eventLogContract('PostgreSQL', async () => {
  const database = await testDatabase();
  const log = await openPostgresEventLog({ url: database.url });
  return {
    log,
    close: async () => {
      await log.close();
      await database[Symbol.asyncDispose]();
    },
  };
});
