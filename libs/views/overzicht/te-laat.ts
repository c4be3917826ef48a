import type { Datum, Gemeente, Soort } from '@wijkspoor/domain';
import { wijkenVanWethouder } from '@wijkspoor/domain';
import type { TeLaatVraag, ZakenTeLaat } from '@wijkspoor/wire';
import type { DataSource } from 'typeorm';
import { reach } from '../outage.ts';
import { opPeildatum } from './peildatum.ts';
import type { LateRij } from './te-laat-regel.ts';
import { regelVan, teTonenTeLaat } from './te-laat-regel.ts';
import type { PlekTeLaat } from './te-laat-plek.ts';
import { cursorTeLaat, plekTeLaat } from './te-laat-plek.ts';

/** What may be asked of the list. `soorten` are those that it is about; none: all of them. */
export type TeLaatFilter = Omit<TeLaatVraag, 'peildatum' | 'vorm' | 'soort'> &
  Readonly<{ peildatum: Datum; soorten?: readonly Soort[] }>;

type Antwoord = LateRij & Readonly<{ aantalOpen: number; aantalBeantwoord: number }>;

/**
 * A page of the cases that are late, as they stood on a day: first those that are still open, then
 * those that were answered late; in each the most days over the end first (002:79: never hide
 * lateness). `aantallen` are of all pages together.
 *
 * `volgende` is there only when more follow. Throws `BadInput` when `na` is not such a value, or
 * comes from the list of another day.
 */
export async function teLaat(
  ds: DataSource,
  gemeente: Gemeente,
  filter: TeLaatFilter,
): Promise<ZakenTeLaat> {
  const { peildatum, limiet } = filter;
  const { sql, waarden } = vraag(gemeente, filter);
  const gevonden = await reach(() => ds.query<Antwoord[]>(sql, waarden));
  const { aantalOpen: open = 0, aantalBeantwoord: beantwoord = 0 } = gevonden[0] ?? {};
  // The counts stand on every row, and on one without a case when there is none.
  const rijen = gevonden.filter(({ zaakId }) => zaakId !== null);
  const zaken = rijen.slice(0, limiet).map((rij) => regelVan(rij, gemeente, peildatum));
  const laatste = rijen.length > limiet ? zaken.at(-1) : undefined;
  const lijst = { peildatum, aantallen: { open, beantwoord }, zaken };
  return laatste ? { ...lijst, volgende: cursorTeLaat(peildatum, laatste) } : lijst;
}

const volgorde = 'open desc, dagen desc, zaak_id';

/*
 * First which cases, by the index that holds all that were ever late and nothing else; then the
 * rows of one page of these. One statement, so the counts and the rows are of one moment.
 */
function vraag(gemeente: Gemeente, filter: TeLaatFilter) {
  const { waar, verder, waarden } = voorwaarden(gemeente, filter);
  const laat = opPeildatum(
    (vanZaken) => `
      select z.zaak_id, coalesce(s.gestopt_op > $1, true) as open,
        least(coalesce(s.gestopt_op, $1), $1) - s.einde as dagen
      ${vanZaken} and z.laat_na < $1 and s.einde < $1
        and (s.gestopt_op is null or s.gestopt_op > s.einde) ${waar}`,
  );
  const rijen = opPeildatum(
    (vanZaken) => `
      select ${teTonenTeLaat} ${vanZaken} and z.zaak_id in (select b.zaak_id from bladzijde b)`,
  );
  const sql = `
    with laat as materialized (${laat}),
    bladzijde as materialized (
      select * from laat ${verder} order by ${volgorde} limit ${filter.limiet + 1}),
    telling as (
      select count(*) filter (where open)::integer as "aantalOpen",
        count(*) filter (where not open)::integer as "aantalBeantwoord" from laat)
    select telling.*, rijen.* from telling
      left join bladzijde b on true left join (${rijen}) rijen on rijen."zaakId" = b.zaak_id
    order by b.open desc, b.dagen desc, b.zaak_id`;
  return { sql, waarden };
}

function voorwaarden(gemeente: Gemeente, filter: TeLaatFilter) {
  const waarden: unknown[] = [filter.peildatum];
  const waarde = (gegeven: unknown) => `$${waarden.push(gegeven)}`;
  const { soorten, wijk, wethouder, wijkwethouder, behandelaar, na } = filter;
  const delen = [
    soorten && `z.soort = any(${waarde(soorten)}::text[])`,
    wijk && `z.wijken @> array[${waarde(wijk)}::text]`,
    wethouder && `z.wethouder = ${waarde(wethouder)}`,
    wijkwethouder && `z.wijken && ${waarde(wijkenVanWethouder(gemeente, wijkwethouder))}::text[]`,
    behandelaar && `s.behandelaar = ${waarde(behandelaar)}`,
  ].filter(Boolean);
  const waar = delen.map((deel) => `and ${deel}`).join(' ');
  const verder = na === undefined ? '' : verderNa(plekTeLaat(na, filter.peildatum), waarde);
  return { waar, verder, waarden };
}

function verderNa({ open, dagen, zaakId }: PlekTeLaat, waarde: (gegeven: unknown) => string) {
  const plek = [!open, -dagen, zaakId].map(waarde);
  return `where (not open, -dagen, zaak_id) >
    (${plek[0]}::boolean, ${plek[1]}::integer, ${plek[2]}::text)`;
}
