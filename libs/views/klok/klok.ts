import type { Datum, ZaakId } from '@wijkspoor/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { reach } from '../outage.ts';
import type { SignaalRij } from './signalen.ts';
import { bewaarSignalen } from './signalen.ts';

/** A case, the day on which to look at it, and the last of its events that this is known of. */
export type Klokregel = Readonly<{ zaakId: ZaakId; op: Datum; revisie: number }>;

/** A case that was looked at: when to look again, if ever, and what was raised. */
export type Bekeken = Readonly<{
  zaakId: ZaakId;
  op: Datum | undefined;
  revisie: number;
  signalen: readonly SignaalRij[];
}>;

/**
 * The cases to look at on a day, those that have waited longest first; at most `limiet`, after `na`
 * when there were more. It costs what is due, however many terms run: an index holds the days.
 */
export async function teBekijken(
  ds: DataSource,
  vandaag: Datum,
  limiet: number,
  na?: Klokregel,
): Promise<readonly Klokregel[]> {
  const verder = na ? 'and (op, zaak_id) > ($3::date, $4)' : '';
  const sql = `select zaak_id as "zaakId", op::text, revisie from lees.klok
    where op <= $1 ${verder} order by op, zaak_id limit $2`;
  const waarden = [vandaag, limiet, ...(na ? [na.op, na.zaakId] : [])];
  return reach(() => ds.query<Klokregel[]>(sql, waarden));
}

/**
 * Notes what was seen of some cases, and keeps what was raised.
 *
 * A case of which a later event was noted meanwhile keeps its day: that event was not seen, so it
 * is looked at again. What is kept here is also in the log, and comes from there when it is lost.
 */
export async function noteerBekeken(ds: DataSource, bekeken: readonly Bekeken[]): Promise<void> {
  if (bekeken.length === 0) return;
  await reach(() =>
    ds.transaction(async (manager) => {
      await bewaarSignalen(
        manager,
        bekeken.flatMap(({ signalen }) => signalen),
      );
      await manager.query(bekekenSql, [
        bekeken.map(({ zaakId }) => zaakId),
        bekeken.map(({ op }) => op ?? null),
        bekeken.map(({ revisie }) => revisie),
      ]);
    }),
  );
}

// Locked in the order of the ids, so that two monitors wait for each other in one direction only.
const bekekenSql = `
  with given as (
    select * from unnest($1::text[], $2::date[], $3::int[]) as g (zaak_id, op, revisie)
  ), held as (
    select k.zaak_id, g.op, g.revisie from lees.klok k join given g using (zaak_id)
    where k.revisie <= g.revisie order by k.zaak_id for update of k
  ), gone as (
    delete from lees.klok k using held h where k.zaak_id = h.zaak_id and h.op is null
  )
  update lees.klok k set op = h.op, revisie = h.revisie
    from held h where k.zaak_id = h.zaak_id and h.op is not null`;

/** Notes the day on which an event may make it necessary to look at its case. */
export async function noteerDagen(
  manager: EntityManager,
  dagen: readonly Klokregel[],
): Promise<void> {
  if (dagen.length === 0) return;
  await manager.query(
    `insert into lees.klok as k (zaak_id, op, revisie)
     select zaak_id, min(op), max(revisie)
     from unnest($1::text[], $2::date[], $3::int[]) as g (zaak_id, op, revisie)
     group by zaak_id order by zaak_id
     on conflict (zaak_id) do update
       set op = least(k.op, excluded.op), revisie = excluded.revisie
       where k.revisie < excluded.revisie`,
    [
      dagen.map(({ zaakId }) => zaakId),
      dagen.map(({ op }) => op),
      dagen.map(({ revisie }) => revisie),
    ],
  );
}

/**
 * Has every open case looked at once, where the days were worked out by other rules than those of
 * `merk`, or never: another policy may have made something due that no event will tell of.
 */
export async function kijkOpnieuwBij(ds: DataSource, merk: string, vandaag: Datum): Promise<void> {
  await reach(() =>
    ds.transaction(async (manager) => {
      const [staat] = await manager.query<{ naam: string }[]>(
        `insert into lees.klok_stand as s values ('beleid', $1)
         on conflict (naam) do update set waarde = $1 where s.waarde <> $1 returning naam`,
        [merk],
      );
      if (!staat) return;
      await manager.query('update lees.klok set op = $1 where op > $1', [vandaag]);
      await manager.query(
        `insert into lees.klok as k (zaak_id, op, revisie)
         select zaak_id, $1::date, -1 from lees.zaken where gestopt_op is null
         order by zaak_id on conflict do nothing`,
        [vandaag],
      );
    }),
  );
}
