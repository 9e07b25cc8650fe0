import type { Language } from '@tapaamo/contracts';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** The address at which calendar programs read a professional's visits. */
@Entity({ name: 'calendar_feed' })
@Unique('calendar_feed_secret_hash_key', ['secretHash'])
export class CalendarFeed {
  @PrimaryColumn('uuid', {
    name: 'professional_id',
    primaryKeyConstraintName: 'calendar_feed_pkey',
  })
  professionalId: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('bytea', { name: 'secret_hash' }) secretHash: Buffer;
  /** In which its titles are written. */
  @Column('text') language: Language;
  /** Of the account when the address was made; the feed ends when the account's is another. */
  @Column('integer', { name: 'sign_in_epoch' }) signInEpoch: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
