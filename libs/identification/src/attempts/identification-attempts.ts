import { Injectable } from '@nestjs/common';
import { Clock } from '@tapaamo/common';
import type { VerdictResult } from '@tapaamo/contracts';
import { MoreThan, MoreThanOrEqual, type EntityManager } from 'typeorm';
import type { TransactionOwner } from '../transaction/identification-transaction.repository.js';
import { IdentificationFailures } from './identification-failures.entity.js';
import { SeenOutage } from './seen-outage.entity.js';

/** So many in a row that fail or are somebody else's, and the link identifies nobody until the professional says so. */
const FAILURES_MAX = 5;

/** How long an outage that a person met with lets them wait without identification, in milliseconds. */
const OUTAGE_MS = 15 * 60_000;

/** What became of the attempts of a visit's people. */
export interface AttemptsOfVisit {
  /** Participants whose link identifies nobody for now. */
  locked: ReadonlySet<string>;
  /** Door sessions that could not identify because the provider failed. */
  failedByProvider: ReadonlySet<string>;
}

/**
 * Attempts to identify, by link and by door session. Both count what the server itself has seen, and only of who came
 * through the link: nobody locks a link that they do not hold, and nobody passes the door by telling of an outage.
 */
@Injectable()
export class IdentificationAttempts {
  constructor(private readonly clock: Clock) {}

  /** One that failed. */
  async failed(
    tx: EntityManager,
    { participantId, visitId, organisationId }: TransactionOwner,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO identification_failure (participant_id, visit_id, organisation_id, in_a_row) VALUES ($1, $2, $3, 1)
       ON CONFLICT (participant_id) DO UPDATE SET in_a_row = identification_failure.in_a_row + 1`,
      [participantId, visitId, organisationId],
    );
  }

  /** One that succeeded: as the booked person it ends the row; a guardian by another's link neither ends it nor counts. */
  async found(tx: EntityManager, owner: TransactionOwner, result: VerdictResult): Promise<void> {
    await tx.delete(SeenOutage, { sessionId: owner.sessionId });
    if (result === 'same-person') {
      await this.unlock(tx, owner.participantId);
    } else if (result !== 'guardian') {
      await this.failed(tx, owner);
    }
  }

  async isLocked(tx: EntityManager, participantId: string): Promise<boolean> {
    const inARow = MoreThanOrEqual(FAILURES_MAX);
    return tx.existsBy(IdentificationFailures, { participantId, inARow });
  }

  /** Counts anew. @returns Whether it was locked. */
  async unlock(tx: EntityManager, participantId: string): Promise<boolean> {
    const wasLocked = await this.isLocked(tx, participantId);
    await tx.delete(IdentificationFailures, { participantId });
    return wasLocked;
  }

  /** The provider failed while this session wanted to identify. */
  async sawOutage(
    tx: EntityManager,
    { sessionId, participantId, visitId, organisationId }: TransactionOwner,
  ): Promise<void> {
    const seen = { sessionId, participantId, visitId, organisationId, seenAt: this.clock.now() };
    await tx.upsert(SeenOutage, seen, ['sessionId']);
  }

  /** Whether the provider failed this session just now. */
  async hadOutage(tx: EntityManager, sessionId: string): Promise<boolean> {
    const since = new Date(this.clock.nowMs() - OUTAGE_MS);
    return tx.existsBy(SeenOutage, { sessionId, seenAt: MoreThan(since) });
  }

  async ofVisit(tx: EntityManager, visitId: string): Promise<AttemptsOfVisit> {
    const inARow = MoreThanOrEqual(FAILURES_MAX);
    const locked = await tx.findBy(IdentificationFailures, { visitId, inARow });
    const outages = await tx.findBy(SeenOutage, { visitId });
    return {
      locked: new Set(locked.map(({ participantId }) => participantId)),
      failedByProvider: new Set(outages.map(({ sessionId }) => sessionId)),
    };
  }

  /** Forgets the attempts of a visit, or of one participant of it. */
  async forget(
    tx: EntityManager,
    whose: { visitId: string; participantId?: string },
  ): Promise<void> {
    await tx.delete(IdentificationFailures, whose);
    await tx.delete(SeenOutage, whose);
  }
}
