import type { ReadDb } from '@wijkspoor/platform';
import { READ_DB } from '@wijkspoor/platform';
import { openViews } from '@wijkspoor/views';

/** `DataSource`: the read models, open. */
export const VIEWS = Symbol('VIEWS');

/** Opens the read models, with their tables up to date, before anything asks for them. */
export const viewsProvider = {
  provide: VIEWS,
  inject: [READ_DB],
  useFactory: async (readDb: ReadDb) => readDb.open(openViews),
};
