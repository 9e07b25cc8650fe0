import { Injectable } from '@nestjs/common';
import { AuditLog, byStaff } from '@tapaamo/audit';
import type { AuditDetails, PasskeyProof } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import type { Challenge } from '../passkey/challenges.js';
import { Passkey } from '../passkey/passkey.entity.js';
import { Passkeys } from '../passkey/passkeys.service.js';
import { Professional } from '../professional.entity.js';
import { StartSignInAgainError, TooManySignInAttemptsError } from '../professional.errors.js';
import { ProfessionalService } from '../professional.service.js';
import { CodeGenerator } from '../second-factor/code-generator.entity.js';
import { RecoveryCode } from '../second-factor/recovery-code.entity.js';
import { SecondFactor } from '../second-factor/second-factor.service.js';
import type { StaffRef } from '../session/staff-changes.js';
import { StaffSessionService } from '../session/staff-session.service.js';

/** A person's account and what they sign in with. */
export interface OwnMeans {
  professional: Professional;
  passkeys: Passkey[];
  hasGenerator: boolean;
  recoveryCodesLeft: number;
}

/** A session in which somebody proves once more who they are, and where the request came from. */
export interface Confirming extends StaffRef {
  sessionId: string;
  from: string;
}

/** A person's own account: what is in it, and the proof that changing it asks for. */
@Injectable()
export class OwnAccount {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly professionals: ProfessionalService,
    private readonly passkeys: Passkeys,
    private readonly secondFactor: SecondFactor,
    private readonly sessions: StaffSessionService,
    private readonly audit: AuditLog,
  ) {}

  /** The account and its means of sign-in, without any secret of them. */
  async describe(staff: StaffRef): Promise<OwnMeans> {
    const { organisationId, professionalId } = staff;
    return this.scope.of(organisationId, async (tx) => ({
      professional: await tx.findOneByOrFail(Professional, { id: professionalId }),
      passkeys: await this.passkeys.of(tx, staff),
      hasGenerator: await tx.existsBy(CodeGenerator, { professionalId }),
      recoveryCodesLeft: await tx.countBy(RecoveryCode, { professionalId }),
    }));
  }

  /** @throws WrongPasskeyError (`sign-in.wrong-passkey`), TooManySignInAttemptsError (`sign-in.too-many-attempts`) */
  async confirmWithPasskey(
    confirming: Confirming,
    proof: PasskeyProof,
    challenge: Challenge,
  ): Promise<void> {
    await this.passkeys.prove(proof, challenge, confirming.from, confirming);
    await this.#confirmed(confirming, 'passkey');
  }

  /**
   * @param code - Of the generator, or a recovery code; not asked where the second factor is waived.
   * @throws WrongCredentialsError (`sign-in.wrong-credentials`), WrongCodeError (`sign-in.wrong-code`),
   *   TooManySignInAttemptsError (`sign-in.too-many-attempts`)
   */
  async confirmWithPassword(
    confirming: Confirming,
    { password, code }: { password: string; code: string },
  ): Promise<void> {
    const { professional } = await this.describe(confirming);
    // A browser that is signed in is one that the account knows.
    const { from: address, sessionId: device } = confirming;
    await this.professionals.signIn(professional.email, password, { address, device });
    if (professional.secondFactor === 'waived') {
      await this.#confirmed(confirming, 'password');
      return;
    }
    const means = await this.secondFactor
      .use(confirming, confirming.sessionId, code)
      .catch((error: unknown) => {
        throw error instanceof StartSignInAgainError ? new TooManySignInAttemptsError() : error;
      });
    await this.#confirmed(confirming, means === 'password-and-code' ? 'totp' : 'recovery-code');
  }

  async #confirmed(
    confirming: Confirming,
    method: AuditDetails<'sign-in.confirmed'>['method'],
  ): Promise<void> {
    await this.scope.of(confirming.organisationId, async (tx) => {
      await this.sessions.confirm(tx, confirming, confirming.sessionId);
      await this.audit.append(tx, {
        ...byStaff(confirming),
        event: 'sign-in.confirmed',
        details: { method },
      });
    });
  }
}
