import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock, DeniedOrMissingError, Randomness, localDateOf } from '@tapaamo/common';
import {
  HOLD_REASONS,
  type AuditDetails,
  type AuditEventName,
  type MissedReview,
  type RequestHoldRequest,
} from '@tapaamo/contracts';
import { OrganisationScope, onceCommitted } from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import { Organisation } from '@tapaamo/organisation';
import { VisitHolding } from '@tapaamo/vault';
import { HoldVisit } from '@tapaamo/visit';
import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';
import {
  LIVING,
  confirmed,
  extended,
  released,
  reviewFrom,
  withdrawn,
  type HoldChange,
} from './hold-state.js';
import { HoldAlreadyError, HoldNotReadyError } from './legal-hold.errors.js';
import { LegalHold } from './legal-hold.entity.js';

/** What is told of one hold. */
type HoldEvent = Exclude<Extract<AuditEventName, `hold.${string}`>, 'hold.rule-changed'>;

const HELD = { lock: { mode: 'pessimistic_write' } } as const;

/**
 * Legal holds and restrictions, as admins and data protection officers decide on them. None of it shows anything of a visit:
 * they need not reach it.
 */
@Injectable()
export class LegalHolds {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly visits: HoldVisit,
    private readonly holding: VisitHolding,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly logger: Logger,
  ) {}

  /**
   * Asks another person to confirm a hold. Nothing is held yet: what is due meanwhile is forgotten.
   *
   * @throws DeniedOrMissingError, VisitNotEndedError, HoldAlreadyError, ReviewDayError
   */
  async request(
    actor: StaffActor,
    visitId: string,
    { reason, reviewBy }: RequestHoldRequest,
  ): Promise<void> {
    const { organisationId, professionalId } = actor;
    const act = this.#act(actor);
    const review = reviewFrom(act.today, reviewBy);
    await this.scope.of(organisationId, async (tx) => {
      // Not by the guard alone: of a held visit it is told that it is.
      await requireNone(tx, actor, visitId);
      await this.visits.requireOver(tx, { visitId, organisationId });
      await requireNone(tx, actor, visitId);
      const { holdMissedReview } = await tx.findOneByOrFail(Organisation, { id: organisationId });
      const { kind, basis } = HOLD_REASONS[reason];
      await tx.insert(LegalHold, {
        ...{ id: this.randomness.uuid(), organisationId, visitId, kind, reason, basis },
        ...{ state: 'requested', requestedBy: professionalId, requestedAt: act.now },
        ...{ ...review, onMissed: holdMissedReview },
      });
      const details = { kind, reason, reviewBy };
      await this.#tell(tx, actor, { visitId, event: 'hold.requested', details });
    });
  }

  /**
   * Another person confirms it: from then on nobody ordinary reads anything of the visit, and it is not erased. First it is
   * hidden, and once that is committed its key is sealed; where that fails the job runner does it.
   *
   * @throws DeniedOrMissingError, also when the visit is due by now; HoldStateChangedError, SecondPersonError,
   *   HoldNotReadyError
   */
  async confirm(actor: StaffActor, holdId: string): Promise<void> {
    await this.#change(actor, holdId, async (tx, hold) => {
      const change = confirmed(hold, this.#act(actor));
      if (!(await this.holding.isReady(holdId))) {
        throw new HoldNotReadyError();
      }
      const { visitId, organisationId } = hold;
      await this.visits.hold(tx, { visitId, organisationId });
      await this.#tell(tx, actor, { visitId, event: 'hold.confirmed', details: {} });
      await onceCommitted(tx, async () => {
        await this.holding
          .hold({ holdId, visitId, organisationId })
          .catch((error: unknown) => this.logger.error('hold.not-sealed', { visitId }, error));
      });
      return change;
    });
  }

  /** Takes a request back; anybody who may confirm may. @throws DeniedOrMissingError, HoldStateChangedError */
  async withdraw(actor: StaffActor, holdId: string): Promise<void> {
    await this.#change(actor, holdId, async (tx, hold) => {
      const change = withdrawn(hold);
      await this.#tell(tx, actor, { visitId: hold.visitId, event: 'hold.withdrawn', details: {} });
      return change;
    });
  }

  /** Notes a review: it goes on. @throws DeniedOrMissingError, HoldStateChangedError, ExtendedEnoughError, ReviewDayError */
  async extend(actor: StaffActor, holdId: string, reviewBy: string): Promise<void> {
    await this.#change(actor, holdId, async (tx, hold) => {
      const change = extended(hold, this.#act(actor), reviewBy);
      const details = { reviewBy };
      await this.#tell(tx, actor, { visitId: hold.visitId, event: 'hold.extended', details });
      return change;
    });
  }

  /**
   * Ends a hold: the job runner gives the key back within moments. What is due by then goes with the next sweep.
   *
   * @param personTold - That who asked for a restriction knows it.
   * @throws DeniedOrMissingError, HoldStateChangedError, TellFirstError
   */
  async release(actor: StaffActor, holdId: string, personTold: boolean): Promise<void> {
    await this.#change(actor, holdId, async (tx, hold) => {
      const change = released(hold, this.#act(actor), personTold);
      const details = { by: 'staff', personTold } as const;
      await this.#tell(tx, actor, { visitId: hold.visitId, event: 'hold.released', details });
      return change;
    });
  }

  /** What a missed review does to holds that are requested from now on. */
  async choose(actor: StaffActor, onMissed: MissedReview): Promise<void> {
    const { organisationId: id } = actor;
    await this.scope.of(id, async (tx) => {
      await tx.update(Organisation, { id }, { holdMissedReview: onMissed });
      const target = { kind: 'organisation', id } as const;
      const details = { onMissed };
      await this.audit.append(tx, {
        ...byStaff(actor),
        event: 'hold.rule-changed',
        target,
        details,
      });
    });
  }

  async #change(
    { organisationId }: StaffActor,
    id: string,
    decide: (tx: EntityManager, hold: LegalHold) => Promise<HoldChange>,
  ): Promise<void> {
    await this.scope.of(
      organisationId,
      async (tx) => {
        const hold = await tx.findOne(LegalHold, { where: { id, organisationId }, ...HELD });
        if (hold === null) {
          throw new DeniedOrMissingError();
        }
        await tx.update(LegalHold, { id }, await decide(tx, hold));
      },
      'holding a visit',
    );
  }

  #act({ professionalId: by }: StaffActor) {
    const now = this.clock.now();
    return { by, now, today: localDateOf(now) };
  }

  async #tell<Event extends HoldEvent>(
    tx: EntityManager,
    actor: StaffActor,
    { visitId, event, details }: { visitId: string; event: Event; details: AuditDetails<Event> },
  ): Promise<void> {
    const target = { kind: 'visit', id: visitId } as const;
    await this.audit.append(tx, { ...byStaff(actor), event, details, target });
  }
}

/** @throws HoldAlreadyError */
async function requireNone(
  tx: EntityManager,
  { organisationId }: StaffActor,
  visitId: string,
): Promise<void> {
  if (await tx.existsBy(LegalHold, { visitId, organisationId, state: In([...LIVING]) })) {
    throw new HoldAlreadyError();
  }
}
