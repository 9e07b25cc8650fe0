import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which key store the envelopes of this database are sealed with. One row. */
@Entity({ name: 'key_store' })
export class KeyStoreRow {
  @PrimaryColumn('boolean', { name: 'only_one', primaryKeyConstraintName: 'key_store_pkey' })
  onlyOne: true;
  /** Id that the key store carries, made with it. */
  @Column('uuid') identity: string;
}
