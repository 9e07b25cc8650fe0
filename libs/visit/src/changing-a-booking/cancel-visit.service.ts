import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock } from '@tapaamo/common';
import type { CancelVisitRequest, VisitRelation } from '@tapaamo/contracts';
import type { EntityManager } from 'typeorm';
import { VisitClosing } from '../ending/visit-closing.js';
import { VisitEndedError } from '../visit.errors.js';
import { changeableVisit } from './changeable-visit.js';

/** The use case "a visit is called off". */
@Injectable()
export class CancelVisitService {
  constructor(
    private readonly closing: VisitClosing,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Calls a visit off. The client is told; what identifies them is forgotten one period from now on.
   *
   * @param tx - A transaction of the caller's, in which the booking is also read for the answer.
   * @returns By what the actor reached it.
   * @throws The errors of `changeableVisit`; VisitEndedError once its booked end has passed
   */
  async cancel(
    tx: EntityManager,
    actor: StaffActor,
    visitId: string,
    { version, reason }: CancelVisitRequest,
  ): Promise<VisitRelation> {
    const now = this.clock.now();
    const { visit, booking, relation } = await changeableVisit(tx, actor, visitId, {
      now,
      version,
    });
    // What has become of it by then is decided by facts.
    if (booking.endsAt <= now) {
      throw new VisitEndedError();
    }
    await this.closing.close(tx, visit, booking, { endedAt: now, cancelled: reason });
    const target = { kind: 'visit', id: visitId } as const;
    await this.audit.append(tx, {
      ...byStaff(actor),
      event: 'booking.cancelled',
      target,
      details: { reason },
    });
    return relation;
  }
}
