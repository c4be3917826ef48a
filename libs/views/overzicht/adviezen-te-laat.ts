import type { Datum, WijkCode } from '@wijkspoor/domain';
import type { AdviesTeLaat, AdviezenTeLaat } from '@wijkspoor/wire';
import type { DataSource } from 'typeorm';
import { reach } from '../outage.ts';
import type { TeTonen } from '../zaken/samenvatting.ts';
import { samenvatting, teTonen } from '../zaken/samenvatting.ts';
import { opPeildatum, oordeelSql } from './peildatum.ts';

const teLaat = (wijk: string) =>
  opPeildatum(
    (vanZaken) => `
      select ${teTonen} ${vanZaken}
      and z.soort in ('ongevraagd-advies', 'gevraagd-advies')
      and ${oordeelSql} in ('open-te-laat', 'te-laat-beantwoord') ${wijk}`,
  );

const overal = teLaat('');
const inWijk = teLaat('and z.wijken @> array[$2::text]');

/** Who has the turn in a case that nobody has yet. */
export const nogNiemand = 'nog niemand';

/**
 * The adviezen that are late, as they stood on a day: first those that are still open, then those
 * that were answered late; in each the most days over the end first (002:79: never hide lateness).
 */
export async function adviezenTeLaat(
  ds: DataSource,
  peildatum: Datum,
  wijk?: WijkCode,
): Promise<AdviezenTeLaat> {
  const sql = wijk === undefined ? overal : inWijk;
  const waarden = wijk === undefined ? [peildatum] : [peildatum, wijk];
  const rijen = await reach(() => ds.query<TeTonen[]>(sql, waarden));
  return { peildatum, adviezen: rijen.map((rij) => advies(rij, peildatum)).sort(ergsteEerst) };
}

function advies(rij: TeTonen, peildatum: Datum): AdviesTeLaat {
  const regel = samenvatting(rij, peildatum);
  return {
    ...regel,
    soortTeLaat: regel.oordeel === 'open-te-laat' ? 'open' : 'beantwoord',
    aanZet: regel.behandelaar ?? nogNiemand,
  };
}

function ergsteEerst(a: AdviesTeLaat, b: AdviesTeLaat): number {
  if (a.soortTeLaat !== b.soortTeLaat) return a.soortTeLaat === 'open' ? -1 : 1;
  return b.dagenTeLaat - a.dagenTeLaat || (a.zaakId < b.zaakId ? -1 : 1);
}
