import type { MigrationInterface, QueryRunner } from 'typeorm';

// No row from before has one: until then every term had an end, or there was no term.
const kolom = 'alter table lees.zaken add column niet_bepaald boolean not null default false';
const zonderVoorbehoud = 'alter table lees.zaken alter column niet_bepaald drop default';

// Looked through at every start, and whenever the calendar may reach further.
const index = `
  create index zaken_niet_bepaald on lees.zaken (zaak_id) where niet_bepaald`;

/** Cases with a term of which no end can be told. */
export class NietBepaald1795230000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [kolom, zonderVoorbehoud, index]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index lees.zaken_niet_bepaald');
    await runner.query('alter table lees.zaken drop column niet_bepaald');
  }
}
