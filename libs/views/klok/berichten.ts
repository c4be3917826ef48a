import type { BerichtEvent, BerichtId, Datum } from '@wijkspoor/domain';
import { volgendePoging } from '@wijkspoor/domain';
import type { DataOf, Instant } from '@wijkspoor/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { reach } from '../outage.ts';

/** An event of a message, and its place in it. */
export type BerichtFeit = Readonly<{ event: BerichtEvent; revisie: number }>;

/** A message that is to be offered now. */
export type TeBezorgen = Readonly<{ berichtId: BerichtId; pogingen: number }>;

/** Keeps what became of messages, outside the follower that will bring the same later. */
export async function noteerBerichten(ds: DataSource, feiten: readonly BerichtFeit[]) {
  await reach(() => ds.transaction(async (manager) => bewaarBerichten(manager, feiten)));
}

/** Keeps what became of messages; what was kept already stays as it was. */
export async function bewaarBerichten(
  manager: EntityManager,
  feiten: readonly BerichtFeit[],
): Promise<void> {
  for (const { event, revisie } of feiten) {
    if (event.type === 'BerichtOpgesteld') await bewaarOpgesteld(manager, event.data);
    else if (event.type === 'BerichtOpnieuwGevraagd')
      await bewaarVraag(manager, event.data, revisie);
    else await bewaarPoging(manager, event, revisie);
  }
}

const meteen: Instant = '1970-01-01T00:00:00.000Z';

type Opgesteld = DataOf<BerichtEvent, 'BerichtOpgesteld'>;
type Poging = Exclude<BerichtEvent, { type: 'BerichtOpgesteld' | 'BerichtOpnieuwGevraagd' }>;

async function bewaarOpgesteld(
  manager: EntityManager,
  { berichtId, ontvanger, datum, regels }: Opgesteld,
): Promise<void> {
  await manager.query(
    `insert into lees.berichten
       (bericht_id, revisie, ontvanger, datum, regels, status, pogingen, volgende_op)
     values ($1, 0, $2, $3, $4, 'opgesteld', 0, $5) on conflict do nothing`,
    [berichtId, ontvanger, datum, regels.length, meteen],
  );
  await manager.query(
    `update lees.meldingen m set bericht = $1
     from unnest($3::text[], $4::text[], $5::int[]) as g (zaak_id, soort, revisie),
       lees.signalen s
     where m.ontvanger = $2 and m.bericht is null and m.zaak_id = g.zaak_id
       and m.revisie <= g.revisie and s.zaak_id = m.zaak_id and s.revisie = m.revisie
       and s.soort = g.soort`,
    [
      ...[berichtId, ontvanger, regels.map(({ zaakId }) => zaakId)],
      ...[regels.map(({ soort }) => soort), regels.map(({ revisie }) => revisie)],
    ],
  );
}

// Why it was given up stays with it until it has been offered again.
async function bewaarVraag(
  manager: EntityManager,
  { berichtId, regels, gevraagdOp }: DataOf<BerichtEvent, 'BerichtOpnieuwGevraagd'>,
  revisie: number,
): Promise<void> {
  await manager.query(
    `update lees.berichten set revisie = $2, status = 'wordt-herhaald', regels = $3,
       volgende_op = $4, bezet_tot = null
     where bericht_id = $1 and revisie < $2`,
    [berichtId, revisie, regels.length, gevraagdOp],
  );
}

async function bewaarPoging(manager: EntityManager, event: Poging, revisie: number): Promise<void> {
  const { berichtId, poging, geprobeerdOp } = event.data;
  const { status, langs, reden, volgende } = uitslag(event);
  await manager.query(
    `update lees.berichten set revisie = $2, status = $3, langs = $4, pogingen = $5, reden = $6,
       laatste_op = $7, volgende_op = $8, bezet_tot = null
     where bericht_id = $1 and revisie < $2`,
    [berichtId, revisie, status, langs, poging, reden, geprobeerdOp, volgende],
  );
}

function uitslag(event: Poging) {
  if (event.type === 'BerichtBezorgd')
    return { status: 'bezorgd', langs: event.data.langs, reden: null, volgende: null };
  const { oorzaak, reden, definitief, poging, geprobeerdOp } = event.data;
  if (!definitief) {
    const volgende = volgendePoging(poging, geprobeerdOp);
    return { status: 'wordt-herhaald', langs: null, reden, volgende };
  }
  const status = oorzaak === 'mislukt' ? 'niet-bezorgd' : oorzaak;
  return { status, langs: null, reden, volgende: null };
}

/**
 * Whether what was raised as `s` need not be heard any more: the clock of its case `z` stopped, or
 * another date took the place of the one that it is about. A row from before it knows neither.
 */
export const vervallenSql = `z.zaak_id = s.zaak_id and z.revisie >= s.revisie
  and (z.gestopt_op is not null or s.einde <> z.einde)`;

/**
 * What nobody need hear any more: it waited, and meanwhile the clock of its case stopped, or
 * another date took the place of the one that it is about. A row from before it was raised knows
 * neither.
 */
export async function laatVervallen(ds: DataSource): Promise<void> {
  await reach(() =>
    ds.query(
      `update lees.meldingen m set bericht = 'vervallen' from lees.signalen s, lees.zaken z
       where m.bericht is null and s.zaak_id = m.zaak_id and s.revisie = m.revisie
         and ${vervallenSql}`,
    ),
  );
}

/** Who is to be told something on a day, and has had no message on it yet. */
export async function teBerichten(ds: DataSource, datum: Datum): Promise<readonly string[]> {
  const rijen = await reach(() =>
    ds.query<{ ontvanger: string }[]>(
      `select distinct m.ontvanger from lees.meldingen m where m.bericht is null
       and not exists (select from lees.berichten b
         where b.bericht_id = 'bericht-' || m.ontvanger || '-' || $1)
       order by 1`,
      [datum],
    ),
  );
  return rijen.map(({ ontvanger }) => ontvanger);
}

/**
 * Takes some messages that it is time for, and keeps them from others for a while: who takes them
 * and falls over is followed by somebody else, with the same message. A moment of more than a day
 * ahead was set by a clock that was wrong, and does not hold.
 */
export async function neemTeBezorgen(
  ds: DataSource,
  nu: Instant,
  bezetTot: Instant,
  limiet: number,
): Promise<readonly TeBezorgen[]> {
  const [rijen] = await reach(() =>
    ds.query<[TeBezorgen[], number]>(
      `update lees.berichten set bezet_tot = $2 where bericht_id in (
         select bericht_id from lees.berichten
         where (volgende_op <= $1 or volgende_op > $4)
           and (bezet_tot is null or bezet_tot <= $1 or bezet_tot > $4)
         order by volgende_op, bericht_id limit $3 for update skip locked)
       returning bericht_id as "berichtId", pogingen`,
      [nu, bezetTot, limiet, dagLater(nu)],
    ),
  );
  return rijen;
}

function dagLater(nu: Instant): Instant {
  return new Date(Date.parse(nu) + 24 * 3_600_000).toISOString() as Instant;
}
