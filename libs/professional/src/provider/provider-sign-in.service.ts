import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tapaamo/audit';
import { AppError, loggedReasonOf } from '@tapaamo/common';
import type { Language } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import { Professional } from '../professional.entity.js';
import { KnownProviders, domainsOf } from './known-providers.js';
import { ProviderAccounts } from './provider-accounts.js';
import { ProviderTransactions } from './provider-transactions.js';
import {
  NoProviderError,
  ProviderCancelledError,
  ProviderSignInExpiredError,
  RefusedByRuleError,
} from './provider.errors.js';
import { StaffRelyingParty } from './staff-relying-party.js';

/** Beginning of a sign-in: by an address, or for an organisation. */
export interface StartProviderSignIn {
  email?: string | undefined;
  organisationId?: string | undefined;
  /** Path where the person goes afterwards. */
  next?: string | undefined;
  /** The provider is to ask them who they are, whatever session they have there. */
  again?: boolean | undefined;
  /** `hashSecret('browser', cookie)` of the browser that asks. */
  browserHash: Buffer;
  language: Language;
}

/**
 * Who came back from the provider, when they proved there who they are (`VouchedPerson`), by which version of its settings
 * that was judged, and where they go.
 */
export interface CompletedSignIn {
  professional: Professional;
  provedAgoMs: number | null;
  providerVersion: number;
  next: string | null;
}

/** Signs staff in by their organisation's own provider. */
@Injectable()
export class ProviderSignIn {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly providers: KnownProviders,
    private readonly relyingParty: StaffRelyingParty,
    private readonly transactions: ProviderTransactions,
    private readonly accounts: ProviderAccounts,
    private readonly audit: AuditLog,
    private readonly logger: Logger,
  ) {}

  /** Name of the provider that an organisation's staff can sign in by; null when there is none in use. */
  async offeredBy(organisationId: string): Promise<string | null> {
    return this.providers.of(organisationId).then(
      ({ provider }) => provider.displayName,
      (error: unknown) => {
        if (error instanceof NoProviderError) {
          return null;
        }
        throw error;
      },
    );
  }

  /**
   * Begins a sign-in. Several may be under way in one browser.
   *
   * @returns Where the browser goes.
   * @throws NoProviderError (`sign-in-provider.none`), the same for unknown and for known without a provider;
   *   ProviderUnavailableError (`sign-in-provider.unavailable`), ProviderAnswerRejectedError
   */
  async start(wish: StartProviderSignIn): Promise<{ redirectUrl: string }> {
    const { email, next = null, again = false, browserHash, language } = wish;
    const organisationId =
      wish.organisationId ?? (await this.providers.organisationOf(email ?? ''));
    const known = await this.providers.of(organisationId);
    const { state, ...kept } = this.transactions.newSecrets();
    const redirectUrl = await this.relyingParty.authorizationUrl(
      known,
      { state, ...kept },
      { language, hint: email, again },
    );
    const { issuer } = known.provider;
    await this.transactions.begin(organisationId, browserHash, state, { ...kept, issuer, next });
    return { redirectUrl };
  }

  /**
   * Completes a sign-in: checks the provider's answer and finds, binds or makes the account. Tokens and claims are gone
   * when it returns.
   *
   * @param query - Query of the callback as it came.
   * @param browserHash - Of the browser that came back.
   * @throws ProviderSignInExpiredError, ProviderCancelledError, ProviderUnavailableError, ProviderAnswerRejectedError,
   *   RefusedByRuleError (`sign-in-provider.refused`)
   */
  async complete(query: string, browserHash: Buffer): Promise<CompletedSignIn> {
    const [state, ...more] = new URLSearchParams(query).getAll('state');
    if (state === undefined || more.length > 0) {
      throw new ProviderSignInExpiredError();
    }
    const { organisationId, issuer, next, ...kept } = await this.transactions.take(
      state,
      browserHash,
    );
    try {
      const known = await this.providers.of(organisationId);
      if (known.provider.issuer !== issuer) {
        throw new ProviderSignInExpiredError();
      }
      const person = await this.relyingParty.exchange(known, query, { state, ...kept });
      const professional = await this.scope.of(organisationId, async (tx) => {
        const domains = await domainsOf(tx, organisationId);
        return this.accounts.accountOf(tx, known.provider, domains, person);
      });
      const { version: providerVersion } = known.provider;
      return { professional, provedAgoMs: person.provedAgoMs, providerVersion, next };
    } catch (error) {
      await this.#tellOfRefusal(organisationId, error);
      throw error;
    }
  }

  /** Which check or rule refused is for the log only: the person learns that it did not succeed. */
  async #tellOfRefusal(organisationId: string, error: unknown): Promise<void> {
    if (!(error instanceof AppError) || error instanceof ProviderCancelledError) {
      return;
    }
    this.logger.warn('sign-in-provider.refused', { organisationId, code: loggedReasonOf(error) });
    if (error instanceof RefusedByRuleError) {
      const { reason, professionalId } = error;
      await this.scope.of(organisationId, (tx) =>
        this.audit.append(tx, {
          organisationId,
          actor: { kind: 'unknown' },
          event: 'sign-in.failed',
          ...(professionalId === null ? {} : { target: { kind: 'staff', id: professionalId } }),
          details: { reason: reason === 'deactivated' ? reason : 'refused-by-rule' },
        }),
      );
    }
  }
}
