import type { DataSource, EntityManager } from 'typeorm';
import { reach } from './outage.ts';

/** How far a view has come, in the shape of the port. */
export type ViewCheckpoint = Readonly<{
  load(): Promise<number>;
  save(position: number): Promise<void>;
}>;

/**
 * The checkpoint of a view. The view moves it by itself, in the transaction that writes the rows,
 * so a follower that saves it once more changes nothing.
 */
export function viewCheckpoint(ds: DataSource, view: string): ViewCheckpoint {
  return {
    load: async () => reach(() => loadPosition(ds.manager, view)),
    save: async (position) => reach(() => savePosition(ds.manager, view, position)),
  };
}

export async function loadPosition(manager: EntityManager, view: string): Promise<number> {
  const sql = 'select position from lees.view_checkpoints where view = $1';
  const [row] = await manager.query<{ position: string }[]>(sql, [view]);
  return Number(row?.position ?? 0);
}

/** Never moves back. */
export async function savePosition(
  manager: EntityManager,
  view: string,
  position: number,
): Promise<void> {
  await manager.query(
    `insert into lees.view_checkpoints as kept (view, position) values ($1, $2)
     on conflict (view) do update set position = excluded.position
     where kept.position < excluded.position`,
    [view, position],
  );
}

/**
 * Moves up when the events that were just handled go on from where it stands. A batch that is given
 * again is given in parts, stream by stream: the last of one stream says nothing of the others, and
 * only the follower knows when it has given them all.
 */
export async function advance(
  manager: EntityManager,
  view: string,
  events: readonly Readonly<{ position: number }>[],
): Promise<void> {
  const first = events[0]?.position;
  if (first === undefined || events.some(({ position }, n) => position !== first + n)) return;
  await manager.query(
    `insert into lees.view_checkpoints as kept (view, position)
     values ($1, case when $2::bigint <= 1 then $3::bigint else 0 end)
     on conflict (view) do update set position = $3
     where kept.position < $3 and kept.position >= $2 - 1`,
    [view, first, first + events.length - 1],
  );
}
