import type { BerichtId, Berichtregel } from '@wijkspoor/domain';
import type { DataSource } from 'typeorm';
import { reach } from '../outage.ts';
import { vervallenSql } from './berichten.ts';

/** The messages that were given up, the last day first. */
export async function opgegevenBerichten(ds: DataSource): Promise<readonly BerichtId[]> {
  const rijen = await reach(() =>
    ds.query<{ berichtId: BerichtId }[]>(
      `select bericht_id as "berichtId" from lees.berichten
       where status in ('niet-bezorgd', 'geen-adres', 'niet-ingesteld')
       order by datum desc, bericht_id`,
    ),
  );
  return rijen.map(({ berichtId }) => berichtId);
}

/**
 * What of a message its receiver is still to hear: not what lapsed since, nor what a message with
 * something newer about the same told, or is about to tell.
 */
export async function nogTeMelden(
  ds: DataSource,
  ontvanger: string,
  regels: readonly Berichtregel[],
): Promise<readonly Berichtregel[]> {
  const rijen = await reach(() =>
    ds.query<{ n: number }[]>(
      `select s.n::int from unnest($2::text[], $3::int[], $4::text[], $5::date[])
         with ordinality as s (zaak_id, revisie, soort, einde, n)
       where not exists (select from lees.zaken z where ${vervallenSql})
         and not exists (
           select from lees.meldingen m
             join lees.signalen nieuwer using (zaak_id, revisie)
             join lees.berichten b on b.bericht_id = m.bericht
           where m.ontvanger = $1 and m.zaak_id = s.zaak_id and m.revisie > s.revisie
             and nieuwer.soort = s.soort
             and b.status in ('opgesteld', 'wordt-herhaald', 'bezorgd'))
       order by s.n`,
      [
        ...[ontvanger, regels.map(({ zaakId }) => zaakId), regels.map(({ revisie }) => revisie)],
        ...[regels.map(({ soort }) => soort), regels.map(({ einde }) => einde ?? null)],
      ],
    ),
  );
  const over = new Set(rijen.map(({ n }) => n - 1));
  return regels.filter((_, n) => over.has(n));
}
