import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { Clock } from '@tapaamo/common';
import { OrganisationScope } from '@tapaamo/database';
import { reach } from '../reach/reach.js';

const OF_PARTICIPANT = `SELECT FROM participant JOIN visit ON visit.id = participant.visit_id
  WHERE participant.id = $1 AND visit.held_due_at IS NOT NULL`;

/** Tells of a visit that is hidden whether it is held, to those who would see it otherwise. Nothing of it is read. */
@Injectable()
export class HeldVisits {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
  ) {}

  /** Whether somebody would reach a visit if it were not held. One that is overdue has nobody who would. */
  async wasReached(actor: StaffActor, visitId: string): Promise<boolean> {
    const { organisationId, professionalId } = actor;
    const present = { organisationId, now: this.clock.now() };
    const wish = { visitIds: [visitId], professionalId, held: true } as const;
    const found = await this.scope.of(
      organisationId,
      (tx) => reach(tx, present, wish),
      'telling what is held',
    );
    return found.length > 0;
  }

  /** Whether the visit of a participant, who holds a link or a code, is held. */
  async holdsOf(participant: { id: string; organisationId: string }): Promise<boolean> {
    const found = await this.scope.of(
      participant.organisationId,
      (tx) => tx.query<unknown[]>(OF_PARTICIPANT, [participant.id]),
      'telling what is held',
    );
    return found.length > 0;
  }
}
