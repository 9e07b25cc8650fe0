import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '@tapaamo/audit';
import { Clock, Randomness, hashSecret, newSecret } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { sqlState } from '@tapaamo/database';
import { Professional, StaffInvitation, type InvitationStatus } from '@tapaamo/professional';
import { In, type EntityManager } from 'typeorm';
import { AdministrationRefusedError } from './administration.errors.js';

/** How long an invitation can be accepted. */
const INVITATION_MS = 7 * 86_400_000;

/** SQLSTATE of a violated unique constraint. */
const UNIQUE_VIOLATION = '23505';

/** Invitations that a newer one takes the place of. */
const OPEN: InvitationStatus[] = ['queued', 'sent', 'failed'];

/** An admin to invite. */
export interface AdminContact {
  name: string;
  /** In lower case. */
  email: string;
}

/** Invites admins on behalf of the operator: the link is handed over by hand and kept nowhere. */
@Injectable()
export class AdminInvitations {
  constructor(
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws AdministrationRefusedError when the address has an account that cannot be this admin's. */
  async invite(
    tx: EntityManager,
    organisationId: string,
    admin: AdminContact,
  ): Promise<{ link: string; expiresAt: Date }> {
    const professionalId = await this.#account(tx, organisationId, admin);
    // The operator helps when nothing else does: this admin gets in whatever the organisation's provider does.
    await tx.update(Professional, { id: professionalId }, { emergencyAccess: true });
    await tx.update(
      StaffInvitation,
      { professionalId, status: In(OPEN) },
      { status: 'withdrawn', secretHash: null },
    );
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + INVITATION_MS);
    const secret = newSecret(this.randomness);
    await tx.insert(StaffInvitation, {
      id: this.randomness.uuid(),
      organisationId,
      professionalId,
      invitedBy: null,
      secretHash: hashSecret('invitation', secret),
      status: 'sent',
      attempts: 0,
      nextAttemptAt: now,
      expiresAt,
      acceptedAt: null,
      createdAt: now,
    });
    await this.audit.append(tx, {
      organisationId,
      actor: { kind: 'operator' },
      event: 'staff.invited',
      target: { kind: 'staff', id: professionalId },
      details: { roles: ['admin'] },
    });
    return { link: `${this.config.PUBLIC_URL}/invitation#${secret}`, expiresAt };
  }

  /** The admin's account, made when there is none. @returns Its id. */
  async #account(
    tx: EntityManager,
    organisationId: string,
    { name, email }: AdminContact,
  ): Promise<string> {
    const known = await tx.findOneBy(Professional, { organisationId, email });
    if (known !== null) {
      if (known.deactivatedAt !== null || !known.roles.includes('admin')) {
        throw new AdministrationRefusedError(
          `${email} has an account in that organisation that is closed or no admin's. Use another address.`,
        );
      }
      return known.id;
    }
    const id = this.randomness.uuid();
    try {
      await tx.insert(Professional, {
        id,
        organisationId,
        email,
        displayName: name,
        passwordHash: null,
        roles: ['admin'],
        deactivatedAt: null,
        createdAt: this.clock.now(),
      });
    } catch (error) {
      throw sqlState(error) === UNIQUE_VIOLATION
        ? new AdministrationRefusedError(`${email} has an account in another organisation.`)
        : error;
    }
    return id;
  }
}
