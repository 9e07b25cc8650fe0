import type { PasskeyTransport } from '@tapaamo/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A passkey of a member of staff (WebAuthn). Its private half never leaves the person's device. */
@Entity({ name: 'passkey' })
@Index('passkey_organisation_id_idx', ['organisationId'])
@Index('passkey_professional_id_idx', ['professionalId'])
export class Passkey {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'passkey_pkey' }) id: string;
  @Column('bytea', { name: 'credential_id', unique: true }) credentialId: Buffer;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('uuid', { name: 'professional_id' }) professionalId: string;
  /** COSE key. */
  @Column('bytea', { name: 'public_key' }) publicKey: Buffer;
  /** How often the device says it was used; one that counts must go up (WebAuthn, 6.1.1). */
  @Column('bigint') counter: string;
  /** How the device can be reached, so that the browser asks for the right one. */
  @Column('text', { array: true }) transports: PasskeyTransport[];
  /** What the person calls it. */
  @Column('text') name: string;
  /** Whether it is kept by the maker of the device, so that it survives the device. */
  @Column('boolean', { name: 'backed_up' }) backedUp: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'last_used_at', nullable: true }) lastUsedAt: Date | null;
}
