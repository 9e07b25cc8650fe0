import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock, addPeriod } from '@tapaamo/common';
import { OrganisationScope } from '@tapaamo/database';
import { RetentionPolicy } from '@tapaamo/retention';
import type { EntityManager } from 'typeorm';
import { DueInstant } from '../ending/due-instant.js';
import { lockVisit } from '../lock-visit.js';
import { reachedVisit } from '../reach/reached-visit.js';
import { VisitChanges } from '../visit-changes.js';
import { VisitRow } from '../visit.entity.js';
import { NoRelationshipError, VisitNotEndedError } from '../visit.errors.js';
import { VisitsOfOneClient } from './visits-of-one-client.js';

/** The use cases "the client relationship is over" and "it goes on", for services whose clients are known until its end. */
@Injectable()
export class ClientRelationships {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly ofOneClient: VisitsOfOneClient,
    private readonly dueInstant: DueInstant,
    private readonly changes: VisitChanges,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * The client relationship of a visit that is over has ended: it and the client's other visits in the service, as far as
   * the actor decides about them, are due a period from now and never later than they were. There is no way back. Once it
   * was said, saying it again changes nothing.
   *
   * @throws DeniedOrMissingError, also for whom the visit is only shared with; VisitNotEndedError (`visit.not-ended`);
   *   NoRelationshipError (`visit.no-relationship`); KeysMissingError (`vault.keys-missing`)
   */
  async end(actor: StaffActor, visitId: string): Promise<void> {
    const now = this.clock.now();
    await this.#answer(actor, visitId, 'visit.relationship-ended', (tx, visit) =>
      this.dueInstant.endRelationship(tx, visit, now),
    );
  }

  /**
   * It goes on: it is asked about the client again a review period from now. When the visits are due stays.
   *
   * @throws As `end`
   */
  async goOn(actor: StaffActor, visitId: string): Promise<void> {
    const now = this.clock.now();
    await this.#answer(actor, visitId, 'visit.relationship-goes-on', async (tx, visit) => {
      const { id, retentionPolicyId } = visit;
      const policy = await tx.findOneByOrFail(RetentionPolicy, { id: retentionPolicyId });
      const next = policy.reviewPeriod === null ? null : addPeriod(now, policy.reviewPeriod);
      await tx.update(VisitRow, { id }, { relationshipReviewAt: next });
    });
  }

  /**
   * The visits of one client relationship that has not ended, as far as the actor decides about them: those that `end` would
   * reach.
   *
   * @returns Their ids.
   * @throws As `end`
   */
  async visitsOf(tx: EntityManager, actor: StaffActor, visitId: string): Promise<string[]> {
    const visitIds = await this.#find(tx, actor, visitId);
    if (visitIds === null) {
      throw new NoRelationshipError();
    }
    return visitIds;
  }

  /** @returns Null when it was said before that it is over. */
  async #find(tx: EntityManager, actor: StaffActor, visitId: string): Promise<string[] | null> {
    const options = { now: this.clock.now(), toDecide: true };
    const reached = await reachedVisit(tx, actor, visitId, options);
    const { endedAt, relationshipEndedAt, relationshipReviewAt } = reached.visit;
    if (endedAt === null) {
      throw new VisitNotEndedError();
    }
    if (relationshipEndedAt !== null) {
      return null;
    }
    if (relationshipReviewAt === null) {
      throw new NoRelationshipError();
    }
    return this.ofOneClient.find(tx, actor, reached);
  }

  async #answer(
    actor: StaffActor,
    visitId: string,
    event: 'visit.relationship-ended' | 'visit.relationship-goes-on',
    answer: (tx: EntityManager, visit: VisitRow) => Promise<void>,
  ): Promise<void> {
    const { organisationId } = actor;
    await this.scope.of(organisationId, async (tx) => {
      const visitIds = await this.#find(tx, actor, visitId);
      if (visitIds === null) {
        return;
      }
      const visits: string[] = [];
      for (const id of visitIds) {
        const visit = await lockVisit(tx, id);
        // Somebody else may have said so, or called it off, meanwhile.
        if (visit !== null && visit.relationshipReviewAt !== null) {
          await answer(tx, visit);
          await this.changes.announce(tx, { organisationId, visitId: id });
          visits.push(id);
        }
      }
      const target = { kind: 'visit', id: visitId } as const;
      const details = { count: visits.length };
      await this.audit.append(tx, { ...byStaff(actor), event, target, visits, details });
    });
  }
}
