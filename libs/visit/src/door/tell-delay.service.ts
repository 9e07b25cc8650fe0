import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock } from '@tapaamo/common';
import { comesByLink, participantRoleSchema, type DelayWord } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { In, Not } from 'typeorm';
import { Participant } from '../participant.entity.js';
import { reachedVisit } from '../reach/reached-visit.js';
import { VisitChanges } from '../visit-changes.js';
import { VisitRow } from '../visit.entity.js';
import { VisitEndedError } from '../visit.errors.js';
import { NO_DELAY, delayFrom } from './delay.js';
import { doorOpensAt } from './door-opens-at.js';

const AWAITED = participantRoleSchema.options.filter(comesByLink);

/** The use case "a professional tells those who wait that it takes a while". */
@Injectable()
export class TellDelayService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly changes: VisitChanges,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Tells everybody in the waiting room of a visit, and who comes later, until somebody is let in or the time passed. While
   * nobody can be waiting, nothing is told.
   *
   * @param delay - Of the agreed time or, once that has passed, from now on; null takes back what was told.
   * @throws DeniedOrMissingError, VisitEndedError
   */
  async tell(actor: StaffActor, visitId: string, delay: DelayWord | null): Promise<void> {
    const { organisationId } = actor;
    const now = this.clock.now();
    await this.scope.of(organisationId, async (tx) => {
      const { visit, booking } = await reachedVisit(tx, actor, visitId, { now, lock: true });
      if (visit.endedAt !== null) {
        throw new VisitEndedError();
      }
      const { startsAt } = booking;
      const awaited = { visitId, role: In(AWAITED), admission: Not('admitted' as const) };
      if (now < doorOpensAt(startsAt) || !(await tx.existsBy(Participant, awaited))) {
        return;
      }
      const told = delay === null ? NO_DELAY : delayFrom(delay, { startsAt, now });
      await tx.update(VisitRow, { id: visitId }, told);
      await this.changes.announce(tx, { organisationId, visitId });
      await this.audit.append(tx, {
        ...byStaff(actor),
        event: 'visit.delay-told',
        target: { kind: 'visit', id: visitId },
        details: { delay: delay ?? 'none' },
      });
    });
  }
}
