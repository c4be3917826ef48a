import type { BerichtEvent, Gemeente, ZaakEvent } from '@wijkspoor/domain';
import { vroegsteKijkdag } from '@wijkspoor/domain';
import type { Recorded } from '@wijkspoor/kernel';
import type { WijkspoorEvent } from '@wijkspoor/wire';
import type { DataSource } from 'typeorm';
import { advance } from '../checkpoint.ts';
import { reach } from '../outage.ts';
import { isVanZaak } from '../zaken/zaken.view.ts';
import { bewaarBerichten } from './berichten.ts';
import type { Klokregel } from './klok.ts';
import { noteerDagen } from './klok.ts';
import { bewaarSignalen, signaalRij } from './signalen.ts';

/** The name of the view of the clock, in `view_checkpoints`. */
export const klokViewName = 'klok';

/** The clock's view of a log. */
export type KlokView = Readonly<{
  /** Notes what some events mean for the clock, of a batch that reaches those positions. */
  apply(
    events: readonly Recorded<WijkspoorEvent>[],
    batch: readonly Readonly<{ position: number }>[],
  ): Promise<void>;
}>;

/**
 * Keeps the days on which cases are to be looked at, what was raised about them, and who was told.
 *
 * It notes the earliest day that an event may ask for and works nothing out: whoever looks at the
 * case does. So an event that comes twice, or late, or out of turn leads to one look too many at
 * worst. Raised facts are kept by their place in their case, so that they are kept once.
 */
export function klokView(ds: DataSource, gemeente: Gemeente): KlokView {
  return {
    apply: async (events, batch) => {
      const vanZaken = events.filter(isVanZaak);
      const rijen = vanZaken.flatMap((event) => signaalRij(event, event.revision) ?? []);
      const berichten = events.filter(isVanBericht);
      await reach(() =>
        ds.transaction(async (manager) => {
          await bewaarSignalen(manager, rijen);
          await noteerDagen(manager, dagenVan(gemeente, vanZaken));
          await bewaarBerichten(
            manager,
            berichten.map((event) => ({ event, revisie: event.revision })),
          );
          await advance(manager, klokViewName, batch);
        }),
      );
    },
  };
}

function isVanBericht(event: Recorded<WijkspoorEvent>): event is Recorded<BerichtEvent> {
  return event.stream.startsWith('bericht-');
}

function dagenVan(gemeente: Gemeente, events: readonly Recorded<ZaakEvent>[]): Klokregel[] {
  return events.flatMap((event) => {
    const op = vroegsteKijkdag(gemeente, event);
    return op ? [{ zaakId: event.data.zaakId, op, revisie: event.revision }] : [];
  });
}
