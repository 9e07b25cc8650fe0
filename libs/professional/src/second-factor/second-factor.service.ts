import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tapaamo/audit';
import type { SignInMeans } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { StartSignInAgainError, WrongCodeError } from '../professional.errors.js';
import type { StaffRef } from '../session/staff-changes.js';
import { OneTimeCodes } from './one-time-codes.js';
import { RecoveryCodes } from './recovery-codes.js';

/** Wrong codes after one right password, and how long they count: as long as the password does. */
const TRIES = { points: 5, duration: 5 * 60 } as const;

/** Wrong codes for one account, whatever password led there, and how long they count. */
const TRIES_OF_ACCOUNT = { points: 20, duration: 60 * 60 } as const;

/** The second step of signing in with a password. */
@Injectable()
export class SecondFactor {
  readonly #tries = new RateLimiterMemory(TRIES);
  readonly #triesOfAccount = new RateLimiterMemory(TRIES_OF_ACCOUNT);

  constructor(
    private readonly scope: OrganisationScope,
    private readonly codes: OneTimeCodes,
    private readonly recoveryCodes: RecoveryCodes,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Takes the code of a generator, or a recovery code.
   *
   * @param stepId - Names the right password that led here; five wrong codes end it.
   * @throws WrongCodeError (`sign-in.wrong-code`)
   * @throws StartSignInAgainError (`sign-in.start-again`)
   */
  async use(staff: StaffRef, stepId: string, code: string): Promise<SignInMeans> {
    // Counted before it is looked at, so that codes sent at once are counted too.
    await Promise.all([
      this.#tries.consume(stepId),
      this.#triesOfAccount.consume(staff.professionalId),
    ]).catch((refusal: unknown) => {
      throw refusal instanceof RateLimiterRes ? new StartSignInAgainError() : refusal;
    });
    const isOfGenerator = /^\d{6}$/.test(code);
    const means = isOfGenerator ? 'password-and-code' : 'password-and-recovery-code';
    const taken = await this.scope.of(staff.organisationId, (tx) =>
      isOfGenerator ? this.codes.use(tx, staff, code) : this.recoveryCodes.use(tx, staff, code),
    );
    if (!taken) {
      await this.#tellOfFailure(staff);
      throw new WrongCodeError();
    }
    await this.#triesOfAccount.delete(staff.professionalId);
    return means;
  }

  async #tellOfFailure({ organisationId, professionalId }: StaffRef): Promise<void> {
    await this.scope.of(organisationId, (tx) =>
      this.audit.append(tx, {
        organisationId,
        actor: { kind: 'unknown' },
        event: 'sign-in.failed',
        target: { kind: 'staff', id: professionalId },
        details: { reason: 'wrong-second-factor' },
      }),
    );
  }
}
