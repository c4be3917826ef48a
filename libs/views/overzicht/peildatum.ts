import type { Stand } from '../zaken/stand.ts';

/** The columns of how a case stands, with their properties and types. */
const stand = {
  vanaf: ['vanaf', 'date'],
  status: ['status', 'text'],
  behandelaar: ['behandelaar', 'text'],
  eersteEinde: ['eerste_einde', 'date'],
  einde: ['einde', 'date'],
  gestoptOp: ['gestopt_op', 'date'],
  beantwoordOp: ['beantwoord_op', 'date'],
  laatsteContactOp: ['laatste_contact_op', 'date'],
  naVerstrijken: ['na_verstrijken', 'boolean'],
  nietBepaald: ['niet_bepaald', 'boolean'],
  laatsteBerichtOp: ['laatste_bericht_op', 'date'],
  laatsteBerichtVorm: ['laatste_bericht_vorm', 'text'],
} as const satisfies Record<keyof Stand, readonly [string, 'date' | 'text' | 'boolean']>;

const velden = Object.entries(stand).map(([eigenschap, [naam, type]]) => ({
  eigenschap,
  naam,
  type,
}));

const nu = `
  lees.zaken z
  cross join lateral (select ${velden.map(({ naam }) => `z.${naam}`).join(', ')}) s
  where z.ontvangen_op <= $1 and z.vanaf <= $1`;

// Which cases have changed since then is found first, in an index alone. They are few, because a
// case does not live long; PostgreSQL takes the two days for independent and would expect a quarter
// of the table, and read all of it.
const eerder = `
  lees.zaken z
  cross join lateral (
    select ${velden.map(({ eigenschap, naam }) => `e."${eigenschap}" as ${naam}`).join(', ')}
    from jsonb_to_recordset(z.eerdere_standen)
      as e (${velden.map(({ eigenschap, type }) => `"${eigenschap}" ${type}`).join(', ')})
    where e."vanaf" <= $1
    order by e."vanaf" desc
    limit 1
  ) s
  where z.zaak_id = any(array(
    select k.zaak_id from lees.zaken k where k.ontvangen_op <= $1 and k.vanaf > $1))`;

/**
 * Asks something of the cases as they stood on a day, which is parameter `$1`.
 *
 * A case is there from the day of its receipt. In what is asked, `z` is the row and `s` is how the
 * case stood on that day. Most cases stand as they did, so that their own columns and indexes
 * serve; for those that changed afterwards the row tells how they stood before.
 */
export function opPeildatum(vraag: (vanZaken: string) => string): string {
  return `(${vraag(`from ${nu}`)}) union all (${vraag(`from ${eerder}`)})`;
}

/** The judgement of the domain (`oordeel`) in SQL; a spec compares the two. */
export const oordeelSql = `
  case
    when s.einde is null and s.niet_bepaald then 'geen-einde-bepaald'
    when s.einde is null then 'geen-termijn'
    when s.gestopt_op <= $1 and s.gestopt_op <= s.einde then 'op-tijd'
    when s.gestopt_op <= $1 then 'te-laat-beantwoord'
    when $1 <= s.einde then 'loopt'
    else 'open-te-laat'
  end`;

/**
 * In time by an agreement: judged by the end that held it is `op-tijd`, and judged by the first end
 * it would be `te-laat-beantwoord`. Of one that is not, nothing (null) or false.
 */
export const doorAfspraakSql = `
  s.gestopt_op <= $1 and s.gestopt_op <= s.einde and s.gestopt_op > s.eerste_einde`;
