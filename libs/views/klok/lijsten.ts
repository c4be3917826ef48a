import type { Datum } from '@wijkspoor/domain';
import type { BerichtenLijst, SignalenLijst } from '@wijkspoor/wire';
import type { DataSource } from 'typeorm';
import { reach } from '../outage.ts';
import { opPeildatum } from '../overzicht/peildatum.ts';

export type SignalenFilter = Readonly<{ wijk?: string; behandelaar?: string; limiet: number }>;
export type BerichtenFilter = Readonly<{ status?: string; ontvanger?: string; limiet: number }>;

// What was raised counts no longer once the clock stopped, the date was replaced or news came.
const signalenSql = `
  with laatste as (
    select distinct on (zaak_id, soort) * from lees.signalen where peildatum <= $1
    order by zaak_id, soort, revisie desc
  ), zaken as (
    ${opPeildatum(
      (vanZaken) => `
      select z.zaak_id, z.soort, z.wijken, z.termijnen, s.behandelaar, s.einde,
        s.laatste_contact_op ${vanZaken}
      and z.zaak_id in (select zaak_id from laatste) and (s.gestopt_op is null or s.gestopt_op > $1)
      and ($2::text is null or z.wijken @> array[$2])
      and ($3::text is null or s.behandelaar = $3)`,
    )}
  )
  select z.zaak_id as "zaakId", z.soort as zaaksoort, z.wijken, z.behandelaar, g.soort as signaal,
    g.trede, z.einde::text, g.sinds::text, g.dag::text, g.peildatum::text as "gegevenOp", g.aan
  from laatste g join zaken z using (zaak_id)
  where case when g.soort = 'herinnering' then g.einde = z.einde
    else coalesce(z.laatste_contact_op <= g.sinds, true) and not exists (
      select from jsonb_array_elements(z.termijnen) t
      where t ? 'afspraak' and t->>'sinds' > g.sinds::text and t->>'sinds' <= $1::date::text) end
  order by z.einde nulls last, g.dag, z.zaak_id, g.soort limit $4`;

/** What stands raised on a day: per case and soort the last of it, the oldest end first. */
export async function signalenLijst(
  ds: DataSource,
  peildatum: Datum,
  { wijk, behandelaar, limiet }: SignalenFilter,
): Promise<SignalenLijst> {
  const waarden = [peildatum, wijk ?? null, behandelaar ?? null, limiet];
  const signalen = await reach(() => ds.query<SignalenLijst['signalen']>(signalenSql, waarden));
  return { peildatum, signalen };
}

/** What was sent to whom, and what became of it; the last day first. */
export async function berichtenLijst(
  ds: DataSource,
  { status, ontvanger, limiet }: BerichtenFilter,
): Promise<BerichtenLijst> {
  const berichten = await reach(() =>
    ds.query<BerichtenLijst['berichten']>(
      `select bericht_id as "berichtId", ontvanger, datum::text, regels, status, langs, pogingen,
         reden, laatste_op as "laatstePogingOp",
         case when pogingen > 0 then volgende_op end as "volgendePogingOp"
       from lees.berichten
       where ($1::text is null or status = $1) and ($2::text is null or ontvanger = $2)
       order by datum desc, bericht_id desc limit $3`,
      [status ?? null, ontvanger ?? null, limiet],
    ),
  );
  return { berichten };
}

/** How many cases wait for a look, and how the messages since a day stand. */
export type Klokstand = Readonly<{
  due: number;
  messages: readonly Readonly<{ status: string; count: number }>[];
}>;

/** How the clock stands on a day: what is due and not looked at, and the messages of a week. */
export async function klokstand(ds: DataSource, vandaag: Datum): Promise<Klokstand> {
  const [[telling], messages] = await reach(async () =>
    Promise.all([
      ds.query<{ due: number }[]>('select count(*)::int as due from lees.klok where op <= $1', [
        vandaag,
      ]),
      ds.query<Klokstand['messages']>(
        `select status, count(*)::int as count from lees.berichten
         where datum > $1::date - 7 group by status`,
        [vandaag],
      ),
    ]),
  );
  return { due: telling?.due ?? 0, messages };
}
