import { Injectable } from '@nestjs/common';
import { Randomness, newSecret } from '@tapaamo/common';
import type { Language, ProviderSignOutQuery } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Not, type EntityManager } from 'typeorm';
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
  async sessionsOf({ iss, sid }: ProviderSignOutQuery): Promise<TransactionOwner[]> {
    const hash = providerSessionHash(iss, sid);
    const rows = await this.scope.holding({ kind: 'provider_session', hash }, (tx) =>
      tx.findBy(IdentificationRow, { providerSessionHash: hash }),
    );
    return rows.map(({ organisationId, visitId, participantId, sessionId }) => ({
      organisationId,
      visitId,
      participantId,
      sessionId,
    }));
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
}
