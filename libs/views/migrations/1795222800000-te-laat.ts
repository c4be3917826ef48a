import type { MigrationInterface, QueryRunner } from 'typeorm';

const kolommen = `
  alter table lees.zaken
    add column na_verstrijken boolean not null default false,
    add column laatste_bericht_op date,
    add column laatste_bericht_vorm text,
    add column laat_na date`;

// Of rows from before: whoever was late has an end that has passed or will. That is more than were
// ever late, and the judgement of the day leaves the others out; `herbouw` makes it exact.
const bestaande = `
  update lees.zaken z set
    laatste_bericht_op = greatest(laatste_contact_op, beantwoord_op),
    laatste_bericht_vorm = case when beantwoord_op >= coalesce(laatste_contact_op, beantwoord_op)
      then 'antwoord' end,
    laat_na = (select min((t->>'einde')::date) from jsonb_array_elements(termijnen) t),
    na_verstrijken = coalesce(
      (select (t->'afspraak'->>'naVerstrijken')::boolean
       from jsonb_array_elements(termijnen) with ordinality as a (t, n)
       where (t->>'einde')::date = z.einde order by n desc limit 1), false)`;

const zonderVoorbehoud = `alter table lees.zaken alter column na_verstrijken drop default`;

// All that was ever late, with what a list of them asks: none is looked for among the others.
const index = `
  create index zaken_laat on lees.zaken (laat_na, zaak_id)
    include (ontvangen_op, vanaf, soort, wijken, wethouder, behandelaar, einde, gestopt_op)
    where laat_na is not null`;

// On a day of the past, few of the cases that changed since then were there already. Those are
// found in the index alone; without the second column the others would be read for nothing.
const vanaf = [
  'drop index lees.zaken_vanaf',
  'create index zaken_vanaf on lees.zaken (vanaf, ontvangen_op) include (zaak_id)',
];

/** What the lists of late cases need, on any day. */
export class TeLaat1795222800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [kolommen, bestaande, zonderVoorbehoud, index, ...vanaf])
      await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index lees.zaken_laat, lees.zaken_vanaf');
    await runner.query('create index zaken_vanaf on lees.zaken (vanaf)');
    await runner.query(`
      alter table lees.zaken drop column na_verstrijken, drop column laatste_bericht_op,
        drop column laatste_bericht_vorm, drop column laat_na`);
  }
}
