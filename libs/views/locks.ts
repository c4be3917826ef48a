import type { DataSource, EntityManager } from 'typeorm';

/** "lees" in ASCII: the advisory locks of the read models, apart from those of anyone else. */
const family = 0x6c656573;

const locks = { migrate: 1, rebuild: 2, write: 3 } as const;

/** Does something that only one process may do at a time; the others wait for their turn. */
export async function inTurn<T>(
  ds: DataSource,
  lock: 'migrate' | 'rebuild',
  work: () => Promise<T>,
): Promise<T> {
  return ds.transaction(async (manager) => {
    // The work goes over other connections, and this one may be idle for longer than is allowed.
    await manager.query('set local idle_in_transaction_session_timeout = 0');
    await manager.query('select pg_advisory_xact_lock($1, $2)', [family, locks[lock]]);
    return work();
  });
}

/** Until the end of the transaction: writes to the live tables, side by side with other writers. */
export async function shareWriting(manager: EntityManager): Promise<void> {
  await manager.query('select pg_advisory_xact_lock_shared($1, $2)', [family, locks.write]);
}

/**
 * Until the end of the transaction: waits for the writers under way, and keeps new ones waiting.
 */
export async function stopWriting(manager: EntityManager): Promise<void> {
  await manager.query('select pg_advisory_xact_lock($1, $2)', [family, locks.write]);
}
