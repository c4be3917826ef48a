import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whom an actiepunt names to do it. Rows from before do not know it until `herbouw`, and are shown
 * as before: with the Wijk MT.
 */
export class Eigenaar1795233600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table lees.zaken add column eigenaar text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table lees.zaken drop column eigenaar');
  }
}
