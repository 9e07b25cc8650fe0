import { Injectable } from '@nestjs/common';
import { Clock, Randomness, doublingMs } from '@tapaamo/common';
import type { RecordTarget } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import { LessThan, type EntityManager } from 'typeorm';
import { RecordSecretSealedError } from '../record-system.errors.js';
import { RecordGate, type Told } from '../settings/record-gate.js';
import { RecordSecrets } from '../settings/record-secrets.js';
import { RecordSystem, lockedSystem } from '../settings/record-system.entity.js';
import { inTurns } from './in-turns.js';
import { RecordAttempt } from './record-attempt.entity.js';
import { RecordMessages } from './record-messages.js';
import { IS_WANTED, RecordNotice } from './record-notice.entity.js';

/** From five seconds up to six hours, and so on until the visit is forgotten. */
const BACK_OFF_SECONDS = { first: 5, longest: 6 * 3_600 } as const;

/** Record systems that are told at once: each has one connection, and a hanging one holds it for ten seconds. */
const AT_ONCE = 8;

/** How long a notice in hand is nobody else's: longer than an attempt takes. */
const IN_HAND_MS = 60_000;

/** How long it is kept when it was tried to tell something. */
const ATTEMPTS_KEPT_MS = 30 * 86_400_000;

/** What may be told now: of an organisation in use that wants it, of a visit that is not due to be forgotten. */
const MAY_BE_TOLD = `EXISTS (SELECT FROM visit
    JOIN organisation ON organisation.id = visit.organisation_id AND organisation.disabled_at IS NULL
    JOIN record_system system ON system.organisation_id = visit.organisation_id
  WHERE visit.booking_id = notice.booking_id AND visit.purge_due_at > :now
    AND ${IS_WANTED})`;

/** Tells record systems what there is to tell. Several runners may do it at once. */
@Injectable()
export class RecordDelivery {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly messages: RecordMessages,
    private readonly secrets: RecordSecrets,
    private readonly gate: RecordGate,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly logger: Logger,
  ) {}

  /**
   * Tells what waits, until it is taken or forgotten, in turns. A system that did not take one is left alone until the next
   * run. @returns How many were taken.
   */
  async deliverDue(target: RecordTarget): Promise<number> {
    await this.#sealAnew();
    let taken = 0;
    await inTurns<RecordNotice>({
      atOnce: AT_ONCE,
      claim: (except) => this.#claim(target, except),
      deliver: async (notice) => {
        const told = await this.#deliver(notice);
        taken += told?.failure === null ? 1 : 0;
        return told === null || told.failure === null;
      },
    });
    await this.#dropOldAttempts();
    return taken;
  }

  /** Takes one notice and moves its next attempt ahead before it is tried: a crash repeats it with the same id. */
  async #claim(target: RecordTarget, except: readonly string[]): Promise<RecordNotice | null> {
    const now = this.clock.now();
    return this.scope.everywhere('telling record systems', async (tx) => {
      const notice = await tx
        .createQueryBuilder(RecordNotice, 'notice')
        .where('notice.target = :target AND notice.accepted_at IS NULL', { target })
        .andWhere('(notice.next_attempt_at IS NULL OR notice.next_attempt_at <= :now)', { now })
        .andWhere('(notice.in_hand_until IS NULL OR notice.in_hand_until <= :now)')
        .andWhere('notice.organisation_id <> ALL (:except)', { except })
        .andWhere(MAY_BE_TOLD)
        .orderBy('notice.next_attempt_at', 'ASC', 'NULLS FIRST')
        .limit(1)
        .setLock('pessimistic_write')
        .setOnLocked('skip_locked')
        .getOne();
      if (notice === null) {
        return null;
      }
      const { bookingId } = notice;
      notice.attempts += 1;
      notice.inHandUntil = new Date(now.getTime() + IN_HAND_MS);
      const { attempts, inHandUntil } = notice;
      await tx.update(RecordNotice, { bookingId, target }, { attempts, inHandUntil });
      return notice;
    });
  }

  /** @returns Null when it was not tried: it is told anew, or forgotten. */
  async #deliver(notice: RecordNotice): Promise<Told | null> {
    const { organisationId, target, event, attempts } = notice;
    const told = await this.#tell(notice);
    if (told === null) {
      const { bookingId } = notice;
      await this.scope.of(organisationId, (tx) =>
        tx.update(RecordNotice, { bookingId, target }, { inHandUntil: null }),
      );
      return null;
    }
    await this.scope.of(organisationId, async (tx) => {
      await tx.insert(RecordAttempt, {
        id: this.randomness.uuid(),
        organisationId,
        at: this.clock.now(),
        target,
        event,
        ...told,
      });
      await this.#note(tx, notice, told);
    });
    const about = { organisationId, bookingId: notice.bookingId, channel: target, event };
    if (told.failure === null) {
      this.logger.info('record-system.told', about);
    } else {
      const { failure: code, status } = told;
      const answered = status === null ? {} : { status };
      const why = { ...about, attempt: attempts, code, ...answered };
      this.logger.warn('record-system.not-told', why);
    }
    return told;
  }

  async #tell(notice: RecordNotice): Promise<Told | null> {
    try {
      const message = await this.scope.of(notice.organisationId, (tx) =>
        this.messages.of(tx, notice),
      );
      return message === null ? null : await this.gate.send(notice.organisationId, message);
    } catch (error) {
      if (!(error instanceof RecordSecretSealedError)) {
        this.logger.error('record-system.failed', { bookingId: notice.bookingId }, error);
      }
      return {
        status: null,
        failure: error instanceof RecordSecretSealedError ? 'sealed' : 'failed',
      };
    }
  }

  /** What was told by now stays untouched when there is something newer to tell. */
  async #note(tx: EntityManager, notice: RecordNotice, { failure }: Told): Promise<void> {
    const { bookingId, target, version, attempts } = notice;
    const now = this.clock.now();
    await tx.update(RecordNotice, { bookingId, target }, { inHandUntil: null });
    if (failure === null) {
      await tx.update(RecordNotice, { bookingId, target, version }, { acceptedAt: now });
      return;
    }
    const nextAttemptAt = new Date(now.getTime() + doublingMs(attempts, BACK_OFF_SECONDS));
    await tx.update(RecordNotice, { bookingId, target, version }, { nextAttemptAt });
    if (failure === 'unreachable') {
      // Where nobody answers the others need not be tried one by one.
      await tx.query(
        `UPDATE record_notice SET next_attempt_at = $3, attempts = greatest(attempts, $4)
         WHERE organisation_id = $1 AND target = $2 AND accepted_at IS NULL
           AND (next_attempt_at IS NULL OR next_attempt_at < $3)`,
        [notice.organisationId, target, nextAttemptAt, attempts],
      );
    }
  }

  /** After a change of ACCOUNT_SECRET nothing stays under the former one. What cannot be done stops no telling. */
  async #sealAnew(): Promise<void> {
    const systems = await this.scope.everywhere('telling record systems', (tx) =>
      tx.find(RecordSystem),
    );
    for (const { organisationId } of systems.filter((one) => this.secrets.resealed(one) !== null)) {
      await this.scope
        .of(organisationId, async (tx) => {
          const present = await lockedSystem(tx, organisationId);
          const anew = present === null ? null : this.secrets.resealed(present);
          if (anew !== null) {
            await tx.update(RecordSystem, { organisationId }, anew);
          }
        })
        .catch((error: unknown) => {
          this.logger.error('record-system.not-sealed-anew', { organisationId }, error);
        });
    }
  }

  async #dropOldAttempts(): Promise<void> {
    const at = LessThan(new Date(this.clock.nowMs() - ATTEMPTS_KEPT_MS));
    await this.scope.everywhere('telling record systems', (tx) => tx.delete(RecordAttempt, { at }));
  }
}
