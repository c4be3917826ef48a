import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far each view has come in the log. */
@Entity('view_checkpoints')
export class ViewCheckpointEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'view_checkpoints_pkey' })
  readonly view!: string;

  @Column('bigint')
  readonly position!: string;
}
