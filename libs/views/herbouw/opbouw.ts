import type { Recorded } from '@wijkspoor/kernel';
import type { WijkspoorEvent } from '@wijkspoor/wire';
import type { DataSource, EntityManager } from 'typeorm';
import { loadPosition } from '../checkpoint.ts';
import { vouwIn, zakenViewName } from '../zaken/zaken.view.ts';
import { zakenTabel } from '../zaken/zaken.table.ts';

/** All events after a position, in the order of the log, up to its head of that moment. */
export type Replay = (after: number) => AsyncIterable<readonly Recorded<WijkspoorEvent>[]>;

/** The schema in which new tables are built, out of sight of any reader. */
export const opbouwSchema = 'lees_herbouw';

/** A table of cases under construction, and the position in the log that it has reached. */
export type Opbouw = Readonly<{ positie: number }>;

/**
 * Builds a second table of cases from the log, with the columns and indexes of the live one, while
 * that one is read and written as ever. What an earlier attempt left behind is thrown away.
 */
export async function bouwOp(ds: DataSource, replay: Replay): Promise<Opbouw> {
  await ds.query(`drop schema if exists ${opbouwSchema} cascade`);
  await ds.query(`create schema ${opbouwSchema}`);
  await ds.query(
    `create table ${opbouwSchema}.zaken (like lees.zaken including all excluding indexes,
      constraint zaken_pkey primary key (zaak_id))`,
  );
  const gevuld = await vul(ds.manager, ds, replay, 0);
  await indexeer(ds);
  return { positie: await vul(ds.manager, ds, replay, gevuld) };
}

/** Throws the table under construction away. */
export async function ruimOp(ds: DataSource): Promise<void> {
  await ds.query(`drop schema if exists ${opbouwSchema} cascade`);
}

/**
 * Brings the new table to the end of the log, while nobody writes to the live one (the caller sees
 * to it). Then the new one lacks nothing that the live one has, and what the live view is given
 * afterwards goes on from there: what it brings again, the revisions refuse.
 *
 * To the end, and not to where the live view is: that is not known of a view that is fed by Kafka,
 * of which the partitions have no order among each other.
 */
export async function haalIn(
  manager: EntityManager,
  ds: DataSource,
  replay: Replay,
  { positie }: Opbouw,
): Promise<Opbouw> {
  const live = await loadPosition(manager, zakenViewName);
  const bereikt = await vul(manager, ds, replay, positie);
  if (bereikt >= live) return { positie: bereikt };
  throw new Error(
    `The log ends at position ${bereikt}, but the view is at ${live}: this is another log.`,
  );
}

async function vul(
  manager: EntityManager,
  ds: DataSource,
  replay: Replay,
  na: number,
): Promise<number> {
  const tabel = zakenTabel(ds, opbouwSchema);
  let bereikt = na;
  for await (const events of replay(na)) {
    await vouwIn(manager, tabel, events, geenHerlezing);
    bereikt = events.at(-1)?.position ?? bereikt;
  }
  return bereikt;
}

// The log itself misses nothing. If it seems to, then that is worth a stop, not a repair.
async function geenHerlezing(stream: string): Promise<never> {
  throw new Error(`The log gives ${stream} with an event missing`);
}

type Index = Readonly<{ definitie: string }>;

// After the filling, which is several times as fast as keeping them up on the way.
async function indexeer(ds: DataSource): Promise<void> {
  const indexen = await ds.query<Index[]>(
    `select replace(indexdef, ' ON lees.zaken ', ' ON ${opbouwSchema}.zaken ') as definitie
     from pg_indexes where schemaname = 'lees' and tablename = 'zaken'
       and indexname <> 'zaken_pkey'`,
  );
  for (const { definitie } of indexen) await ds.query(definitie);
  await ds.query(`analyze ${opbouwSchema}.zaken`);
}
