import { Injectable } from '@nestjs/common';
import { Clock, Randomness, equalInConstantTime, hashSecret, newSecret } from '@tapaamo/common';
import type { BrowserKind } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Vault } from '@tapaamo/vault';
import { LessThanOrEqual, type EntityManager } from 'typeorm';
import {
  IdentificationTransactionRow,
  type SealedTransaction,
} from './identification-transaction.entity.js';
import { TransactionExpiredError } from '../identification.errors.js';
import { TRANSACTION_SECONDS } from '../relying-party/relying-party.js';
import type { TransactionSecrets } from '../relying-party/request-parameters.js';

/** Whom a transaction is for. All ids are random UUIDs. */
export interface TransactionOwner {
  organisationId: string;
  visitId: string;
  participantId: string;
  /** The door session that asks. */
  sessionId: string;
}

/** Who asks. */
export interface AskingBrowser {
  browser: BrowserKind;
  /** Gives its session another cookie, in the transaction that keeps what it comes back to. @returns The new secret. */
  renew: (tx: EntityManager) => Promise<string>;
}

/** How long a browser may come back with the cookie that another tab of it has just changed, in milliseconds. */
const SAME_MOMENT_MS = 10_000;

/**
 * How often another browser may come back with one: once with a good code, and again should the provider fail just then. Each
 * return is an entry of the audit log and a request to the provider, whoever makes up the code.
 */
const ELSEWHERE_MAX = 3;

/** A transaction that came back. */
export interface TakenTransaction {
  owner: TransactionOwner;
  secrets: SealedTransaction;
  /** Whether to the browser it began in. */
  isOwnBrowser: boolean;
  begunAt: Date;
  endsAt: Date;
}

/**
 * People on their way to the identity provider, keyed by `state` in the database instead of a session: two tabs, a switch
 * to the bank's app and a restart of ours all work.
 */
@Injectable()
export class IdentificationTransactionRepository {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** Fresh secrets of 256 bits each. */
  newSecrets(): TransactionSecrets {
    return {
      state: newSecret(this.randomness),
      nonce: newSecret(this.randomness),
      verifier: newSecret(this.randomness),
    };
  }

  /**
   * Keeps a transaction for ten minutes; the organisation's expired ones go at the same time.
   *
   * @param startedAt - By the protocol's clock, in seconds since 1970.
   * @returns The secret that the browser's cookie holds from now on.
   * @throws VaultSealedError (`vault.sealed`) when the visit is forgotten or due; what `renew` throws.
   */
  async begin(
    owner: TransactionOwner,
    { browser, renew }: AskingBrowser,
    secrets: TransactionSecrets,
    startedAt: number,
  ): Promise<string> {
    const createdAt = this.clock.now();
    const stateHash = hashSecret('identification-state', secrets.state);
    const sealed: SealedTransaction = {
      nonce: secrets.nonce,
      verifier: secrets.verifier,
      startedAt,
      begunOn: browser,
    };
    return this.scope.of(owner.organisationId, async (tx) => {
      const secret = await renew(tx);
      await tx.delete(IdentificationTransactionRow, { expiresAt: LessThanOrEqual(createdAt) });
      await tx.insert(IdentificationTransactionRow, {
        ...owner,
        stateHash,
        browserHash: hashSecret('browser', secret),
        formerBrowserHash: null,
        reboundAt: null,
        envelope: await this.vault.seal(tx, owner.visitId, placeOf(stateHash), sealed),
        createdAt,
        expiresAt: new Date(createdAt.getTime() + TRANSACTION_SECONDS * 1000),
      });
      return secret;
    });
  }

  /**
   * Finds a transaction that came back. The browser that it began in takes it out with its first attempt, once: whoever
   * comes second or too late finds nothing. Another one spends it only with a good code (`spend`): who has seen an address
   * takes it from nobody. After three attempts elsewhere only its own browser has it.
   *
   * @param browserHash - Hash of the cookie of the browser that came back.
   * @throws TransactionExpiredError (`identification.transaction-expired`); VaultSealedError (`vault.sealed`)
   */
  async take(state: string, browserHash: Buffer): Promise<TakenTransaction> {
    const hash = hashSecret('identification-state', state);
    const known = await this.scope.holding({ kind: 'identification_state', hash }, (tx) =>
      tx.findOneBy(IdentificationTransactionRow, { stateHash: hash }),
    );
    if (known === null) {
      throw new TransactionExpiredError();
    }
    const { organisationId } = known;
    // In a transaction of its own: what is refused below is spent all the same.
    const row = await this.scope.of(organisationId, async (tx) => {
      const lock = { mode: 'pessimistic_write' } as const;
      const found = await tx.findOne(IdentificationTransactionRow, {
        where: { stateHash: hash },
        lock,
      });
      if (found === null) {
        return null;
      }
      if (this.#isOwn(found, browserHash)) {
        await tx.delete(IdentificationTransactionRow, { stateHash: hash });
        return found;
      }
      if (found.returnedElsewhere >= ELSEWHERE_MAX) {
        return null;
      }
      const returnedElsewhere = found.returnedElsewhere + 1;
      await tx.update(IdentificationTransactionRow, { stateHash: hash }, { returnedElsewhere });
      return found;
    });
    if (row === null || row.expiresAt <= this.clock.now()) {
      throw new TransactionExpiredError();
    }
    const { visitId, participantId, sessionId } = row;
    return {
      owner: { organisationId, visitId, participantId, sessionId },
      secrets: await this.scope.of(organisationId, (tx) =>
        this.vault.open<SealedTransaction>(tx, visitId, placeOf(row.stateHash), row.envelope),
      ),
      isOwnBrowser: this.#isOwn(row, browserHash),
      begunAt: row.createdAt,
      endsAt: row.expiresAt,
    };
  }

  /** Takes out what came back elsewhere. @throws TransactionExpiredError when somebody came back before */
  async spend(state: string, { organisationId }: TransactionOwner): Promise<void> {
    const stateHash = hashSecret('identification-state', state);
    const { affected } = await this.scope.of(organisationId, (tx) =>
      tx.delete(IdentificationTransactionRow, { stateHash }),
    );
    if (affected !== 1) {
      throw new TransactionExpiredError();
    }
  }

  /**
   * The browser of a session has another cookie now: what it has under way comes back to it all the same.
   *
   * @param former - Hash of the cookie of before, where another tab that comes back at this moment may still bear it.
   */
  async rebind(
    tx: EntityManager,
    sessionId: string,
    browserHash: Buffer,
    former: Buffer | null,
  ): Promise<void> {
    const rebound = {
      formerBrowserHash: former,
      reboundAt: former === null ? null : this.clock.now(),
    };
    await tx.update(IdentificationTransactionRow, { sessionId }, { browserHash, ...rebound });
  }

  #isOwn(row: IdentificationTransactionRow, browserHash: Buffer): boolean {
    const { formerBrowserHash: former, reboundAt } = row;
    const isJustNow =
      reboundAt !== null && reboundAt.getTime() > this.clock.nowMs() - SAME_MOMENT_MS;
    const isFormer = isJustNow && former !== null && equalInConstantTime(former, browserHash);
    return isFormer || equalInConstantTime(row.browserHash, browserHash);
  }
}

function placeOf(stateHash: Buffer): { table: string; rowId: string } {
  return { table: 'identification_transaction', rowId: stateHash.toString('hex') };
}
