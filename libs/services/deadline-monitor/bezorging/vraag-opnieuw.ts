import type { BerichtId, Rol } from '@wijkspoor/domain';
import { berichtDecider } from '@wijkspoor/domain';
import type { Environment } from '@wijkspoor/platform';
import { systemClock, withEnginesBeside } from '@wijkspoor/platform';
import type { Clock, EventLog } from '@wijkspoor/ports';
import { nogTeMelden, opgegevenBerichten, openViews } from '@wijkspoor/views';
import type { DataSource } from 'typeorm';
import { leesBericht, schrijfBericht } from './schrijf-bericht.ts';

/** What came of asking for a message: it is asked, or there was nothing to ask. */
export type Gevraagd = 'gevraagd' | 'vervallen' | 'al-bezorgd' | 'wordt-al-aangeboden' | 'onbekend';

/** How a message stands, and where it did not arrive, why not. */
export type Berichtstand = Readonly<
  | { stand: 'bezorgd' | 'nog-niet-aangeboden' }
  | { stand: 'wordt-herhaald' | 'opgegeven'; reden: string }
>;

/** What a person can do about messages that were given up. */
export type OpgegevenBerichten = Readonly<{
  /** Those there are, the last day first. */
  lijst(): Promise<readonly BerichtId[]>;
  vraagOpnieuw(berichtId: BerichtId, door: Rol): Promise<Gevraagd>;
  stand(berichtId: BerichtId): Promise<Berichtstand>;
}>;

/**
 * Opens the messages of the city that the settings name, also beside one that runs in its data
 * folder, does some work with them, and closes them again. Who delivers is the deadline monitor.
 */
export async function metOpgegevenBerichten<T>(
  given: Environment,
  work: (berichten: OpgegevenBerichten) => Promise<T>,
): Promise<T> {
  return withEnginesBeside(given, async ({ log, readDb }) => {
    const views = await readDb.open(openViews);
    return work(opgegeven({ log, views, clock: systemClock }));
  });
}

type Middelen = Readonly<{ log: EventLog; views: DataSource; clock: Clock }>;

/** The same, on engines that are open. */
export function opgegeven(middelen: Middelen): OpgegevenBerichten {
  return {
    lijst: async () => opgegevenBerichten(middelen.views),
    vraagOpnieuw: async (berichtId, door) => vraagOpnieuw(middelen, berichtId, door),
    stand: async (berichtId) => standVan(middelen.log, berichtId),
  };
}

async function vraagOpnieuw(
  { log, views, clock }: Middelen,
  berichtId: BerichtId,
  door: Rol,
): Promise<Gevraagd> {
  const events = await leesBericht(log, berichtId);
  const [opgesteld] = events;
  if (opgesteld?.type !== 'BerichtOpgesteld') return 'onbekend';
  const bericht = events.reduce(berichtDecider.evolve, berichtDecider.initial);
  if (bericht?.stand === 'bezorgd') return 'al-bezorgd';
  if (bericht?.stand === 'open') return 'wordt-al-aangeboden';
  const { ontvanger } = opgesteld.data;
  const regels = await nogTeMelden(views, ontvanger, opgesteld.data.regels);
  if (regels.length === 0) return 'vervallen';
  const data = { berichtId, ontvanger, door, regels, now: clock.now() };
  const gevraagd = await schrijfBericht({ log, views }, { type: 'VraagOpnieuw', data }, door);
  // Somebody else may have asked in between.
  return gevraagd.length > 0 ? 'gevraagd' : 'wordt-al-aangeboden';
}

async function standVan(log: EventLog, berichtId: BerichtId): Promise<Berichtstand> {
  const laatste = (await leesBericht(log, berichtId)).at(-1);
  if (laatste?.type === 'BerichtBezorgd') return { stand: 'bezorgd' };
  if (laatste?.type !== 'BerichtNietBezorgd') return { stand: 'nog-niet-aangeboden' };
  const { definitief, reden } = laatste.data;
  return { stand: definitief ? 'opgegeven' : 'wordt-herhaald', reden };
}
