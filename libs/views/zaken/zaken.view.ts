import type { ZaakEvent, ZaakId } from '@wijkspoor/domain';
import type { Recorded } from '@wijkspoor/kernel';
import type { WijkspoorEvent } from '@wijkspoor/wire';
import type { DataSource, EntityManager } from 'typeorm';
import { advance } from '../checkpoint.ts';
import { shareWriting } from '../locks.ts';
import { reach } from '../outage.ts';
import type { Reread, View } from '../view.ts';
import { vouwZaak } from './zaken.fold.ts';
import type { ZaakRij } from './zaken.row.ts';
import type { ZakenTabel } from './zaken.table.ts';
import { zakenTabel } from './zaken.table.ts';

/** The name of the view of all cases, in `view_checkpoints`. */
export const zakenViewName = 'zaken';

/**
 * The view of all cases: one row each, from which every list and every count comes.
 *
 * Every row that is written is the whole fold of its stream up to its revision, and a row never
 * goes back to an earlier one. So batches may come twice, and several writers may be at work at
 * once, without anything being lost or counted double.
 */
export function zakenView(ds: DataSource): View<WijkspoorEvent> {
  const tabel = zakenTabel(ds, 'lees');
  return {
    apply: async (events, _position, reread) =>
      reach(() =>
        ds.transaction(async (manager) => {
          await shareWriting(manager);
          await vouwIn(manager, tabel, events, reread);
          await advance(manager, zakenViewName, events);
        }),
      ),
  };
}

/** Folds a batch into the rows of a table, within a transaction. */
export async function vouwIn(
  manager: EntityManager,
  tabel: ZakenTabel,
  events: readonly Recorded<WijkspoorEvent>[],
  reread: Reread<WijkspoorEvent>,
): Promise<void> {
  const perZaak = groepeer(events);
  const bekend = await tabel.laad(manager, vervolgd(perZaak));
  const rijen = new Map(bekend.map((rij) => [rij.zaakId, rij]));
  const gewijzigd: ZaakRij[] = [];
  for (const [zaakId, nieuwe] of perZaak) {
    const eerder = rijen.get(zaakId);
    const rij = await bijgewerkt(eerder, nieuwe, reread);
    if (rij && rij !== eerder) gewijzigd.push(rij);
  }
  await tabel.bewaar(manager, gewijzigd);
}

type PerZaak = Map<ZaakId, Recorded<ZaakEvent>[]>;

function groepeer(events: readonly Recorded<WijkspoorEvent>[]): PerZaak {
  const perZaak: PerZaak = new Map();
  for (const event of events) {
    if (!isVanZaak(event)) continue;
    const { zaakId } = event.data;
    const eerdere = perZaak.get(zaakId);
    if (eerdere) eerdere.push(event);
    else perZaak.set(zaakId, [event]);
  }
  return perZaak;
}

// A case that begins in this batch needs no row from before: the guard keeps one that is further.
function vervolgd(perZaak: PerZaak): ZaakId[] {
  return [...perZaak].flatMap(([zaakId, [eerste]]) => (eerste?.revision === 0 ? [] : [zaakId]));
}

async function bijgewerkt(
  eerder: ZaakRij | undefined,
  events: readonly Recorded<ZaakEvent>[],
  reread: Reread<WijkspoorEvent>,
): Promise<ZaakRij | undefined> {
  let rij = eerder;
  for (const event of events) {
    const bereikt = rij?.revisie ?? -1;
    if (event.revision <= bereikt) continue;
    if (event.revision > bereikt + 1) rij = await herlees(event, reread);
    else rij = vouwZaak(rij, event);
  }
  return rij;
}

// An event was missed. The log has all of them, and it is the log that counts.
async function herlees(
  { stream, revision }: Recorded<ZaakEvent>,
  reread: Reread<WijkspoorEvent>,
): Promise<ZaakRij> {
  const rij = vouwAlles(await reread(stream));
  if (rij && rij.revisie >= revision) return rij;
  const gevonden = rij ? `revision ${rij.revisie}` : 'nothing';
  throw new Error(`${stream} has revision ${revision}, but reading it again gave ${gevonden}`);
}

/** Whether an event is one of a case; visits and messages have streams of their own. */
export function isVanZaak(event: Recorded<WijkspoorEvent>): event is Recorded<ZaakEvent> {
  return event.stream.startsWith('zaak-');
}

/** The row that the whole of a stream makes; nothing for an empty stream. */
export function vouwAlles(events: readonly Recorded<WijkspoorEvent>[]): ZaakRij | undefined {
  let rij: ZaakRij | undefined;
  for (const event of events) {
    if (isVanZaak(event)) rij = vouwZaak(rij, event);
  }
  return rij;
}
