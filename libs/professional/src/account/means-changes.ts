import { Injectable } from '@nestjs/common';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock, DeniedOrMissingError, Randomness } from '@tapaamo/common';
import type { AuditDetails } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import type { EntityManager } from 'typeorm';
import { Passkey } from '../passkey/passkey.entity.js';
import { Professional } from '../professional.entity.js';
import { CodeGenerator } from '../second-factor/code-generator.entity.js';
import type { StaffRef } from '../session/staff-changes.js';
import { StaffSessionService } from '../session/staff-session.service.js';
import { AccountNotice } from './account-notice.entity.js';
import { LastMeansError } from './account.errors.js';

/** A change of means as the audit log and the person are told of it. */
export type MeansChange =
  | { event: 'sign-in-method.added'; details: AuditDetails<'sign-in-method.added'> }
  | { event: 'sign-in-method.removed'; details: AuditDetails<'sign-in-method.removed'> }
  | { event: 'password.changed'; details: Record<string, never> }
  | { event: 'recovery-codes.made'; details: Record<string, never> };

const NOTICES = {
  'sign-in-method.added': 'method-added',
  'sign-in-method.removed': 'method-removed',
  'password.changed': 'password-changed',
  'recovery-codes.made': 'recovery-codes-made',
} as const;

/** How people change the means by which they sign in to their own account. */
@Injectable()
export class MeansChanges {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly sessions: StaffSessionService,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /**
   * Changes something, one change of an account at a time, and tells the audit log and, by mail, the person.
   *
   * @param act - Does it.
   * @throws DeniedOrMissingError when an admin closed the account or reset its sign-in meanwhile
   */
  async make(
    staff: StaffRef,
    act: (tx: EntityManager, own: Professional) => Promise<MeansChange>,
  ): Promise<void> {
    await this.scope.of(staff.organisationId, async (tx) => {
      const change = await act(tx, await ownAccount(tx, staff));
      await this.mail(tx, staff, change.event);
      const target = { kind: 'staff', id: staff.professionalId } as const;
      await this.audit.append(tx, { ...byStaff(staff), ...change, target });
    });
  }

  /** Tells the person by mail, once the transaction is through. */
  async mail(
    tx: EntityManager,
    { professionalId, organisationId }: StaffRef,
    event: MeansChange['event'],
  ): Promise<void> {
    const now = this.clock.now();
    await tx.insert(AccountNotice, {
      id: this.randomness.uuid(),
      organisationId,
      professionalId,
      kind: NOTICES[event],
      attempts: 0,
      nextAttemptAt: now,
      createdAt: now,
    });
  }

  /** Ends all sessions but the one in which a means was changed: another's may have been opened with what it was. */
  async endOthers(tx: EntityManager, staff: StaffRef, keptSessionId: string): Promise<void> {
    await this.sessions.endOthersIn(tx, staff, keptSessionId);
  }
}

async function ownAccount(tx: EntityManager, { professionalId }: StaffRef): Promise<Professional> {
  const own = await tx.findOne(Professional, {
    where: { id: professionalId },
    lock: { mode: 'for_no_key_update' },
  });
  if (own === null || own.deactivatedAt !== null || own.signInResetAt !== null) {
    throw new DeniedOrMissingError();
  }
  return own;
}

/**
 * A passkey, or a password with what belongs to it.
 *
 * @throws LastMeansError (`account.last-means`) when nothing is left to sign in with
 */
export async function requireMeans(tx: EntityManager, { professionalId }: StaffRef): Promise<void> {
  const { passwordHash, secondFactor } = await tx.findOneByOrFail(Professional, {
    id: professionalId,
  });
  const byPassword =
    passwordHash !== null &&
    (secondFactor === 'waived' || (await tx.existsBy(CodeGenerator, { professionalId })));
  if (!byPassword && !(await tx.existsBy(Passkey, { professionalId }))) {
    throw new LastMeansError();
  }
}
