import type { ExternalCalendarFailure } from '@tapaamo/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A calendar that a professional keeps elsewhere, of which only busy times are read. */
@Entity({ name: 'external_calendar' })
@Index('external_calendar_next_read_at_idx', ['nextReadAt'])
export class ExternalCalendar {
  @PrimaryColumn('uuid', {
    name: 'professional_id',
    primaryKeyConstraintName: 'external_calendar_pkey',
  })
  professionalId: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  /** Its address, and with CalDAV user name and password: whoever has them reads it. Sealed under ACCOUNT_SECRET. */
  @Column('bytea', { name: 'sealed_source' }) sealedSource: Buffer;
  /** Pairs of milliseconds since 1970, as they were last read well. */
  @Column('jsonb') busy: [startsAtMs: number, endsAtMs: number][];
  @Column('timestamptz', { name: 'read_at', nullable: true }) readAt: Date | null;
  /** Why it could not be read the last time; null when it could. */
  @Column('text', { nullable: true }) failure: ExternalCalendarFailure | null;
  @Column('timestamptz', { name: 'next_read_at' }) nextReadAt: Date;
}

/** Where the source of a professional's other calendar opens. */
export function placeOfSource(professionalId: string): string {
  return `external calendar ${professionalId}`;
}
