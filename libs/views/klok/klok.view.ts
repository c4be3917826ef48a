import type { Gemeente, ZaakEvent } from '@wijkspoor/domain';
import { vroegsteKijkdag } from '@wijkspoor/domain';
import type { Recorded } from '@wijkspoor/kernel';
import type { DataSource } from 'typeorm';
import { advance } from '../checkpoint.ts';
import { reach } from '../outage.ts';
import type { Klokregel } from './klok.ts';
import { noteerDagen } from './klok.ts';
import { bewaarSignalen, signaalRij } from './signalen.ts';

/** The name of the view of the clock, in `view_checkpoints`. */
export const klokViewName = 'klok';

/** The clock's view of a log. */
export type KlokView = Readonly<{
  /** Notes what some events mean for the clock, of a batch that reaches those positions. */
  apply(
    events: readonly Recorded<ZaakEvent>[],
    batch: readonly Readonly<{ position: number }>[],
  ): Promise<void>;
}>;

/**
 * Keeps the days on which cases are to be looked at, and what was raised about them.
 *
 * It notes the earliest day that an event may ask for and works nothing out: whoever looks at the
 * case does. So an event that comes twice, or late, or out of turn leads to one look too many at
 * worst. Raised facts are kept by their place in their case, so that they are kept once.
 */
export function klokView(ds: DataSource, gemeente: Gemeente): KlokView {
  return {
    apply: async (events, batch) =>
      reach(() =>
        ds.transaction(async (manager) => {
          const rijen = events.flatMap((event) => signaalRij(event, event.revision) ?? []);
          await bewaarSignalen(manager, rijen);
          await noteerDagen(manager, dagenVan(gemeente, events));
          await advance(manager, klokViewName, batch);
        }),
      ),
  };
}

function dagenVan(gemeente: Gemeente, events: readonly Recorded<ZaakEvent>[]): Klokregel[] {
  return events.flatMap((event) => {
    const op = vroegsteKijkdag(gemeente, event);
    return op ? [{ zaakId: event.data.zaakId, op, revisie: event.revision }] : [];
  });
}
