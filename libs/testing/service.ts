import { afterAll, beforeAll } from '@jest/globals';
import { onServer, testDatabase, type TestDatabase } from './database.ts';

type Service = Readonly<{ close(): Promise<unknown> }>;

/** A service that runs on a database of its own while the tests of a file do. */
export type TestService<Running> = Readonly<{
  running: Running;
  databaseUrl: string;
  /** Ends it in order and starts it again on the same database; `meanwhile` while it is gone. */
  restart(meanwhile?: () => Promise<void> | void): Promise<void>;
  /** As after a crash in which a group's last positions were lost: everything comes again. */
  restartFromTheStart(group: string): Promise<void>;
}>;

export function testService<Running extends Service>(
  start: (databaseUrl: string) => Promise<Running>,
): TestService<Running> {
  let database: TestDatabase | undefined;
  let running: Running | undefined;

  async function begin() {
    running = await start(there(database).url);
  }

  async function restart(meanwhile?: () => Promise<void> | void) {
    await running?.close();
    await meanwhile?.();
    await begin();
  }

  beforeAll(async () => {
    database = await testDatabase();
    await begin();
  }, 60_000);

  afterAll(async () => {
    await running?.close();
    await database?.[Symbol.asyncDispose]();
  });

  return {
    get running() {
      return there(running);
    },
    get databaseUrl() {
      return there(database).url;
    },
    restart,
    restartFromTheStart: async (group) => {
      const forget = `delete from log.checkpoints where group_name = '${group}'`;
      await restart(async () => onServer(there(database).url, forget));
    },
  };
}

function there<T>(what: T | undefined): T {
  if (what === undefined) throw new Error('The service is there from beforeAll on.');
  return what;
}
