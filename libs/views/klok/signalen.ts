import type { Datum, Signaal, ZaakEvent, ZaakId } from '@wijkspoor/domain';
import { plusDagen } from '@wijkspoor/domain';
import type { EntityManager } from 'typeorm';

/** Something that was raised about a case, and to whom. */
export type SignaalRij = Readonly<{
  zaakId: ZaakId;
  /** The place of its event in the case. */
  revisie: number;
  soort: 'herinnering' | Signaal;
  trede: number | null;
  einde: Datum | null;
  sinds: Datum | null;
  /** The day on which it fell due. */
  dag: Datum;
  /** The day on which it was raised. */
  peildatum: Datum;
  aan: readonly string[];
}>;

/** What an event raised; nothing for any other event. */
export function signaalRij(event: ZaakEvent, revisie: number): SignaalRij | undefined {
  if (event.type === 'HerinneringGegeven') {
    const { zaakId, einde, trede, peildatum, aan } = event.data;
    const dag = plusDagen(einde, trede);
    return {
      ...{ zaakId, revisie, soort: 'herinnering', trede, einde, sinds: null, dag },
      ...{ peildatum, aan },
    };
  }
  if (event.type !== 'SignaalGegeven') return undefined;
  const { zaakId, signaal: soort, sinds, dag, peildatum, aan } = event.data;
  return { zaakId, revisie, soort, trede: null, einde: null, sinds, dag, peildatum, aan };
}

/** Keeps what was raised, and for each receiver that they are still to hear of it. */
export async function bewaarSignalen(
  manager: EntityManager,
  rijen: readonly SignaalRij[],
): Promise<void> {
  if (rijen.length === 0) return;
  await manager.query(signalenSql, [
    rijen.map(({ zaakId }) => zaakId),
    rijen.map(({ revisie }) => revisie),
    rijen.map(({ soort }) => soort),
    rijen.map(({ trede }) => trede),
    rijen.map(({ einde }) => einde),
    rijen.map(({ sinds }) => sinds),
    rijen.map(({ dag }) => dag),
    rijen.map(({ peildatum }) => peildatum),
    rijen.map(({ aan }) => JSON.stringify(aan)),
  ]);
}

const signalenSql = `
  with given as (
    select g.*, (select array_agg(r) from jsonb_array_elements_text(g.aan_json::jsonb) r) as aan
    from unnest($1::text[], $2::int[], $3::text[], $4::int[], $5::date[], $6::date[], $7::date[],
      $8::date[], $9::text[])
      as g (zaak_id, revisie, soort, trede, einde, sinds, dag, peildatum, aan_json)
  ), kept as (
    insert into lees.signalen
    select zaak_id, revisie, soort, trede, einde, sinds, dag, peildatum, coalesce(aan, '{}')
    from given order by zaak_id, revisie on conflict do nothing
  )
  insert into lees.meldingen (ontvanger, zaak_id, revisie)
  select distinct r, zaak_id, revisie from given, unnest(aan) r
  order by zaak_id, revisie, r on conflict do nothing`;
