import type { Berichtregel, Datum } from '@wijkspoor/domain';
import { berichtIdVan, plusDagen } from '@wijkspoor/domain';
import type { Calendar, Logger } from '@wijkspoor/platform';
import type { Clock, EventLog } from '@wijkspoor/ports';
import { laatVervallen, teBerichten, teMelden } from '@wijkspoor/views';
import type { DataSource } from 'typeorm';
import { leesBericht, schrijfBericht } from './schrijf-bericht.ts';

/** What messages are drawn up with. */
export type Opsteller = Readonly<{
  log: EventLog;
  views: DataSource;
  clock: Clock;
  calendar: Calendar;
  logger: Logger;
}>;

const regelsMax = 400;
const terugMax = 31;

/**
 * Draws up the message of the day for everyone who is to hear something: one each. What comes up
 * later on the same day, or no longer fits, is for the next day.
 */
export async function stelBerichtenOp(opsteller: Opsteller, stop: AbortSignal): Promise<void> {
  const datum = opsteller.calendar.today();
  await laatVervallen(opsteller.views);
  for (const ontvanger of await teBerichten(opsteller.views, datum)) {
    if (stop.aborted) return;
    try {
      await stelOp(opsteller, ontvanger, datum);
    } catch (err) {
      opsteller.logger.error({ err, ontvanger }, 'A message could not be drawn up.');
    }
  }
}

async function stelOp(opsteller: Opsteller, ontvanger: string, datum: Datum): Promise<void> {
  const { regels, vanaf } = await teMelden(opsteller.views, ontvanger, regelsMax);
  const verteld = vanaf ? await alVerteld(opsteller.log, ontvanger, vanaf, datum) : [];
  const nieuw = regels.filter((regel) => !verteld.some((eerder) => isVerteld(regel, eerder)));
  if (nieuw.length === 0) return;
  const data = {
    ...{ berichtId: berichtIdVan(ontvanger, datum), ontvanger, datum, regels: nieuw },
    now: opsteller.clock.now(),
  };
  await schrijfBericht(opsteller, { type: 'StelBerichtOp', data });
}

function isVerteld(regel: Berichtregel, eerder: Berichtregel): boolean {
  const { zaakId, soort, revisie } = eerder;
  return regel.zaakId === zaakId && regel.soort === soort && regel.revisie <= revisie;
}

// What was raised on an earlier day may stand in a message that the view does not know of yet. The
// log knows, so nothing is told twice.
async function alVerteld(
  log: EventLog,
  ontvanger: string,
  vanaf: Datum,
  datum: Datum,
): Promise<Berichtregel[]> {
  const regels: Berichtregel[] = [];
  const eerste = plusDagen(datum, -terugMax);
  for (let dag = vanaf > eerste ? vanaf : eerste; dag < datum; dag = plusDagen(dag, 1))
    for (const event of await leesBericht(log, berichtIdVan(ontvanger, dag)))
      if (event.type === 'BerichtOpgesteld') regels.push(...event.data.regels);
  return regels;
}
