import type { DataSource, EntityManager } from 'typeorm';
import { ZaakEntity } from './zaken.entity.ts';
import type { ZaakRij } from './zaken.row.ts';

/** A column of the entity: its property, its name in the table, its type in PostgreSQL. */
export type Kolom = Readonly<{ eigenschap: keyof ZaakRij; naam: string; type: string }>;

/** Reads and writes whole rows, many at a time. */
export type ZakenTabel = Readonly<{
  laad(manager: EntityManager, ids: readonly string[]): Promise<readonly ZaakRij[]>;
  /** Inserts or replaces; a row that is further already stays as it is. */
  bewaar(manager: EntityManager, rijen: readonly ZaakRij[]): Promise<void>;
}>;

/** The table of cases in a schema: the live one, or one that is being rebuilt. */
export function zakenTabel(ds: DataSource, schema: string): ZakenTabel {
  const kolommen = kolommenVan(ds);
  const laadSql = `select ${kolommen.map(gelezen).join(', ')}
    from ${schema}.zaken where zaak_id = any($1)`;
  const bewaarSql = upsert(schema, kolommen);
  return {
    laad: async (manager, ids) => (ids.length > 0 ? manager.query<ZaakRij[]>(laadSql, [ids]) : []),
    bewaar: async (manager, rijen) => {
      if (rijen.length === 0) return;
      await manager.query(
        bewaarSql,
        kolommen.map((kolom) => rijen.map((rij) => geschreven(kolom, rij))),
      );
    },
  };
}

/** The columns of the table, as the entity names them. */
export function kolommenVan(ds: DataSource): readonly Kolom[] {
  return ds
    .getMetadata(ZaakEntity)
    .columns.map(({ propertyName, databaseName, type, isArray }) => ({
      eigenschap: propertyName as keyof ZaakRij,
      naam: databaseName,
      type: `${String(type)}${isArray ? '[]' : ''}`,
    }));
}

/** A column in a select, by the name of its property; a day as text, since it is no moment. */
export function gelezen({ eigenschap, naam, type }: Kolom): string {
  return `${type === 'date' ? `${naam}::text` : naam} as "${eigenschap}"`;
}

// In the order of the ids, so that two writers of the same cases wait for each other in one
// direction only, and neither can hold what the other needs.
function upsert(schema: string, kolommen: readonly Kolom[]): string {
  const namen = kolommen.map(({ naam }) => naam);
  const reeksen = kolommen.map((kolom, n) => `$${n + 1}::${elementtype(kolom)}[]`);
  return `insert into ${schema}.zaken as kept (${namen.join(', ')})
    select ${kolommen.map(({ naam, type }) => `${naam}::${type}`).join(', ')}
    from unnest(${reeksen.join(', ')}) as given (${namen.join(', ')})
    order by zaak_id
    on conflict (zaak_id) do update set
      ${namen.map((naam) => `${naam} = excluded.${naam}`).join(', ')}
    where kept.revisie < excluded.revisie`;
}

// `unnest` would take the lists of a column apart into one long list, so each goes as text.
const isSamengesteld = (type: string) => type.endsWith('[]') || type === 'jsonb';

const elementtype = ({ type }: Kolom) => (isSamengesteld(type) ? 'text' : type);

function geschreven({ eigenschap, type }: Kolom, rij: ZaakRij): unknown {
  const waarde = rij[eigenschap];
  if (type === 'jsonb') return json(waarde);
  if (Array.isArray(waarde)) return lijst(waarde);
  return typeof waarde === 'string' ? tekst(waarde) : waarde;
}

// PostgreSQL has no text with a zero character or with half an emoji; the log has them as they are.
const vervanger = '\uFFFD';

const tekst = (waarde: string) => waarde.replaceAll('\0', vervanger);

function json(waarde: unknown): string {
  const geschreven = JSON.stringify(waarde);
  if (!/\\u(0000|d[89a-f])/.test(geschreven)) return geschreven;
  return JSON.stringify(waarde, (_sleutel, deel: unknown) =>
    typeof deel === 'string' ? tekst(deel.replace(/\p{Surrogate}/gu, vervanger)) : deel,
  );
}

function lijst(waarden: readonly unknown[]): string {
  const delen = waarden.map((waarde) => tekst(String(waarde)).replace(/["\\]/g, '\\$&'));
  return `{${delen.map((deel) => `"${deel}"`).join(',')}}`;
}
