import type { MigrationInterface, QueryRunner } from 'typeorm';

// Per case that somebody waits for: the first day on which there may be something to say.
const klok = [
  `create table lees.klok (
    zaak_id text constraint klok_pkey primary key,
    op date not null,
    revisie integer not null
  )`,
  'create index klok_op on lees.klok (op, zaak_id)',
  `create table lees.klok_stand (
    naam text constraint klok_stand_pkey primary key,
    waarde text not null
  )`,
  // The monitor found its work with it; now the clock tells.
  'drop index lees.zaken_te_bewaken',
];

const signalen = [
  `create table lees.signalen (
    zaak_id text not null,
    revisie integer not null,
    soort text not null,
    trede integer,
    einde date,
    sinds date,
    dag date not null,
    peildatum date not null,
    aan text[] not null,
    constraint signalen_pkey primary key (zaak_id, revisie)
  )`,
  'create index signalen_peildatum on lees.signalen (peildatum)',
];

// Who is still to hear of a signal; and what they were sent.
const berichten = [
  `create table lees.meldingen (
    ontvanger text not null,
    zaak_id text not null,
    revisie integer not null,
    bericht text,
    constraint meldingen_pkey primary key (zaak_id, revisie, ontvanger)
  )`,
  'create index meldingen_open on lees.meldingen (ontvanger) where bericht is null',
  `create table lees.berichten (
    bericht_id text constraint berichten_pkey primary key,
    revisie integer not null,
    ontvanger text not null,
    datum date not null,
    regels integer not null,
    status text not null,
    langs text,
    pogingen integer not null,
    reden text,
    laatste_op text,
    volgende_op text,
    bezet_tot text
  )`,
  'create index berichten_datum on lees.berichten (datum desc, bericht_id desc)',
  'create index berichten_open on lees.berichten (volgende_op) where volgende_op is not null',
];

/** What the clock needs: when to look at which case, what was raised, and who was told. */
export class Klok1795226400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...klok, ...signalen, ...berichten]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table lees.klok, lees.klok_stand, lees.signalen, lees.meldingen, lees.berichten`,
    );
    await runner.query(`create index zaken_te_bewaken on lees.zaken (einde, zaak_id)
      where gestopt_op is null and einde is not null and not overschreden`);
  }
}
