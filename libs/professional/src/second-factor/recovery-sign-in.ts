import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tapaamo/audit';
import { networkOf } from '@tapaamo/common';
import { OrganisationScope } from '@tapaamo/database';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Professional } from '../professional.entity.js';
import { TooManySignInAttemptsError, WrongRecoveryCodeError } from '../professional.errors.js';
import { RecoveryCodes } from './recovery-codes.js';

/** Attempts in vain that one network may make on one account, and the window in seconds. */
const ATTEMPTS = { points: 10, duration: 5 * 60 } as const;

/**
 * Signing in with a recovery code alone, for who has no password: their passkey is lost. Whoever has one gives it first,
 * so that a sheet of codes that was found opens no account with a password.
 */
@Injectable()
export class RecoverySignIn {
  readonly #attempts = new RateLimiterMemory(ATTEMPTS);

  constructor(
    private readonly scope: OrganisationScope,
    private readonly recoveryCodes: RecoveryCodes,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @param from - Network address of the caller; attempts are counted for its network and the account together.
   * @throws WrongRecoveryCodeError (`sign-in.wrong-recovery-code`), one answer whatever is wrong
   * @throws TooManySignInAttemptsError (`sign-in.too-many-attempts`)
   */
  async signIn(email: string, code: string, from: string): Promise<Professional> {
    const address = email.toLowerCase();
    const key = `${address}|${networkOf(from)}`;
    await this.#attempts.consume(key).catch((refusal: unknown) => {
      throw refusal instanceof RateLimiterRes ? new TooManySignInAttemptsError() : refusal;
    });
    const found = await this.scope.holding({ kind: 'staff_email', text: address }, (tx) =>
      tx.findOneBy(Professional, { email: address }),
    );
    if (found === null || !(await this.#use(found, code))) {
      throw new WrongRecoveryCodeError();
    }
    await this.#attempts.delete(key);
    return found;
  }

  async #use(found: Professional, code: string): Promise<boolean> {
    const { id, organisationId, passwordHash, deactivatedAt, signInResetAt } = found;
    return this.scope.of(organisationId, async (tx) => {
      const used =
        passwordHash === null &&
        deactivatedAt === null &&
        signInResetAt === null &&
        (await this.recoveryCodes.use(tx, { professionalId: id, organisationId }, code));
      if (!used) {
        await this.audit.append(tx, {
          organisationId,
          actor: { kind: 'unknown' },
          event: 'sign-in.failed',
          target: { kind: 'staff', id },
          details: { reason: deactivatedAt === null ? 'wrong-second-factor' : 'deactivated' },
        });
      }
      return used;
    });
  }
}
