import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { In, type EntityManager } from 'typeorm';
import { StaffChanges } from '../session/staff-changes.js';
import { StandInRow } from './stand-in.entity.js';

/** Of those who made themselves stand-in: the ones who lead no team of the absent person, or not with the role. */
const LAPSED = `SELECT id FROM stand_in
  WHERE organisation_id = $1 AND created_by = stand_in_id AND NOT EXISTS (
    SELECT FROM team_member led
    JOIN team_member member ON member.team_id = led.team_id
    JOIN professional lead ON lead.id = led.professional_id
    WHERE led.professional_id = stand_in.stand_in_id AND led.leads
      AND 'team-lead' = ANY (lead.roles) AND member.professional_id = stand_in.absent_id)`;

/** How a stand-in ends before its last day. */
@Injectable()
export class StandInEndings {
  constructor(
    private readonly changes: StaffChanges,
    private readonly audit: AuditLog,
  ) {}

  /** Ends it at once, and tells of it. */
  async end(tx: EntityManager, actor: StaffActor, row: StandInRow): Promise<void> {
    const { organisationId, absentId, standInId, firstDay, lastDay } = row;
    await tx.delete(StandInRow, { id: row.id });
    await this.changes.announce(tx, { organisationId, professionalId: standInId });
    await this.audit.append(tx, {
      ...byStaff(actor),
      event: 'stand-in.removed',
      target: { kind: 'staff', id: absentId },
      details: { standInId, firstDay, lastDay },
    });
  }

  /**
   * Ends what leads chose for themselves over people they lead no more: what a tie gave does not outlive the tie.
   *
   * @param actor - Who just changed a team or a role.
   */
  async endLapsed(tx: EntityManager, actor: StaffActor): Promise<void> {
    const found = await tx.query<Pick<StandInRow, 'id'>[]>(LAPSED, [actor.organisationId]);
    for (const row of await tx.findBy(StandInRow, { id: In(found.map(({ id }) => id)) })) {
      await this.end(tx, actor, row);
    }
  }
}
