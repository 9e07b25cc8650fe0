import { Injectable } from '@nestjs/common';
import type { Language } from '@tapaamo/contracts';
import { Logger } from '@tapaamo/logging';
import {
  AssuranceTooLowError,
  IdentificationCancelledError,
  IdentificationRejectedError,
  IdentityProviderUnavailableError,
} from '../identification.errors.js';
import { IdentificationRepository } from '../identification.repository.js';
import { ProviderReachability } from '../outage/provider-reachability.js';
import type { IdentifiedPerson } from '../relying-party/identified-person.js';
import { RelyingParty } from '../relying-party/relying-party.js';
import type { TransactionSecrets } from '../relying-party/request-parameters.js';
import type {
  TakenTransaction,
  TransactionOwner,
} from '../transaction/identification-transaction.repository.js';

/** Refusals as the audit log tells of them. */
const REFUSALS = [
  [IdentificationCancelledError, 'cancelled'],
  [AssuranceTooLowError, 'assurance-too-low'],
  [IdentityProviderUnavailableError, 'provider-unavailable'],
  [IdentificationRejectedError, 'rejected'],
] as const;

/** What the provider is asked for somebody; what comes of it but a person is told, and counted where it may be. */
@Injectable()
export class ProviderAttempts {
  constructor(
    private readonly relyingParty: RelyingParty,
    private readonly identifications: IdentificationRepository,
    private readonly reachability: ProviderReachability,
    private readonly logger: Logger,
  ) {}

  /** Present instant by the clock that the provider's instants are compared with. @see RelyingParty.nowSeconds */
  nowSeconds(): number {
    return this.relyingParty.nowSeconds();
  }

  /** Where to send somebody's browser. @see RelyingParty.authorizationUrl */
  async addressFor(
    owner: TransactionOwner,
    secrets: TransactionSecrets,
    language: Language,
  ): Promise<string> {
    return this.reachability
      .watching(() => this.relyingParty.authorizationUrl(secrets, language))
      .catch(async (error: unknown) => {
        await this.#keepOutage(error, owner);
        throw error;
      });
  }

  /** Who came back. @see RelyingParty.exchange */
  async personOf(
    search: string,
    state: string,
    { owner, secrets, isOwnBrowser }: TakenTransaction,
  ): Promise<IdentifiedPerson> {
    const { nonce, verifier, startedAt } = secrets;
    return this.reachability
      .watching(() => this.relyingParty.exchange(search, { state, nonce, verifier }, startedAt))
      .catch(async (error: unknown) => {
        this.#note(error, owner);
        await this.#tell(error, owner, isOwnBrowser ? 'client' : 'unknown');
        await this.#keepOutage(error, owner);
        if (isOwnBrowser) {
          await this.#count(error, owner);
        }
        throw error;
      });
  }

  async #tell(error: unknown, owner: TransactionOwner, by: 'client' | 'unknown'): Promise<void> {
    const [, reason] = REFUSALS.find(([refusal]) => error instanceof refusal) ?? [];
    if (reason !== undefined) {
      await this.identifications.noteRefusal(owner, reason, by);
    }
  }

  /**
   * Only what a verified token says, of the browser that it began in: an error or a code that a browser makes up in the
   * address would lock out whose link it is.
   */
  async #count(error: unknown, owner: TransactionOwner): Promise<void> {
    if (error instanceof AssuranceTooLowError) {
      await this.identifications.noteFailure(owner);
    }
  }

  /** Only what we saw ourselves lets the person wait without identification: their browser could say anything. */
  async #keepOutage(error: unknown, owner: TransactionOwner): Promise<void> {
    if (error instanceof IdentityProviderUnavailableError && error.isSeen) {
      await this.identifications.noteOutage(owner);
    }
  }

  /** Which check failed is for the log only: the person learns that it did not succeed. */
  #note(error: unknown, { visitId, participantId }: TransactionOwner): void {
    if (
      error instanceof IdentificationRejectedError ||
      error instanceof IdentityProviderUnavailableError
    ) {
      this.logger.warn('identification.refused', { visitId, participantId, code: error.reason });
    }
  }
}
