import { Injectable } from '@nestjs/common';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock, Randomness, hashSecret } from '@tapaamo/common';
import { OrganisationScope } from '@tapaamo/database';
import { Organisation, OrganisationDisabledError } from '@tapaamo/organisation';
import { In, MoreThan, type EntityManager } from 'typeorm';
import { hashPassword } from '../password.js';
import { PasswordRules } from '../password/password-rules.js';
import { Professional } from '../professional.entity.js';
import { WrongCodeError } from '../professional.errors.js';
import { OneTimeCodes } from '../second-factor/one-time-codes.js';
import { RecoveryCodes } from '../second-factor/recovery-codes.js';
import { StaffInvitation, type InvitationStatus } from '../staff-invitation.entity.js';
import {
  InvitationExpiredError,
  InvitationUnknownError,
  InvitationUsedError,
  InvitationWithdrawnError,
} from './invitation.errors.js';

/** Where an invitation whose link is out there can still be accepted. */
const OPEN: InvitationStatus[] = ['queued', 'sent', 'failed'];

/** An invitation that can be accepted, and who is invited where. */
export interface OpenInvitation {
  invitation: StaffInvitation;
  professional: Professional;
  organisation: Organisation;
}

/** What an invited person chose to sign in with. */
export interface NewMeans {
  password: string;
  generatorSecret: Buffer;
  /** Of the generator: proves that the person's telephone has it. */
  code: string;
}

/** Accepting an invitation: who holds its link sets up their own account. */
@Injectable()
export class InvitationAccepting {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly rules: PasswordRules,
    private readonly codes: OneTimeCodes,
    private readonly recoveryCodes: RecoveryCodes,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /**
   * What a link leads to. Looking changes nothing.
   *
   * @throws InvitationUnknownError, InvitationUsedError, InvitationWithdrawnError, InvitationExpiredError,
   *   OrganisationDisabledError
   */
  async look(secret: string): Promise<OpenInvitation> {
    const hash = hashSecret('invitation', secret);
    const invitation = await this.scope.holding({ kind: 'invitation', hash }, (tx) =>
      tx.findOneBy(StaffInvitation, { secretHash: hash }),
    );
    if (invitation === null) {
      throw new InvitationUnknownError();
    }
    return this.scope.of(invitation.organisationId, async (tx) => {
      const { professionalId, organisationId } = invitation;
      const professional = await tx.findOneByOrFail(Professional, { id: professionalId });
      this.#requireOpen(invitation, professional);
      const organisation = await tx.findOneByOrFail(Organisation, { id: organisationId });
      if (organisation.disabledAt !== null) {
        throw new OrganisationDisabledError();
      }
      return { invitation, professional, organisation };
    });
  }

  /**
   * Sets up the account, once, whatever happens at the same time in another tab.
   *
   * @returns Whose it is, and their recovery codes, for the only time.
   * @throws what `look` and the rules of passwords throw, and WrongCodeError (`sign-in.wrong-code`)
   */
  async accept(
    secret: string,
    means: NewMeans,
  ): Promise<{ professional: Professional; recoveryCodes: string[] }> {
    const { invitation, professional, organisation } = await this.look(secret);
    const { nameFi, nameSv, nameEn } = organisation;
    const { displayName, email } = professional;
    const organisationNames = [nameFi, nameSv, nameEn];
    await this.rules.check(means.password, { displayName, email, organisationNames });
    const passwordHash = await hashPassword(this.randomness, means.password);
    return this.scope.of(professional.organisationId, async (tx) => {
      await this.#close(tx, invitation);
      await tx.update(Professional, { id: professional.id }, { passwordHash });
      if (!(await this.codes.add(tx, professional, means.generatorSecret, means.code))) {
        throw new WrongCodeError();
      }
      const { id: professionalId, organisationId } = professional;
      const staff = { professionalId, organisationId };
      const recoveryCodes = await this.recoveryCodes.make(tx, staff);
      await this.audit.append(tx, {
        ...byStaff(staff),
        event: 'staff.invitation-accepted',
        details: {},
      });
      return { professional, recoveryCodes };
    });
  }

  #requireOpen({ status, expiresAt }: StaffInvitation, { deactivatedAt }: Professional): void {
    if (status === 'accepted') {
      throw new InvitationUsedError();
    }
    if (status === 'withdrawn' || deactivatedAt !== null) {
      throw new InvitationWithdrawnError();
    }
    if (expiresAt <= this.clock.now()) {
      throw new InvitationExpiredError();
    }
  }

  /** Decided by the database: of two tabs that finish at once one finds the invitation used. */
  async #close(tx: EntityManager, { id }: StaffInvitation): Promise<void> {
    const now = this.clock.now();
    const { affected } = await tx.update(
      StaffInvitation,
      { id, status: In(OPEN), expiresAt: MoreThan(now) },
      { status: 'accepted', acceptedAt: now },
    );
    if (affected !== 1) {
      throw new InvitationUsedError();
    }
  }
}
