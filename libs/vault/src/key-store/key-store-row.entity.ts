import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which key store the envelopes of this database are sealed with. One row. */
@Entity({ name: 'key_store' })
export class KeyStoreRow {
  @PrimaryColumn('boolean', { name: 'only_one', primaryKeyConstraintName: 'key_store_pkey' })
  onlyOne: true;
  /** Id that the key store carries, made with it. */
  @Column('uuid') identity: string;
  /** When its root key was last changed; what was destroyed before is sealed under no key that there is. */
  @Column('timestamptz', { name: 'rekeyed_at', nullable: true }) rekeyedAt: Date | null;
}
