import type { SignInMeans } from '@tapaamo/contracts';
import type { EntityManager } from 'typeorm';
import { Professional } from '../professional.entity.js';
import { StartSignInAgainError } from '../professional.errors.js';
import { SignInProvider } from '../provider/sign-in-provider.entity.js';
import type { StaffRef } from './staff-changes.js';

/** By what somebody has proved who they are, and as of when: what has changed since then may have been to keep them out. */
export interface Proof extends StaffRef {
  means: SignInMeans;
  /** The account's, read before the proof was looked at. */
  signInEpoch: number;
  /** Of the settings of the provider that vouched for the person, when one did. */
  providerVersion?: number | undefined;
}

/**
 * Whether what somebody has proved still opens a session. Waits for whoever is ending the account's sessions, closing or
 * resetting it, or changing the provider, or lets them wait: they end what was opened before them.
 *
 * @throws StartSignInAgainError (`sign-in.start-again`)
 */
export async function requireStanding(tx: EntityManager, proof: Proof): Promise<void> {
  const { organisationId, professionalId, means, signInEpoch, providerVersion } = proof;
  const lock = { mode: 'pessimistic_read' } as const;
  const account = await tx.findOne(Professional, { where: { id: professionalId }, lock });
  if (account === null || account.deactivatedAt !== null || account.signInResetAt !== null) {
    throw new StartSignInAgainError();
  }
  if (account.signInEpoch !== signInEpoch) {
    throw new StartSignInAgainError();
  }
  if (means === 'oidc') {
    const provider = await tx.findOne(SignInProvider, { where: { organisationId }, lock });
    if (provider?.active !== true || provider.version !== providerVersion) {
      throw new StartSignInAgainError();
    }
  }
}

/**
 * What was proved of an account so far opens no session any more, and its calendar feed is over. Comes before its sessions
 * are ended.
 */
export async function voidProofs(tx: EntityManager, { professionalId }: StaffRef): Promise<void> {
  await tx.increment(Professional, { id: professionalId }, 'signInEpoch', 1);
}
