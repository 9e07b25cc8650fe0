import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which key database has the keys of this database's visits. One row. */
@Entity({ name: 'key_database' })
export class KeyDatabaseRow {
  @PrimaryColumn('boolean', { name: 'only_one', primaryKeyConstraintName: 'key_database_pkey' })
  onlyOne: true;
  /** Id that the key database carries, made with it. */
  @Column('uuid') identity: string;
}
