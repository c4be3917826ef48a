import type { Environment } from '@wijkspoor/platform';
import { withEngines } from '@wijkspoor/platform';
import type { EventLog } from '@wijkspoor/ports';
import type { Herbouwd, Replay, Vergelijking } from '@wijkspoor/views';
import { herbouw, openViews, vergelijk } from '@wijkspoor/views';
import { codec } from '@wijkspoor/wire';

/** Makes the read models anew from the log, while others go on reading and writing them. */
export async function herbouwOverzichten(given: Environment): Promise<Herbouwd> {
  return withEngines(given, async ({ log, readDb }) =>
    herbouw(await readDb.open(openViews), replayOf(log)),
  );
}

/** Compares the read models with what the log makes, row by row, and changes nothing. */
export async function controleerOverzichten(given: Environment): Promise<Vergelijking> {
  return withEngines(given, async ({ log, readDb }) =>
    vergelijk(await readDb.open(openViews), replayOf(log)),
  );
}

function replayOf(log: EventLog): Replay {
  return async function* (after) {
    for await (const batch of log.replay(after)) yield batch.map((event) => codec.decode(event));
  };
}
