import type { StaffRole } from '@tapaamo/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A member of an organisation's staff with a personal account. */
@Entity({ name: 'professional' })
export class Professional {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'professional_pkey' }) id: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  /** Unique; in lower case. */
  @Column('text') email: string;
  @Column('text', { name: 'display_name' }) displayName: string;
  @Column('text', { name: 'password_hash' }) passwordHash: string;
  /** One at least, each once. */
  @Column('text', { array: true }) roles: StaffRole[];
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
