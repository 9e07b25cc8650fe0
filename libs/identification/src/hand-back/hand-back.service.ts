import { Injectable } from '@nestjs/common';
import { Clock, Randomness, equalInConstantTime, hashSecret, newSecret } from '@tapaamo/common';
import type { BrowserKind, HandBack, IdentificationProgress } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Vault } from '@tapaamo/vault';
import { IsNull, MoreThan, Not, type EntityManager } from 'typeorm';
import type { CompleteIdentification } from '../identification-acts.js';
import { HandBackOverError } from '../identification.errors.js';
import { IdentificationRepository, type KeptIdentification } from '../identification.repository.js';
import { IdentificationTransactionRow } from '../transaction/identification-transaction.entity.js';
import type { TransactionOwner } from '../transaction/identification-transaction.repository.js';
import { HandBackRefusal } from './hand-back-refusal.entity.js';
import { HandBackRow, type SealedHandBack } from './hand-back.entity.js';
import { HandBackRows } from './hand-back.repository.js';
import { matchNumber } from './match-number.js';

/** How long the person has to type the number, in seconds. */
const CONFIRM_SECONDS = 120;

/** Where an identification began that came back elsewhere. */
export interface Beginning {
  begunAt: Date;
  begunOn: BrowserKind;
  /** End of the transaction's ten minutes. */
  endsAt: Date;
}

/** What the browser that an identification came back in is given: for its cookie. */
export interface NewHandBack {
  secret: string;
  expiresAt: Date;
}

/**
 * Identifications that came back in another browser than they began in: a bank's app opens the phone's default browser,
 * while the link was opened in another one.
 *
 * What must not happen: somebody who holds a link begins on their own page, gets somebody else to identify (a link in a
 * message, a call), and their page becomes that person. So nothing goes to the page where it began until the person who
 * identified says so, in the browser where they did: bound to it by a cookie of its own, by typing the number that stands
 * only on the page where it began, once, within two minutes, on a device of the same kind. Who does not see that page
 * cannot hit the number by carelessness, as they could hit "yes"; who is told it by telephone is told beside the field not
 * to type it, and when and in what browser the page was opened. A no or a wrong number ends it, the professional sees that.
 *
 * The other way round, a stranger's return address opened in somebody's browser touches no door session there: what it
 * brings belongs to the session where it began, or to nobody.
 */
@Injectable()
export class HandBackService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly vault: Vault,
    private readonly rows: HandBackRows,
    private readonly identifications: IdentificationRepository,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** Holds a verdict for the session where it began, bound to the browser it came back in. @throws VaultSealedError */
  async hold(
    tx: EntityManager,
    owner: TransactionOwner,
    { sealed, endedBy }: KeptIdentification,
    { begunAt, begunOn, endsAt }: Beginning,
  ): Promise<NewHandBack> {
    const secret = newSecret(this.randomness);
    const soon = new Date(this.clock.nowMs() + CONFIRM_SECONDS * 1000);
    const expiresAt = soon < endsAt ? soon : endsAt;
    await this.rows.hold(tx, owner, {
      browserHash: hashSecret('hand-back', secret),
      endedBy,
      expiresAt,
      sealed: {
        identification: sealed,
        number: matchNumber(this.randomness),
        begunAt: begunAt.toISOString(),
        begunOn,
        endsAt: endsAt.toISOString(),
      },
    });
    await this.identifications.tellReturn(tx, owner);
    return { secret, expiresAt };
  }

  /** Somebody identified on another kind of device: nothing is held, and the professional sees it. */
  async refuseOtherDevice(
    owner: TransactionOwner,
    announce: CompleteIdentification['announce'],
  ): Promise<void> {
    await this.scope.of(owner.organisationId, async (tx) => {
      await announce(tx, owner);
      await this.rows.keepRefusal(tx, owner);
      await this.identifications.tellRefusal(tx, owner, 'other-device', 'unknown');
    });
  }

  /**
   * Whose identification came back in this browser; whether it can still be answered is asked by who answers.
   *
   * @param secret - Of the browser's cookie.
   * @throws HandBackOverError (`identification.hand-back-over`)
   */
  async ownerOf(secret: string): Promise<TransactionOwner> {
    const hash = hashSecret('hand-back', secret);
    const row = await this.scope.holding({ kind: 'hand_back', hash }, (tx) =>
      tx.findOneBy(HandBackRow, { browserHash: hash }),
    );
    if (row === null) {
      throw new HandBackOverError();
    }
    const { organisationId, visitId, participantId, sessionId } = row;
    return { organisationId, visitId, participantId, sessionId };
  }

  /** When and where it began, for the person who confirms; never the number. @throws HandBackOverError */
  async look(
    tx: EntityManager,
    secret: string,
  ): Promise<Pick<HandBack, 'begunAt' | 'begunOn' | 'expiresAt'>> {
    const { row, sealed } = await this.#held(tx, secret);
    const { begunAt, begunOn } = sealed;
    return { begunAt, begunOn, expiresAt: row.expiresAt.toISOString() };
  }

  /**
   * The person who identified typed the number of the page where it began: that page may fetch the verdict. One attempt;
   * a wrong number ends it.
   *
   * @returns Whether it was the right one.
   * @throws HandBackOverError (`identification.hand-back-over`)
   */
  async confirm(tx: EntityManager, secret: string, number: string): Promise<boolean> {
    const { row, sealed } = await this.#held(tx, secret);
    if (!equalInConstantTime(Buffer.from(sealed.number), Buffer.from(number))) {
      await this.#end(tx, row, 'number-wrong');
      return false;
    }
    const change = { state: 'confirmed', expiresAt: new Date(sealed.endsAt) } as const;
    await tx.update(HandBackRow, { id: row.id }, change);
    await this.rows.answered(tx, row);
    return true;
  }

  /** The person who identified gives it to nobody. @throws HandBackOverError (`identification.hand-back-over`) */
  async refuse(tx: EntityManager, secret: string): Promise<void> {
    const { row } = await this.#held(tx, secret);
    await this.#end(tx, row, 'not-confirmed');
  }

  /** How far an identification of this door session has come, for the page where it began. */
  async progress(tx: EntityManager, sessionId: string): Promise<IdentificationProgress> {
    const now = this.clock.now();
    const row = await tx.findOneBy(HandBackRow, { sessionId });
    const isLive = row !== null && row.expiresAt > now;
    if (isLive && row.state === 'held') {
      const { number } = await this.rows.open(tx, row);
      return { state: 'returned', number, expiresAt: row.expiresAt.toISOString() };
    }
    if (isLive && row.state === 'confirmed') {
      return { state: 'confirmed' };
    }
    const underWay = { sessionId, expiresAt: MoreThan(now) };
    if (await tx.existsBy(IdentificationTransactionRow, underWay)) {
      return { state: 'away' };
    }
    return { state: row?.state === 'refused' ? 'refused' : 'none' };
  }

  /**
   * The page where it began fetches the verdict, once.
   *
   * @throws HandBackOverError (`identification.hand-back-over`) when nothing was confirmed; VaultSealedError
   */
  async pickUp(tx: EntityManager, owner: TransactionOwner): Promise<void> {
    const row = await this.rows.takeConfirmed(tx, owner.sessionId);
    if (row === null) {
      throw new HandBackOverError();
    }
    const { identification } = await this.rows.open(tx, row);
    const sealed = { ...identification, handedBack: true as const };
    const kept = { sealed, endedBy: row.providerSessionHash };
    await this.identifications.store(tx, owner, kept, true);
  }

  /** Participants of a visit for whom somebody tried to hand back an identification that was not confirmed, once or more. */
  async refusedIn(tx: EntityManager, visitId: string): Promise<Set<string>> {
    const rows = await tx.findBy(HandBackRefusal, { visitId, refusedAt: Not(IsNull()) });
    return new Set(rows.map(({ participantId }) => participantId));
  }

  /** The same for whom one was neither confirmed nor refused: whoever is frightened closes the page. */
  async unansweredIn(tx: EntityManager, visitId: string): Promise<Set<string>> {
    return this.rows.unansweredIn(tx, visitId);
  }

  /** Until when what came back for people of a visit can be answered in the other browser, the earliest of each. */
  async openUntil(tx: EntityManager, visitId: string): Promise<Map<string, Date>> {
    return this.rows.openUntil(tx, visitId);
  }

  /** The row is locked, so that of two answers at the same time one counts. */
  async #held(
    tx: EntityManager,
    secret: string,
  ): Promise<{ row: HandBackRow; sealed: SealedHandBack }> {
    const row = await tx.findOne(HandBackRow, {
      where: {
        browserHash: hashSecret('hand-back', secret),
        state: 'held',
        expiresAt: MoreThan(this.clock.now()),
      },
      lock: { mode: 'pessimistic_write' },
    });
    if (row === null) {
      throw new HandBackOverError();
    }
    return { row, sealed: await this.rows.open(tx, row) };
  }

  async #end(
    tx: EntityManager,
    row: HandBackRow,
    reason: 'number-wrong' | 'not-confirmed',
  ): Promise<void> {
    await this.rows.end(tx, row);
    await this.identifications.tellRefusal(tx, row, reason, 'unknown');
  }
}
