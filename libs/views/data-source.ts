import { DataSource, DefaultNamingStrategy } from 'typeorm';
import { inTurn } from './locks.ts';
import { Zaken1795212000000 } from './migrations/1795212000000-zaken.ts';
import { reach } from './outage.ts';
import { ViewCheckpointEntity } from './view-checkpoint.entity.ts';
import { ZaakEntity } from './zaken/zaken.entity.ts';

/** The schema of all read models. */
export const schema = 'lees';

/** Columns are named as PostgreSQL has it: `ontvangenOp` is `ontvangen_op`. */
class SnakeCase extends DefaultNamingStrategy {
  override columnName(property: string, ownName: string | undefined): string {
    return ownName ?? property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}

// Rows and checkpoint are written together and can be made again from the log, so no one has to wait
// for the disk: what a crash of the server takes away, it takes away of both.
const settings = ['timezone=UTC', 'datestyle=ISO', 'work_mem=32MB', 'synchronous_commit=off'];

/** The read models at an address (`postgres://…`). Not connected yet: see `openViews`. */
export function dataSource(url: string): DataSource {
  return new DataSource({
    ...{ type: 'postgres', url, schema, applicationName: 'wijkspoor views' },
    entities: [ZaakEntity, ViewCheckpointEntity],
    migrations: [Zaken1795212000000],
    ...{ migrationsTableName: 'migrations', migrationsTransactionMode: 'each' },
    ...{ synchronize: false, logging: false, installExtensions: false },
    namingStrategy: new SnakeCase(),
    ...{ poolSize: 8, connectTimeoutMS: 5_000 },
    extra: { keepAlive: true, options: settings.map((setting) => `-c ${setting}`).join(' ') },
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
export async function migrate(ds: DataSource): Promise<void> {
  await reach(() =>
    inTurn(ds, 'migrate', async () => {
      await ds.query(`create schema if not exists ${schema}`);
      if (await ds.showMigrations()) await inTurn(ds, 'rebuild', () => ds.runMigrations());
    }),
  );
}
