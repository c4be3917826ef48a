import type { Berichtregel, Datum } from '@wijkspoor/domain';
import type { DataSource } from 'typeorm';
import { reach } from '../outage.ts';

/** What a receiver is still to hear, and the day on which the oldest of it was raised. */
export type TeMelden = Readonly<{ regels: readonly Berichtregel[]; vanaf: Datum | undefined }>;

type Rij = Readonly<{
  zaakId: Berichtregel['zaakId'];
  revisie: number;
  soort: Berichtregel['soort'];
  trede: number | null;
  einde: Datum | null;
  sinds: Datum | null;
  vanaf: Datum;
}>;

/**
 * What a receiver is still to hear, per case and soort the last of it: whoever missed three rungs
 * of a case reads one line about it. At most `limiet`, what waits longest first, so that nothing
 * waits for ever; the rest is for the next day.
 */
export async function teMelden(
  ds: DataSource,
  ontvanger: string,
  limiet: number,
): Promise<TeMelden> {
  const rijen = await reach(() =>
    ds.query<Rij[]>(
      `select * from (
         select distinct on (s.zaak_id, s.soort) s.zaak_id as "zaakId", s.revisie, s.soort,
           s.trede, s.einde::text, s.sinds::text,
           min(s.peildatum) over (partition by s.zaak_id, s.soort)::text as vanaf
         from lees.meldingen m join lees.signalen s using (zaak_id, revisie)
         where m.ontvanger = $1 and m.bericht is null
         order by s.zaak_id, s.soort, s.revisie desc
       ) laatste
       order by vanaf, coalesce(einde, sinds), "zaakId", soort limit $2`,
      [ontvanger, limiet],
    ),
  );
  return { regels: rijen.map(regelVan), vanaf: rijen.map(({ vanaf }) => vanaf).toSorted()[0] };
}

function regelVan({ zaakId, revisie, soort, trede, einde, sinds }: Rij): Berichtregel {
  return {
    ...{ zaakId, revisie, soort },
    ...(trede !== null && { trede }),
    ...(einde && { einde }),
    ...(sinds && { sinds }),
  };
}
