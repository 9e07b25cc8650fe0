import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Passkey } from '../passkey/passkey.entity.js';
import { Professional } from '../professional.entity.js';
import { StaffIdentity } from '../provider/staff-identity.entity.js';
import { CodeGenerator } from '../second-factor/code-generator.entity.js';
import { RecoveryCode } from '../second-factor/recovery-code.entity.js';
import { RecoveryCodes } from '../second-factor/recovery-codes.js';
import type { StaffRef } from '../session/staff-changes.js';
import { StaffSessionService } from '../session/staff-session.service.js';

/** All means by which a member of staff signs in to their own account. */
@Injectable()
export class SignInMeans {
  constructor(
    private readonly sessions: StaffSessionService,
    private readonly recoveryCodes: RecoveryCodes,
  ) {}

  /** Takes them all away, and ends what was opened with them. */
  async removeAll(tx: EntityManager, staff: StaffRef): Promise<void> {
    const { professionalId } = staff;
    await tx.update(Professional, { id: professionalId }, { passwordHash: null });
    for (const means of [Passkey, CodeGenerator, RecoveryCode, StaffIdentity]) {
      await tx.delete(means, { professionalId });
    }
    await this.sessions.endAll(tx, staff);
  }

  /** Takes away whatever there was, for means that are set next. @returns Recovery codes, for the only time. */
  async startAnew(tx: EntityManager, staff: StaffRef): Promise<string[]> {
    await this.removeAll(tx, staff);
    await tx.update(Professional, { id: staff.professionalId }, { signInResetAt: null });
    return this.recoveryCodes.make(tx, staff);
  }
}
