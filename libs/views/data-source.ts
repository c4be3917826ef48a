import { DataSource, DefaultNamingStrategy } from 'typeorm';
import { inTurn } from './locks.ts';
import { Zaken1795212000000 } from './migrations/1795212000000-zaken.ts';
import { TeLaat1795222800000 } from './migrations/1795222800000-te-laat.ts';
import { Klok1795226400000 } from './migrations/1795226400000-klok.ts';
import { NietBepaald1795230000000 } from './migrations/1795230000000-niet-bepaald.ts';
import { Eigenaar1795233600000 } from './migrations/1795233600000-eigenaar.ts';
import { reach } from './outage.ts';
import { ViewCheckpointEntity } from './view-checkpoint.entity.ts';
import { ZaakEntity } from './zaken/zaken.entity.ts';

/** The schema of all read models. */
const schema = 'lees';

/** Columns are named as PostgreSQL has it: `ontvangenOp` is `ontvangen_op`. */
class SnakeCase extends DefaultNamingStrategy {
  override columnName(property: string, ownName: string | undefined): string {
    return ownName ?? property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}

const settings = ['timezone=UTC', 'datestyle=ISO', 'work_mem=32MB'];

/**
 * The read models at an address (`postgres://…`). Not connected yet: see `openViews`.
 *
 * `?options=-c%20name%3Dvalue` in the address sets what the server may be told for a session, such
 * as `synchronous_commit=off` where a view that follows the log is known to begin again from its
 * checkpoint after the server fell over.
 */
export function dataSource(address: string): DataSource {
  const url = new URL(address);
  const given = url.searchParams.getAll('options');
  url.searchParams.delete('options');
  const options = [...settings.map((setting) => `-c ${setting}`), ...given].join(' ');
  return new DataSource({
    ...{ type: 'postgres', url: url.href, schema, applicationName: 'wijkspoor views' },
    entities: [ZaakEntity, ViewCheckpointEntity],
    migrations: [
      Zaken1795212000000,
      TeLaat1795222800000,
      Klok1795226400000,
      NietBepaald1795230000000,
      Eigenaar1795233600000,
    ],
    ...{ migrationsTableName: 'migrations', migrationsTransactionMode: 'each' },
    ...{ synchronize: false, logging: false, installExtensions: false },
    namingStrategy: new SnakeCase(),
    ...{ poolSize: 8, connectTimeoutMS: 5_000 },
    extra: { keepAlive: true, options },
  });
}

/**
 * Connects to the read models and brings their tables up to date. Several processes may do so at
 * once: they take turns, and the later ones find the work done.
 */
export async function openViews(url: string): Promise<DataSource> {
  const ds = await reach(() => dataSource(url).initialize());
  try {
    await migrate(ds);
    return ds;
  } catch (error) {
    await ds.destroy();
    throw error;
  }
}

/** Brings the tables up to date; harmless when they are. Never in the middle of a rebuild. */
async function migrate(ds: DataSource): Promise<void> {
  await reach(() =>
    inTurn(ds, 'migrate', async () => {
      await ds.query(`create schema if not exists ${schema}`);
      if (await ds.showMigrations()) await inTurn(ds, 'rebuild', () => ds.runMigrations());
    }),
  );
}
