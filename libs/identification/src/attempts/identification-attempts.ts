import { Injectable } from '@nestjs/common';
import { Clock } from '@tapaamo/common';
import type { ArrivalFinding } from '@tapaamo/contracts';
import { Any, MoreThan, MoreThanOrEqual, type EntityManager } from 'typeorm';
import type { TransactionOwner } from '../transaction/identification-transaction.repository.js';
import { IdentificationFailures } from './identification-failures.entity.js';
import { SeenOutage } from './seen-outage.entity.js';

/** So many in a row that are somebody else's or too weak, and the link identifies nobody for a while. */
const FAILURES_MAX = 5;

/** How long a link is locked, in milliseconds, unless the professional opens it before. */
const LOCKED_MS = 30 * 60_000;

/** How long an outage that a person met with lets them wait without identification, in milliseconds. */
const OUTAGE_MS = 15 * 60_000;

/** Who was clearly somebody else. A name without the booked code is no proof of that either: who has none would be locked out. */
const MISMATCHES: readonly ArrivalFinding[] = [
  'different-name',
  'different-code',
  'different-birth-date',
  'other-participant',
];

/** What became of the attempts of a visit's people. */
export interface AttemptsOfVisit {
  /** Participants whose link identifies nobody for now. */
  locked: ReadonlySet<string>;
  /** Door sessions that could not identify just now because the provider failed. */
  failedByProvider: ReadonlySet<string>;
}

/**
 * Attempts to identify, by link and by door session. Both count what the provider or the server itself has seen: a person
 * who was really identified there, or an outage. What a browser can make up counts for nothing: it locks no link, and lets
 * nobody pass the door.
 */
@Injectable()
export class IdentificationAttempts {
  constructor(private readonly clock: Clock) {}

  /** One that a provider's word stands for, and that was not the booked person's. */
  async failed(
    tx: EntityManager,
    { participantId, visitId, organisationId }: TransactionOwner,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO identification_failure (participant_id, visit_id, organisation_id, in_a_row, failed_at)
       VALUES ($1, $2, $3, 1, $4)
       ON CONFLICT (participant_id) DO UPDATE SET failed_at = excluded.failed_at,
         in_a_row = CASE WHEN identification_failure.failed_at > $5 THEN identification_failure.in_a_row + 1 ELSE 1 END`,
      [participantId, visitId, organisationId, this.clock.now(), this.#lockedSince()],
    );
  }

  /** One that succeeded: as the booked person it ends the row, as clearly somebody else it counts; anything else does neither. */
  async found(tx: EntityManager, owner: TransactionOwner, finding: ArrivalFinding): Promise<void> {
    await tx.delete(SeenOutage, { sessionId: owner.sessionId });
    if (finding === 'same-person') {
      await this.unlock(tx, owner.participantId);
    } else if (MISMATCHES.includes(finding)) {
      await this.failed(tx, owner);
    }
  }

  async isLocked(tx: EntityManager, participantId: string): Promise<boolean> {
    return tx.existsBy(IdentificationFailures, { participantId, ...this.#locking() });
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
    return tx.existsBy(SeenOutage, { sessionId, ...this.#justNow() });
  }

  async ofVisit(tx: EntityManager, visitId: string): Promise<AttemptsOfVisit> {
    const locked = await tx.findBy(IdentificationFailures, { visitId, ...this.#locking() });
    const outages = await tx.findBy(SeenOutage, { visitId, ...this.#justNow() });
    return {
      locked: new Set(locked.map(({ participantId }) => participantId)),
      failedByProvider: new Set(outages.map(({ sessionId }) => sessionId)),
    };
  }

  /** Participants of several visits whose link identifies nobody for now. */
  async lockedOf(tx: EntityManager, visitIds: readonly string[]): Promise<ReadonlySet<string>> {
    const visitId = Any([...visitIds]);
    const locked = await tx.findBy(IdentificationFailures, { visitId, ...this.#locking() });
    return new Set(locked.map(({ participantId }) => participantId));
  }

  /** Forgets the attempts of a visit, or of one participant of it. */
  async forget(
    tx: EntityManager,
    whose: { visitId: string; participantId?: string },
  ): Promise<void> {
    await tx.delete(IdentificationFailures, whose);
    await tx.delete(SeenOutage, whose);
  }

  #locking() {
    return { inARow: MoreThanOrEqual(FAILURES_MAX), failedAt: MoreThan(this.#lockedSince()) };
  }

  #justNow() {
    return { seenAt: MoreThan(new Date(this.clock.nowMs() - OUTAGE_MS)) };
  }

  #lockedSince(): Date {
    return new Date(this.clock.nowMs() - LOCKED_MS);
  }
}
