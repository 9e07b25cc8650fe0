import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** That a visit is shared with a colleague of its professional. Deleted with the visit. */
@Entity({ name: 'booking_share' })
@Index('booking_share_professional_id_idx', ['professionalId'])
export class BookingShare {
  @PrimaryColumn('uuid', { name: 'visit_id', primaryKeyConstraintName: 'booking_share_pkey' })
  visitId: string;
  @PrimaryColumn('uuid', {
    name: 'professional_id',
    primaryKeyConstraintName: 'booking_share_pkey',
  })
  professionalId: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
