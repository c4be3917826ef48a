import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { QueryFailedError } from 'typeorm';
import { savePosition } from '../checkpoint.ts';
import { inTurn, stopWriting } from '../locks.ts';
import { reach } from '../outage.ts';
import { zakenViewName } from '../zaken/zaken.view.ts';
import type { Opbouw, Replay } from './opbouw.ts';
import { bouwOp, haalIn, opbouwSchema, ruimOp } from './opbouw.ts';

/** What a rebuild came to: how far in the log, and how many cases. */
export type Herbouwd = Readonly<{ positie: number; zaken: number }>;

/**
 * Makes the read models anew from the log, under the hands of whoever reads and writes them.
 *
 * A new table is filled beside the live one. Then the writers, in this process and in others, are
 * let finish and kept waiting; the new table catches up with what they had written; and it takes
 * the place of the old one. Readers see the old rows until that moment and the new ones after it,
 * never an empty table. Rebuilds take turns; one that breaks off leaves the live table as it was.
 */
export async function herbouw(ds: DataSource, replay: Replay): Promise<Herbouwd> {
  return reach(() =>
    inTurn(ds, 'rebuild', async () => {
      try {
        const opbouw = await bouwOp(ds, replay);
        return await wissel(ds, replay, opbouw);
      } finally {
        await ruimOp(ds);
      }
    }),
  );
}

const pogingen = 60;
const pauzeMs = 500;

// Whoever reads for long keeps the old table in place. Waiting for that would keep all others
// waiting too, so it is tried for a moment, given up, and tried again.
async function wissel(ds: DataSource, replay: Replay, opbouw: Opbouw): Promise<Herbouwd> {
  for (let poging = 1; ; poging++) {
    try {
      return await probeerWissel(ds, replay, opbouw);
    } catch (error) {
      if (!isBezet(error) || poging === pogingen) throw error;
      await sleep(pauzeMs);
    }
  }
}

async function probeerWissel(ds: DataSource, replay: Replay, opbouw: Opbouw): Promise<Herbouwd> {
  return ds.transaction(async (manager) => {
    await stopWriting(manager);
    const { positie } = await haalIn(manager, ds, replay, opbouw);
    const sql = `select count(*)::integer as zaken from ${opbouwSchema}.zaken`;
    const [telling] = await manager.query<{ zaken: number }[]>(sql);
    await manager.query(`set local lock_timeout = '300ms'`);
    await manager.query('drop table lees.zaken');
    await manager.query(`alter table ${opbouwSchema}.zaken set schema lees`);
    await savePosition(manager, zakenViewName, positie);
    return { positie, zaken: telling?.zaken ?? 0 };
  });
}

const lockNotAvailable = '55P03';

function isBezet(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { code } = error.driverError as Error & { code?: string };
  return code === lockNotAvailable;
}
