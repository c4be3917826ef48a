import { expect } from '@jest/globals';
import type { Instant, Recorded } from '@wijkspoor/kernel';
import { goed } from '../gemeente/voorbeeld-gemeente.ts';
import type { Datum } from '../termijn/datum.ts';
import { bewaking } from './bewaken.ts';
import { gestart, toegewezen } from './verloop.fixture.ts';
import { advies, maandag, middagOp, zaakId } from './zaak.fixture.ts';
import type { ZaakEvent } from './zaak.events.ts';

/* A case under watch, looked at on a day, for specs. */

export const door = 'dienst:deadline-monitor';
const tarwewijk = {
  ...goed.wijken[0],
  code: 'tarwewijk',
  wijkwethouder: 'leefomgeving',
} as (typeof goed.wijken)[number];
/** A municipality in which silence to an asker is signalled. */
export const stad = {
  ...goed,
  wijken: [tarwewijk],
  termijnbeleid: goed.termijnbeleid.map((beleid) => ({
    ...beleid,
    ...(beleid.soort === 'wijkhubvraag' ? { stilte: { dagen: 14 } } : {}),
  })),
};
/** One in which an interim message is due, and nearly nothing else. */
export const metPlicht = {
  ...stad,
  termijnbeleid: stad.termijnbeleid.map((beleid) => ({
    ...beleid,
    ladder: { voor: [], daarnaElke: 365 },
    tussenbericht: { vanafDagenVoorEinde: 7, zonderContactDagen: 14 },
  })),
};

/** The events of a case as they were read from the log, stored on a day. */
export const opgeslagen = (dag: Datum, ...events: readonly ZaakEvent[]) =>
  events.map((event) => ({ ...event, recordedAt: middagOp(dag) }) as Recorded<ZaakEvent>);

/** What is said of a case on a day, and the day on which there is more to say. */
export function gezien(feiten: readonly Recorded<ZaakEvent>[], dag: Datum, gemeente = stad) {
  return gezienOm(feiten, middagOp(dag), gemeente);
}

export function gezienOm(feiten: readonly Recorded<ZaakEvent>[], now: Instant, gemeente = stad) {
  const { initial, evolve, decide, kijkdag } = bewaking(gemeente);
  const eerder = feiten.reduce(evolve, initial);
  const events = decide({ zaakId, door, now }, eerder);
  const later = opgeslagen(maandag, ...events).reduce(evolve, eerder);
  expect(decide({ zaakId, door, now }, later)).toEqual([]);
  return { events, kort: events.map(kort), straks: kijkdag(later, now) };
}

function kort({ type, data }: ZaakEvent) {
  if (type === 'HerinneringGegeven') return data.trede;
  if (type === 'SignaalGegeven') return `${data.signaal} ${data.dag}`;
  return type;
}

/** An advies with an owner and a term of six weeks. */
export const lopend = opgeslagen(maandag, advies, toegewezen, gestart);
