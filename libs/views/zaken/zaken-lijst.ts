import type { Datum, Oordeel } from '@wijkspoor/domain';
import { normaalKenmerk } from '@wijkspoor/domain';
import type { ZakenLijst, ZakenVraag } from '@wijkspoor/wire';
import type { DataSource } from 'typeorm';
import { reach } from '../outage.ts';
import { opPeildatum, oordeelSql } from '../overzicht/peildatum.ts';

import type { TeTonen } from './samenvatting.ts';
import { samenvatting, teTonen } from './samenvatting.ts';
import { cursorVan, plekVan } from './zaken-plek.ts';

/** What may be asked of the list. Everything that is given must hold. */
export type ZakenFilter = ZakenVraag & Readonly<{ peildatum: Datum }>;

/**
 * A page of the cases as they stood on a day, the last received first.
 *
 * `volgende` is there only when more follow. Throws `BadInput` when `na` is not such a value.
 */
export async function zakenLijst(ds: DataSource, filter: ZakenFilter): Promise<ZakenLijst> {
  const { peildatum, limiet } = filter;
  const { waar, waarden } = voorwaarden(filter);
  const sql = bladzijde(waar, limiet + 1);
  const gevonden = await reach(() => ds.query<TeTonen[]>(sql, waarden));
  const zaken = gevonden.slice(0, limiet).map((rij) => samenvatting(rij, peildatum));
  const laatste = gevonden.length > limiet ? zaken.at(-1) : undefined;
  return laatste ? { zaken, volgende: cursorVan(laatste) } : { zaken };
}

// First which cases, by what the indexes hold; then the rows of these alone. So a filter that few
// cases pass, however it came about, costs the length of an index and never the whole table.
function bladzijde(waar: string, aantal: number): string {
  const eerst = `order by ontvangen_op desc, zaak_id desc limit ${aantal}`;
  const sleutels = opPeildatum(
    (vanZaken) => `select z.zaak_id, z.ontvangen_op ${vanZaken} ${waar} ${eerst}`,
  );
  const rijen = opPeildatum(
    (vanZaken) => `
      select ${teTonen} ${vanZaken} and z.zaak_id in (select gekozen.zaak_id from gekozen)`,
  );
  return `with gekozen as materialized (${sleutels} ${eerst}) ${rijen}
    order by "ontvangenOp" desc, "zaakId" desc`;
}

/** How each filter is asked; `?` is its value. */
const vragen = {
  soort: 'z.soort = ?',
  status: 's.status = ?',
  wijk: 'z.wijken @> array[?::text]',
  thema: 'z.themas @> array[?::text]',
  behandelaar: 's.behandelaar = ?',
  kanaal: 'z.kanaal = ?',
  kenmerk: `z.kenmerken_zoek @> array[?::text] and z.kenmerken_zoek <> '{}'`,
  oordeel: `${oordeelSql} = ?`,
} as const;

// What follows from the judgement, said in a way that an index can answer.
const gevolgen: Partial<Record<Oordeel, string>> = {
  'open-te-laat': 's.gestopt_op is null and s.einde is not null and s.einde < $1',
  'geen-termijn': 's.einde is null',
  'geen-einde-bepaald': 's.einde is null',
  loopt: 's.gestopt_op is null and s.einde is not null and s.einde >= $1',
};

function voorwaarden(filter: ZakenFilter): { waar: string; waarden: unknown[] } {
  const waarden: unknown[] = [filter.peildatum];
  const waarde = (gegeven: unknown) => `$${waarden.push(gegeven)}`;
  const delen = Object.entries(vragen).flatMap(([naam, vraag]) => {
    const gegeven = gevraagd(filter)[naam as keyof typeof vragen];
    return gegeven === undefined ? [] : [vraag.replace('?', waarde(gegeven))];
  });
  const gevolg = filter.oordeel && gevolgen[filter.oordeel];
  if (gevolg) delen.push(gevolg);
  if (filter.na !== undefined) {
    const { ontvangenOp, zaakId } = plekVan(filter.na);
    const dag = `${waarde(ontvangenOp)}::date`;
    // The day by itself as well, or an index would be read from the day of looking on.
    delen.push(
      `z.ontvangen_op <= ${dag}`,
      `(z.ontvangen_op, z.zaak_id) < (${dag}, ${waarde(zaakId)})`,
    );
  }
  return { waar: delen.map((deel) => `and ${deel}`).join(' '), waarden };
}

function gevraagd(filter: ZakenFilter): Partial<Record<keyof typeof vragen, string>> {
  const { kenmerk } = filter;
  return kenmerk === undefined ? filter : { ...filter, kenmerk: normaalKenmerk(kenmerk) };
}
