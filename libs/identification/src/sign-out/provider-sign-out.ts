import { Injectable } from '@nestjs/common';
import { Randomness, newSecret } from '@tapaamo/common';
import type { Language, ProviderSignOutQuery } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Not, type EntityManager, type EntityTarget } from 'typeorm';
import { HandBackRow } from '../hand-back/hand-back.entity.js';
import { IdentificationRow } from '../identification.entity.js';
import { RelyingParty } from '../relying-party/relying-party.js';
import { IdentificationTransactionRow } from '../transaction/identification-transaction.entity.js';
import type { TransactionOwner } from '../transaction/identification-transaction.repository.js';
import { providerSessionHash } from './provider-session.js';

/**
 * Signing out, both ways: of whoever leaves us, at the provider, whose session would let the next person at a shared device
 * into other services; and of whoever leaves the provider or another service, here (suomi.fi's single sign-out).
 */
@Injectable()
export class ProviderSignOut {
  constructor(
    private readonly relyingParty: RelyingParty,
    private readonly scope: OrganisationScope,
    private readonly randomness: Randomness,
  ) {}

  /**
   * Where a person who has left us signs out of the provider, too. Holds nothing of them: no token is kept that could be
   * its hint.
   *
   * @returns Null where the provider has no such page, or cannot be asked now: nobody is sent to where nobody answers.
   */
  async address(language: Language): Promise<string | null> {
    return this.relyingParty.endSessionUrl(newSecret(this.randomness), language).catch(() => null);
  }

  /**
   * Whose door sessions began with a session of the provider. Empty when it is unknown, or another provider names it: the hash
   * is made of both.
   *
   * @param told - What the provider's hidden frame asks for.
   */
  async sessionsOf(told: ProviderSignOutQuery): Promise<TransactionOwner[]> {
    return this.#ownersIn(IdentificationRow, told);
  }

  /**
   * For which door sessions something is held that came back in another browser, by a session of the provider. To be ended
   * before `sessionsOf` is asked: what is fetched meanwhile is found there.
   */
  async heldFor(told: ProviderSignOutQuery): Promise<TransactionOwner[]> {
    return this.#ownersIn(HandBackRow, told);
  }

  /** Ends what is held for a door session: whoever identified has signed out, and it is nobody's. */
  async endHeld(
    tx: EntityManager,
    { sessionId }: TransactionOwner,
    { iss, sid }: ProviderSignOutQuery,
  ): Promise<void> {
    const hash = providerSessionHash(iss, sid);
    await tx.delete(HandBackRow, { sessionId, providerSessionHash: hash });
  }

  /**
   * A door session is over: nobody comes back to it from the provider, and the provider's own session is not known any
   * more. The verdict stays with the visit, which took place.
   */
  async forget(tx: EntityManager, sessionId: string): Promise<void> {
    await tx.delete(IdentificationTransactionRow, { sessionId });
    // What came back elsewhere is for nobody now; that one was refused stays for the professional to see.
    await tx.delete(HandBackRow, { sessionId, state: Not('refused') });
    await tx.update(IdentificationRow, { sessionId }, { providerSessionHash: null });
  }

  async #ownersIn(
    rows: EntityTarget<TransactionOwner & { providerSessionHash: Buffer | null }>,
    { iss, sid }: ProviderSignOutQuery,
  ): Promise<TransactionOwner[]> {
    const hash = providerSessionHash(iss, sid);
    const found = await this.scope.holding({ kind: 'provider_session', hash }, (tx) =>
      tx.findBy(rows, { providerSessionHash: hash }),
    );
    return found.map(({ organisationId, visitId, participantId, sessionId }) => ({
      organisationId,
      visitId,
      participantId,
      sessionId,
    }));
  }
}
