import { busContract, checkpointContract } from '@wijkspoor/ports/contract';
import { testDatabase } from '@wijkspoor/testing';
import { openPostgresBus } from './bus.ts';
import { openPostgresCheckpoints } from './checkpoint.ts';
import { openPostgresEventLog } from './event-log.ts';

const quickly = { attempts: 3, backoffMs: 10, backoffMaxMs: 50, takeOverMs: 100 };

async function open() {
  const database = await testDatabase();
  const { url } = database;
  const log = await openPostgresEventLog({ url });
  const bus = await openPostgresBus({ url, log, ...quickly });
  const checkpoints = await openPostgresCheckpoints({ url });
  const close = async () => {
    for (const each of [bus, checkpoints, log]) await each.close();
    await database[Symbol.asyncDispose]();
  };
  return { bus, log, checkpoint: checkpoints.checkpoint, close };
}

busContract('PostgreSQL', open);
checkpointContract('PostgreSQL', open);
