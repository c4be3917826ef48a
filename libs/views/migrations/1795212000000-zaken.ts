import type { MigrationInterface, QueryRunner } from 'typeorm';

const zaken = `
  create table lees.zaken (
    zaak_id text constraint zaken_pkey primary key,
    revisie integer not null,
    soort text not null,
    aanmelding_bron text not null,
    aanmelding_id text not null,
    kanaal text not null,
    wijken text[] not null,
    themas text[] not null,
    onderwerp text not null,
    tekst text not null,
    kenmerken text[] not null,
    kenmerken_zoek text[] not null,
    ontvangen_op date not null,
    wethouder text,
    werkbezoek_id text,
    geregistreerd_op text not null,
    vanaf date not null,
    status text not null,
    behandelaar text,
    eerste_einde date,
    einde date,
    gestopt_op date,
    beantwoord_op date,
    laatste_contact_op date,
    eerdere_standen jsonb not null,
    termijnen jsonb not null,
    termijn_revisie integer not null,
    overschreden boolean not null,
    uitkomst text,
    uitgevoerd_op date,
    afdoening text not null,
    gesloten_op date,
    sluitgrond text,
    heropend integer not null
  )`;

// One per way of looking: what is rare in one of them is found without passing all the others.
const indexen = [
  // In the order of the list, with all that is counted and nearly all that is asked for: what no
  // other index finds is looked for in here, without reading a single row in vain.
  `create index zaken_ontvangen on lees.zaken (ontvangen_op, zaak_id)
    include (wijken, themas, soort, kanaal, status, behandelaar, einde, gestopt_op, vanaf)`,
  'create index zaken_soort on lees.zaken (soort, ontvangen_op)',
  'create index zaken_status on lees.zaken (status, ontvangen_op)',
  'create index zaken_behandelaar on lees.zaken (behandelaar, ontvangen_op)',
  'create index zaken_kanaal on lees.zaken (kanaal, ontvangen_op)',
  'create index zaken_wijken_themas on lees.zaken using gin (wijken, themas)',
  `create index zaken_kenmerken on lees.zaken using gin (kenmerken_zoek)
    where kenmerken_zoek <> '{}'`,
  // Few cases have changed since a day of late.
  'create index zaken_vanaf on lees.zaken (vanaf)',
  'create index zaken_zonder_termijn on lees.zaken (ontvangen_op) where einde is null',
  `create index zaken_lopend on lees.zaken (einde)
    where gestopt_op is null and einde is not null`,
  // For the monitor: exactly those of which the lateness is still to be established.
  `create index zaken_te_bewaken on lees.zaken (einde, zaak_id)
    where gestopt_op is null and einde is not null and not overschreden`,
];

const checkpoints = `
  create table lees.view_checkpoints (
    view text constraint view_checkpoints_pkey primary key,
    position bigint not null
  )`;

export class Zaken1795212000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [zaken, ...indexen, checkpoints]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table lees.zaken, lees.view_checkpoints');
  }
}
