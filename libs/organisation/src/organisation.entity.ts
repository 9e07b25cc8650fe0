import type { Language, MissedReview, RightsAnswerer } from '@tapaamo/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A controller of personal data; tenant of the installation. Null is what its admins have not said. */
@Entity({ name: 'organisation' })
export class Organisation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'organisation_pkey' }) id: string;
  @Column('text', { name: 'name_fi' }) nameFi: string;
  @Column('text', { name: 'name_sv' }) nameSv: string;
  @Column('text', { name: 'name_en' }) nameEn: string;
  /** Whom clients may ask: a person or a title. */
  @Column('text', { name: 'contact_name', nullable: true }) contactName: string | null;
  @Column('text', { name: 'contact_phone', nullable: true }) contactPhone: string | null;
  @Column('text', { name: 'contact_email', nullable: true }) contactEmail: string | null;
  /** The data protection officer. */
  @Column('text', { name: 'officer_name', nullable: true }) officerName: string | null;
  @Column('text', { name: 'officer_phone', nullable: true }) officerPhone: string | null;
  @Column('text', { name: 'officer_email', nullable: true }) officerEmail: string | null;
  @Column('text', { name: 'rights_answered_by' }) rightsAnsweredBy: RightsAnswerer;
  /** The other controller, where it answers. */
  @Column('text', { name: 'rights_name', nullable: true }) rightsName: string | null;
  @Column('text', { name: 'rights_phone', nullable: true }) rightsPhone: string | null;
  @Column('text', { name: 'rights_email', nullable: true }) rightsEmail: string | null;
  @Column('text', { name: 'sms_sender', nullable: true }) smsSender: string | null;
  @Column('text', { name: 'mail_sender', nullable: true }) mailSender: string | null;
  /** Offered to clients, one at least. */
  @Column('text', { array: true }) languages: Language[];
  /** `#rrggbb`, readable on white. */
  @Column('text', { name: 'accent_colour', nullable: true }) accentColour: string | null;
  /** What becomes of legal holds that are requested from now on when their review is missed. */
  @Column('text', { name: 'hold_missed_review', default: 'escalate' })
  holdMissedReview: MissedReview;
  /** Grows with every change of the settings. */
  @Column('integer') version: number;
  /** Since when the operator has it out of use; null while it is in use. */
  @Column('timestamptz', { name: 'disabled_at', nullable: true }) disabledAt: Date | null;
  /** Since when the operator asks to close it for good; null again once it is back in use. */
  @Column('timestamptz', { name: 'close_asked_at', nullable: true }) closeAskedAt: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
