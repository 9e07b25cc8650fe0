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
        envelope: await this.vault.seal(tx, owner.visitId, placeOf(stateHash), sealed),
        createdAt,
        expiresAt: new Date(createdAt.getTime() + TRANSACTION_SECONDS * 1000),
      });
      return secret;
    });
  }

  /**
   * Takes a transaction out, once: whoever comes second or too late finds nothing, and a state that leaked is spent by the
   * first attempt.
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
    // In a transaction of its own: what is refused below is spent all the same.
    const row = await this.scope.of(known.organisationId, (tx) => takeRow(tx, hash));
    if (row === undefined || row.expiresAt <= this.clock.now()) {
      throw new TransactionExpiredError();
    }
    const { organisationId, visitId, participantId, sessionId } = row;
    return {
      owner: { organisationId, visitId, participantId, sessionId },
      secrets: await this.scope.of(organisationId, (tx) =>
        this.vault.open<SealedTransaction>(tx, visitId, placeOf(row.stateHash), row.envelope),
      ),
      isOwnBrowser: equalInConstantTime(row.browserHash, browserHash),
      begunAt: row.createdAt,
      endsAt: row.expiresAt,
    };
  }

  /** The browser of a session has another cookie now: what it has under way comes back to it all the same. */
  async rebind(tx: EntityManager, sessionId: string, browserHash: Buffer): Promise<void> {
    await tx.update(IdentificationTransactionRow, { sessionId }, { browserHash });
  }
}

function placeOf(stateHash: Buffer): { table: string; rowId: string } {
  return { table: 'identification_transaction', rowId: stateHash.toString('hex') };
}

/** Reads and deletes in one statement, so that of two returns at the same time one gets the row. */
async function takeRow(
  manager: EntityManager,
  stateHash: Buffer,
): Promise<IdentificationTransactionRow | undefined> {
  const [rows] = await manager.query<[IdentificationTransactionRow[], number]>(
    `DELETE FROM identification_transaction WHERE state_hash = $1
     RETURNING state_hash AS "stateHash", organisation_id AS "organisationId", visit_id AS "visitId", participant_id AS "participantId",
       session_id AS "sessionId", browser_hash AS "browserHash", envelope, created_at AS "createdAt",
       expires_at AS "expiresAt"`,
    [stateHash],
  );
  return rows[0];
}
