import type { RecordScope } from '@tapaamo/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A key by which an organisation's record system asks. Only a hash of it is kept. */
@Entity({ name: 'record_key' })
export class RecordKeyRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'record_key_pkey' }) id: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('text') name: string;
  /** How the key begins, so that an admin knows it again. */
  @Column('text') prefix: string;
  @Column('bytea', { name: 'secret_hash', unique: true }) secretHash: Buffer;
  @Column('text', { array: true }) scopes: RecordScope[];
  /** Last local day on which it works. */
  @Column('date', { name: 'last_day', nullable: true }) lastDay: string | null;
  @Column('date', { name: 'last_used_on', nullable: true }) lastUsedOn: string | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
