import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Stand } from './stand.ts';
import type { Termijnrevisie, ZaakRij } from './zaken.row.ts';

/** The table `zaken`: its columns, in this order, are what is read, written and compared. */
@Entity('zaken')
export class ZaakEntity implements ZaakRij {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'zaken_pkey' })
  readonly zaakId!: ZaakRij['zaakId'];

  @Column('integer')
  readonly revisie!: number;

  @Column('text')
  readonly soort!: ZaakRij['soort'];

  @Column('text')
  readonly aanmeldingBron!: string;

  @Column('text')
  readonly aanmeldingId!: string;

  @Column('text')
  readonly kanaal!: string;

  @Column('text', { array: true })
  readonly wijken!: readonly string[];

  @Column('text', { array: true })
  readonly themas!: readonly string[];

  @Column('text')
  readonly onderwerp!: string;

  @Column('text')
  readonly tekst!: string;

  @Column('text', { array: true })
  readonly kenmerken!: readonly string[];

  @Column('text', { array: true })
  readonly kenmerkenZoek!: readonly string[];

  @Column('date')
  readonly ontvangenOp!: ZaakRij['ontvangenOp'];

  @Column('text', { nullable: true })
  readonly wethouder!: string | null;

  @Column('text', { nullable: true })
  readonly werkbezoekId!: ZaakRij['werkbezoekId'];

  // As text: it stands here exactly as the log wrote it, and its order is the order of time.
  @Column('text')
  readonly geregistreerdOp!: ZaakRij['geregistreerdOp'];

  @Column('date')
  readonly vanaf!: ZaakRij['vanaf'];

  @Column('text')
  readonly status!: ZaakRij['status'];

  @Column('text', { nullable: true })
  readonly behandelaar!: string | null;

  @Column('date', { nullable: true })
  readonly eersteEinde!: ZaakRij['eersteEinde'];

  @Column('date', { nullable: true })
  readonly einde!: ZaakRij['einde'];

  @Column('date', { nullable: true })
  readonly gestoptOp!: ZaakRij['gestoptOp'];

  @Column('date', { nullable: true })
  readonly beantwoordOp!: ZaakRij['beantwoordOp'];

  @Column('date', { nullable: true })
  readonly laatsteContactOp!: ZaakRij['laatsteContactOp'];

  @Column('jsonb')
  readonly eerdereStanden!: readonly Stand[];

  @Column('jsonb')
  readonly termijnen!: readonly Termijnrevisie[];

  @Column('integer')
  readonly termijnRevisie!: number;

  @Column('boolean')
  readonly overschreden!: boolean;

  @Column('text', { nullable: true })
  readonly uitkomst!: ZaakRij['uitkomst'];

  @Column('date', { nullable: true })
  readonly uitgevoerdOp!: ZaakRij['uitgevoerdOp'];

  @Column('text')
  readonly afdoening!: ZaakRij['afdoening'];

  @Column('date', { nullable: true })
  readonly geslotenOp!: ZaakRij['geslotenOp'];

  @Column('text', { nullable: true })
  readonly sluitgrond!: ZaakRij['sluitgrond'];

  @Column('integer')
  readonly heropend!: number;

  @Column('boolean')
  readonly naVerstrijken!: boolean;

  @Column('boolean')
  readonly nietBepaald!: boolean;

  @Column('date', { nullable: true })
  readonly laatsteBerichtOp!: ZaakRij['laatsteBerichtOp'];

  @Column('text', { nullable: true })
  readonly laatsteBerichtVorm!: ZaakRij['laatsteBerichtVorm'];

  @Column('date', { nullable: true })
  readonly laatNa!: ZaakRij['laatNa'];

  @Column('text', { nullable: true })
  readonly eigenaar!: ZaakRij['eigenaar'];
}
