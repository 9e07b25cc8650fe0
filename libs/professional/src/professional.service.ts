import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '@tapaamo/audit';
import { Randomness, networkOf } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import type { AuditDetails } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { OrganisationDisabledError, isInUse } from '@tapaamo/organisation';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { In, IsNull, type EntityManager } from 'typeorm';
import { hashPassword, verifyPassword } from './password.js';
import { Professional } from './professional.entity.js';
import { TooManySignInAttemptsError, WrongCredentialsError } from './professional.errors.js';

/** Attempts in vain that one network may make on one account, and the window in seconds. */
const ATTEMPTS = { points: 10, duration: 5 * 60 } as const;

/** Staff accounts: signing in and reading one. */
@Injectable()
export class ProfessionalService {
  readonly #attempts = new RateLimiterMemory(ATTEMPTS);
  #decoy: Promise<string> | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly scope: OrganisationScope,
    private readonly randomness: Randomness,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Checks an address and a password.
   *
   * @param from - Network address of the caller; attempts are counted for its network and the account together, so that
   *   one office behind one address is not locked out by a single forgetful person.
   * @throws WrongCredentialsError (`sign-in.wrong-credentials`), after the same work whether or not the account exists.
   * @throws TooManySignInAttemptsError (`sign-in.too-many-attempts`)
   */
  async signIn(email: string, password: string, from: string): Promise<Professional> {
    const key = `${email.toLowerCase()}|${networkOf(from)}`;
    // Counted before the slow work, so that attempts made at once are counted too; a right password takes all back.
    await this.#attempts.consume(key).catch((refusal: unknown) => {
      throw refusal instanceof RateLimiterRes ? new TooManySignInAttemptsError() : refusal;
    });
    const address = email.toLowerCase();
    const professional = await this.scope.holding({ kind: 'staff_email', text: address }, (tx) =>
      tx.findOneBy(Professional, { email: address }),
    );
    this.#decoy ??= hashPassword(this.randomness, '');
    const matches = await verifyPassword(
      password,
      professional?.passwordHash ?? (await this.#decoy),
    );
    if (professional === null || !matches || !this.#isUsable(professional)) {
      if (professional !== null) {
        const { deactivatedAt } = professional;
        await this.#tellOfFailure(
          professional,
          deactivatedAt === null ? 'wrong-password' : 'deactivated',
        );
      }
      throw new WrongCredentialsError();
    }
    await this.#attempts.delete(key);
    return professional;
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
   * @throws OrganisationDisabledError (`organisation.disabled`)
   */
  async requireInUse(professional: Professional): Promise<void> {
    const { organisationId } = professional;
    if (!(await this.scope.of(organisationId, (tx) => isInUse(tx, organisationId)))) {
      await this.#tellOfFailure(professional, 'organisation-disabled');
      throw new OrganisationDisabledError();
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
