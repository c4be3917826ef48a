import { eventLogContract } from '@wijkspoor/ports/contract';
import { eventStore } from '@wijkspoor/testing';
import { openEventStoreDbEventLog } from './event-log.ts';
import { startStandIn } from './stand-in/stand-in.ts';

const server = await eventStore(startStandIn);

eventLogContract(`EventStoreDB (${server.kind})`, async () => {
  const log = await openEventStoreDbEventLog({ url: server.url });
  process.stderr.write(`EventStoreDB: it says that it is version ${await log.version()}\n`);
  const close = async () => {
    await log.close();
    await server.close();
  };
  return { log, close };
});
