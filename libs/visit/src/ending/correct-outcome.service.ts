import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import {
  BookingChangedError,
  BookingRepository,
  isOutcome,
  type BookingRow,
} from '@tapaamo/booking';
import { Clock } from '@tapaamo/common';
import type { CorrectOutcomeRequest, Outcome } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { StatisticsService } from '@tapaamo/statistics';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { Participant } from '../participant.entity.js';
import { CLIENT_SIDE } from '../people/client-side.js';
import { reachedVisit, type ReachedVisit } from '../reach/reached-visit.js';
import { VisitChanges } from '../visit-changes.js';
import type { VisitRow } from '../visit.entity.js';
import { OutcomeImpossibleError, VisitNotEndedError } from '../visit.errors.js';

/** The use case "a professional corrects what became of a visit". */
@Injectable()
export class CorrectOutcomeService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly bookings: BookingRepository,
    private readonly statistics: StatisticsService,
    private readonly changes: VisitChanges,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives a visit that is over another outcome, as long as it is not forgotten. When it is forgotten stays: that counts
   * from what happened, which a word does not change. What is so already changes nothing.
   *
   * Whoever reaches the visit may: who stands in for its professional, leads their team or has it shared was there, too.
   *
   * @throws DeniedOrMissingError; VisitNotEndedError (`visit.not-ended`);
   *   BookingChangedError (`booking.changed-meanwhile`); OutcomeImpossibleError (`visit.outcome-impossible`)
   */
  async correct(
    actor: StaffActor,
    visitId: string,
    { version, outcome, reason }: CorrectOutcomeRequest,
  ): Promise<void> {
    const { organisationId } = actor;
    await this.scope.of(organisationId, async (tx) => {
      const { visit, booking, relation } = await this.#ended(tx, actor, visitId);
      if (booking.version !== version) {
        throw new BookingChangedError();
      }
      const before = booking.status;
      if (!isOutcome(before) || before === outcome) {
        return;
      }
      await this.#checkFacts(tx, visit, booking, outcome);
      const correctedAt = this.clock.now();
      await this.bookings.correct(tx, booking, { before, outcome, reason, correctedAt, relation });
      await this.statistics.recountVisit(tx, booking, { before, after: outcome });
      await this.changes.announce(tx, { organisationId, visitId });
      await this.audit.append(tx, {
        ...byStaff(actor),
        event: 'visit.outcome-corrected',
        target: { kind: 'visit', id: visitId },
        details: { before, after: outcome, reason },
      });
    });
  }

  async #ended(tx: EntityManager, actor: StaffActor, visitId: string): Promise<ReachedVisit> {
    const options = { now: this.clock.now(), lock: true };
    const reached = await reachedVisit(tx, actor, visitId, options);
    if (reached.visit.endedAt === null) {
      throw new VisitNotEndedError();
    }
    return reached;
  }

  /** What was held was held, nobody is called absent who came, and what has not begun was neither held nor missed. */
  async #checkFacts(
    tx: EntityManager,
    { id: visitId, lastMetAt }: VisitRow,
    booking: BookingRow,
    outcome: Outcome,
  ): Promise<void> {
    const came = { visitId, role: In(CLIENT_SIDE), arrivedAt: Not(IsNull()) };
    const isAhead = outcome !== 'cancelled' && booking.startsAt > this.clock.now();
    const isHeld = outcome !== 'fulfilled' && lastMetAt !== null;
    if (isAhead || isHeld || (outcome === 'noshow' && (await tx.existsBy(Participant, came)))) {
      throw new OutcomeImpossibleError();
    }
  }
}
