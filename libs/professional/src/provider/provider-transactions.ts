import { Injectable } from '@nestjs/common';
import { Clock, Randomness, equalInConstantTime, hashSecret, newSecret } from '@tapaamo/common';
import { OrganisationScope } from '@tapaamo/database';
import { LessThanOrEqual, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { AccountSecrets } from '../second-factor/account-secrets.js';
import { ProviderSignInExpiredError } from './provider.errors.js';
import { SignInTransaction } from './sign-in-transaction.entity.js';
import type { SignInSecrets } from './staff-relying-party.js';

/** How long a person may take at the provider, in milliseconds. */
export const PROVIDER_SIGN_IN_MS = 10 * 60_000;

const sealedSchema = z.object({
  nonce: z.string(),
  verifier: z.string(),
  /** Where they were sent: another provider's answer is none for this request. */
  issuer: z.string(),
  next: z.string().nullable(),
});

/** What is sealed of a sign-in under way. */
export type SealedSignIn = z.infer<typeof sealedSchema>;

/**
 * Staff on their way to a provider, keyed by `state` in the database instead of a session: two tabs and a restart of ours
 * work, and a stranger's answer finds nothing.
 */
@Injectable()
export class ProviderTransactions {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly accountSecrets: AccountSecrets,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** Fresh secrets of 256 bits each. */
  newSecrets(): SignInSecrets {
    return {
      state: newSecret(this.randomness),
      nonce: newSecret(this.randomness),
      verifier: newSecret(this.randomness),
    };
  }

  /**
   * Keeps a sign-in for ten minutes; the organisation's expired ones go at the same time.
   *
   * @param browserHash - Hash of the cookie of the browser that asks.
   */
  async begin(
    organisationId: string,
    browserHash: Buffer,
    state: string,
    sealed: SealedSignIn,
  ): Promise<void> {
    const createdAt = this.clock.now();
    const stateHash = hashOf(state);
    await this.scope.of(organisationId, async (tx) => {
      await tx.delete(SignInTransaction, { organisationId, expiresAt: LessThanOrEqual(createdAt) });
      await tx.insert(SignInTransaction, {
        stateHash,
        organisationId,
        browserHash,
        sealed: this.accountSecrets.seal(placeOf(stateHash), Buffer.from(JSON.stringify(sealed))),
        createdAt,
        expiresAt: new Date(createdAt.getTime() + PROVIDER_SIGN_IN_MS),
      });
    });
  }

  /**
   * Takes a sign-in out, once: whoever comes second, from another browser or too late finds nothing, and a state that
   * leaked is spent by the first attempt.
   *
   * @throws ProviderSignInExpiredError (`sign-in-provider.expired`)
   */
  async take(
    state: string,
    browserHash: Buffer,
  ): Promise<SealedSignIn & { organisationId: string }> {
    const stateHash = hashOf(state);
    const known = await this.scope.holding({ kind: 'sign_in_state', hash: stateHash }, (tx) =>
      tx.findOneBy(SignInTransaction, { stateHash }),
    );
    // In a transaction of its own: what is refused below is spent all the same.
    const wasFirst =
      known !== null && (await this.scope.of(known.organisationId, (tx) => spend(tx, stateHash)));
    if (
      !wasFirst ||
      !equalInConstantTime(known.browserHash, browserHash) ||
      known.expiresAt <= this.clock.now()
    ) {
      throw new ProviderSignInExpiredError();
    }
    const clear = this.accountSecrets.open(placeOf(stateHash), known.sealed);
    if (clear === null) {
      throw new ProviderSignInExpiredError();
    }
    const { organisationId } = known;
    return { ...sealedSchema.parse(JSON.parse(clear.toString())), organisationId };
  }
}

/** Of two returns at the same time one deletes the row. */
async function spend(tx: EntityManager, stateHash: Buffer): Promise<boolean> {
  return (await tx.delete(SignInTransaction, { stateHash })).affected === 1;
}

function hashOf(state: string): Buffer {
  return hashSecret('sign-in-state', state);
}

function placeOf(stateHash: Buffer): string {
  return `sign-in transaction ${stateHash.toString('hex')}`;
}
