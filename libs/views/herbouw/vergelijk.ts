import { differences } from '@wijkspoor/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { inTurn, stopWriting } from '../locks.ts';
import { reach } from '../outage.ts';
import type { Replay } from './opbouw.ts';
import { bouwOp, haalIn, opbouwSchema, ruimOp } from './opbouw.ts';

/**
 * A case of which the live row is not the one that the log makes: it is missing, nothing in the log
 * led to it, it is not as far yet, or it is as far and says something else in these columns.
 */
export type Verschil = Readonly<{
  zaakId: string;
  verschil: 'ontbreekt' | 'overtollig' | 'achter' | 'anders';
  kolommen: readonly string[];
}>;

export type Vergelijking = Readonly<{
  /** How many cases the log makes. */
  zaken: number;
  /** How many rows differ. */
  aantal: number;
  /** The first hundred of them. */
  verschillen: readonly Verschil[];
}>;

/**
 * Compares the live rows with those that the log makes, one by one, and changes nothing. While the
 * rows are compared the writers wait, so that no row is seen half-way; readers notice nothing.
 */
export async function vergelijk(ds: DataSource, replay: Replay): Promise<Vergelijking> {
  return reach(() =>
    inTurn(ds, 'rebuild', async () => {
      try {
        const opbouw = await bouwOp(ds, replay);
        return await ds.transaction(async (manager) => {
          await stopWriting(manager);
          await haalIn(manager, ds, replay, opbouw);
          return vergelijkRijen(manager);
        });
      } finally {
        await ruimOp(ds);
      }
    }),
  );
}

type Rij = Readonly<Record<string, unknown> & { revisie: number }>;
type Paar = Readonly<{ zaakId: string; live: Rij | null; nieuw: Rij | null; aantal: number }>;

async function vergelijkRijen(manager: EntityManager): Promise<Vergelijking> {
  const [telling] = await manager.query<{ zaken: number }[]>(
    `select count(*)::integer as zaken from ${opbouwSchema}.zaken`,
  );
  const paren = await manager.query<Paar[]>(
    `select zaak_id as "zaakId", to_jsonb(live) as live, to_jsonb(nieuw) as nieuw,
       (count(*) over ())::integer as aantal
     from lees.zaken live full join ${opbouwSchema}.zaken nieuw using (zaak_id)
     where (live.*) is distinct from (nieuw.*)
     order by zaak_id limit 100`,
  );
  const verschillen = paren.map(verschilVan);
  return { zaken: telling?.zaken ?? 0, aantal: paren[0]?.aantal ?? 0, verschillen };
}

function verschilVan({ zaakId, live, nieuw }: Paar): Verschil {
  if (!live) return { zaakId, verschil: 'ontbreekt', kolommen: [] };
  if (!nieuw) return { zaakId, verschil: 'overtollig', kolommen: [] };
  const kolommen = [...new Set(differences(live, nieuw).map((plek) => plek.split('/')[1] ?? ''))];
  return { zaakId, verschil: live.revisie < nieuw.revisie ? 'achter' : 'anders', kolommen };
}
