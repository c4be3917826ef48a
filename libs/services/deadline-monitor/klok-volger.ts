import { setTimeout as sleep } from 'node:timers/promises';
import type { Gemeente } from '@wijkspoor/domain';
import { isRegistratietype } from '@wijkspoor/domain';
import type { Follower } from '@wijkspoor/platform';
import type { Bell } from '@wijkspoor/ports';
import { klokView, klokViewName, viewCheckpoint } from '@wijkspoor/views';
import type { WijkspoorEvent } from '@wijkspoor/wire';
import { codec } from '@wijkspoor/wire';
import type { DataSource } from 'typeorm';

const gatherMs = 200;
const fullBatch = 1_000;

const vanBelang: readonly string[] = [
  'ZaakHeropend',
  'TermijnGestart',
  'TermijnAfgesproken',
  'HerinneringGegeven',
  'SignaalGegeven',
  'BerichtOpgesteld',
  'BerichtBezorgd',
  'BerichtNietBezorgd',
  'BerichtOpnieuwGevraagd',
] satisfies WijkspoorEvent['type'][];

/**
 * Keeps the clock's own view up to date. It may run behind a little: what it notes is for a later
 * day as a rule, and a write for every event would cost more than the tick that needs it. Whoever
 * asks for a message again is looking on: that rings the bell of the watch.
 */
export function klokVolger(views: DataSource, gemeente: Gemeente, bel: Bell): Follower {
  const view = klokView(views, gemeente);
  return {
    group: 'deadline-monitor-klok',
    // The view moves it with its rows where positions are a count, as that of all cases does.
    checkpoint: viewCheckpoint(views, klokViewName),
    handle: async (batch) => {
      const events = batch.filter(
        ({ type }) => isRegistratietype(type) || vanBelang.includes(type),
      );
      await view.apply(
        events.map((stored) => codec.decode(stored)),
        batch,
      );
      if (events.some(({ type }) => type === 'BerichtOpnieuwGevraagd')) bel.ring();
      if (batch.length < fullBatch) await sleep(gatherMs);
    },
  };
}
