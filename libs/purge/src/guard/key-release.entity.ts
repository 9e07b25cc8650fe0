import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That keys without a visit may be forgotten once, however many they are: so many that somebody has looked. One row at most. */
@Entity({ name: 'key_release' })
export class KeyRelease {
  @PrimaryColumn('boolean', { name: 'only_one', primaryKeyConstraintName: 'key_release_pkey' })
  onlyOne: true;
  @Column('integer') count: number;
  @Column('timestamptz', { name: 'released_at' }) releasedAt: Date;
  @Column('text', { name: 'released_by' }) releasedBy: string;
}
