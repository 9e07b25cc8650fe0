import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A team of an organisation. Its name is unique there, in any case of letters. */
@Entity({ name: 'team' })
export class TeamRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'team_pkey' }) id: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('text') name: string;
  /** Counts its changes. */
  @Column('integer') version: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}

/** That somebody belongs to a team. Who leads it reaches the visits of its members, with the role `team-lead`. */
@Entity({ name: 'team_member' })
@Index('team_member_professional_id_idx', ['professionalId'])
export class TeamMember {
  @PrimaryColumn('uuid', { name: 'team_id', primaryKeyConstraintName: 'team_member_pkey' })
  teamId: string;
  @PrimaryColumn('uuid', { name: 'professional_id', primaryKeyConstraintName: 'team_member_pkey' })
  professionalId: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('boolean') leads: boolean;
}
