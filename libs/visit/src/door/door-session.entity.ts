import type { Language } from '@tapaamo/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A browser behind the door: what a link's secret was exchanged for. No login, no profile; goes with the visit. */
@Entity({ name: 'door_session' })
export class DoorSessionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'door_session_pkey' }) id: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('uuid', { name: 'visit_id' }) visitId: string;
  @Column('uuid', { name: 'participant_id' }) participantId: string;
  @Column('bytea', { name: 'secret_hash', unique: true }) secretHash: Buffer;
  @Column('text') language: Language;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
}
