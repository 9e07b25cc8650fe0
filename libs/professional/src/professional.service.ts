import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '@tapaamo/audit';
import { Randomness, networkOf } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import type { AuditDetails, SignInMeans } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { OrganisationDisabledError, isInUse } from '@tapaamo/organisation';
import { In, IsNull, type EntityManager } from 'typeorm';
import { SignInAttempts, type Attempt } from './attempts/sign-in-attempts.js';
import { hashPassword, verifyPassword } from './password.js';
import { Professional } from './professional.entity.js';
import { SignInBusyError, WrongCredentialsError } from './professional.errors.js';
import { isBoundToProvider } from './provider/exclusive-provider.js';
import { ProviderOnlyError } from './provider/provider.errors.js';

/** Staff accounts: signing in and reading one. */
@Injectable()
export class ProfessionalService {
  #decoy: Promise<string> | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly scope: OrganisationScope,
    private readonly randomness: Randomness,
    private readonly audit: AuditLog,
    private readonly attempts: SignInAttempts,
  ) {}

  /**
   * Checks an address and a password.
   *
   * @param from.address - Network address of the caller.
   * @param from.device - Id of the caller's browser, when this account was signed in to on it before.
   * @throws WrongCredentialsError (`sign-in.wrong-credentials`), after the same work whether or not the account exists.
   * @throws ProviderOnlyError (`sign-in.provider-only`) when the password is right and opens nothing: a stranger hears
   *   of no account by it.
   * @throws TooManySignInAttemptsError (`sign-in.too-many-attempts`), SignInBusyError (`sign-in.busy`)
   */
  async signIn(
    typed: string,
    password: string,
    { address, device }: { address: string; device: string | null },
  ): Promise<Professional> {
    const email = typed.toLowerCase();
    const attempt: Attempt = { email, network: networkOf(address), device };
    const isKnown = await this.#begin(attempt);
    const professional = await this.#byEmail(email);
    if (!(await this.#isRight(password, professional, attempt, isKnown))) {
      if (professional !== null) {
        const { deactivatedAt } = professional;
        const reason = deactivatedAt === null ? 'wrong-password' : 'deactivated';
        await this.#tellOfFailure(professional, reason);
      }
      throw new WrongCredentialsError();
    }
    await this.attempts.takeBack(attempt, isKnown);
    await this.attempts.forget(attempt);
    await this.#requireOtherMeans(professional as Professional);
    return professional as Professional;
  }

  /** Counts an attempt. The first refusal of an account in a quarter of an hour is told, however many follow. */
  async #begin(attempt: Attempt): Promise<boolean> {
    try {
      return await this.attempts.begin(attempt);
    } catch (refusal) {
      if (await this.attempts.isNews(attempt.email)) {
        const tried = await this.#byEmail(attempt.email);
        if (tried !== null) {
          await this.#tellOfFailure(tried, 'too-many-attempts');
        }
      }
      throw refusal;
    }
  }

  /** The same work for everybody: where there is no account, or it has no password, a decoy is hashed. */
  async #isRight(
    password: string,
    professional: Professional | null,
    attempt: Attempt,
    isKnown: boolean,
  ): Promise<boolean> {
    this.#decoy ??= hashPassword(this.randomness, '');
    const stored = professional?.passwordHash ?? (await this.#decoy);
    try {
      const matches = await verifyPassword(password, stored, { isKnown, from: attempt.network });
      return matches && professional !== null && this.#isUsable(professional);
    } catch (refusal) {
      if (refusal instanceof SignInBusyError) {
        await this.attempts.takeBack(attempt, isKnown);
      }
      throw refusal;
    }
  }

  #byEmail(email: string): Promise<Professional | null> {
    return this.scope.holding({ kind: 'staff_email', text: email }, (tx) =>
      tx.findOneBy(Professional, { email }),
    );
  }

  /** A waiver of the second factor is for demonstrations and tests: it opens nothing in production. */
  #isUsable({ deactivatedAt, secondFactor }: Professional): boolean {
    return (
      deactivatedAt === null &&
      !(secondFactor === 'waived' && this.config.NODE_ENV === 'production')
    );
  }

  /**
   * Whether somebody who has proved who they are may come in. Only they hear of it: to strangers a disabled organisation
   * answers like any other.
   *
   * @param means - By what they proved it.
   * @throws OrganisationDisabledError (`organisation.disabled`)
   * @throws ProviderOnlyError (`sign-in.provider-only`)
   */
  async requireEntry(professional: Professional, means: SignInMeans): Promise<void> {
    const { organisationId } = professional;
    if (!(await this.scope.of(organisationId, (tx) => isInUse(tx, organisationId)))) {
      await this.#tellOfFailure(professional, 'organisation-disabled');
      throw new OrganisationDisabledError();
    }
    if (means !== 'oidc') {
      await this.#requireOtherMeans(professional);
    }
  }

  async #requireOtherMeans(professional: Professional): Promise<void> {
    const { id: professionalId, organisationId } = professional;
    const staff = { professionalId, organisationId };
    if (await this.scope.of(organisationId, (tx) => isBoundToProvider(tx, staff))) {
      await this.#tellOfFailure(professional, 'provider-only');
      throw new ProviderOnlyError(organisationId);
    }
  }

  /** Nobody is told of an address that no account has: it may be a client's, or a password. */
  async #tellOfFailure(
    { id, organisationId }: Professional,
    reason: AuditDetails<'sign-in.failed'>['reason'],
  ): Promise<void> {
    await this.scope.of(organisationId, (tx) =>
      this.audit.append(tx, {
        organisationId,
        actor: { kind: 'unknown' },
        event: 'sign-in.failed',
        target: { kind: 'staff', id },
        details: { reason },
      }),
    );
  }

  /** @returns The account, or null when it is gone or deactivated. */
  async find(professionalId: string): Promise<Professional | null> {
    return this.scope.holding({ kind: 'staff_id', text: professionalId }, (tx) =>
      tx.findOneBy(Professional, { id: professionalId, deactivatedAt: IsNull() }),
    );
  }

  /** Names of an organisation's staff by account, in order, whether or not they are still in use. @param ids - Only these. */
  async namesIn(
    tx: EntityManager,
    organisationId: string,
    ids?: readonly string[],
  ): Promise<Map<string, string>> {
    const found = await tx.find(Professional, {
      where: { organisationId, ...(ids === undefined ? {} : { id: In([...new Set(ids)]) }) },
      order: { displayName: 'ASC', id: 'ASC' },
    });
    return new Map(found.map(({ id, displayName }) => [id, displayName]));
  }
}
