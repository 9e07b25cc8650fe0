import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An organisation that is closed for good, and how far its forgetting has come. It outlives the organisation. */
@Entity({ name: 'closed_organisation' })
export class ClosedOrganisation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'closed_organisation_pkey' }) id: string;
  @Column('timestamptz', { name: 'confirmed_at' }) confirmedAt: Date;
  /** How many of its visits lived, and were forgotten with it. */
  @Column('integer') visits: number;
  @Column('timestamptz', { name: 'keys_destroyed_at', nullable: true })
  keysDestroyedAt: Date | null;
  /** From when on no escrow file has its keys; null as well where an engine's own snapshots keep them. */
  @Column('timestamptz', { name: 'unrevivable_at', nullable: true }) unrevivableAt: Date | null;
  @Column('timestamptz', { name: 'erased_at', nullable: true }) erasedAt: Date | null;
}
