import { Injectable } from '@nestjs/common';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock, hashSecret } from '@tapaamo/common';
import type { NewPasskey } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Organisation, OrganisationDisabledError } from '@tapaamo/organisation';
import { In, type EntityManager } from 'typeorm';
import { SignInMeans } from '../means/sign-in-means.js';
import type { Challenge } from '../passkey/challenges.js';
import { Passkeys } from '../passkey/passkeys.service.js';
import { NewPasswords } from '../password/new-passwords.js';
import { Professional } from '../professional.entity.js';
import { WrongCodeError } from '../professional.errors.js';
import { isBoundToProvider, requireOtherMeans } from '../provider/exclusive-provider.js';
import { OneTimeCodes } from '../second-factor/one-time-codes.js';
import type { StaffRef } from '../session/staff-changes.js';
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
  /** They sign in by the organisation's provider and set up nothing. */
  isBoundToProvider: boolean;
}

/** A password and the generator of codes that go together. */
export interface PasswordAndGenerator {
  password: string;
  generatorSecret: Buffer;
  /** Of the generator: proves that the person's telephone has it. */
  code: string;
}

/** An account that was set up: whose it is, and their recovery codes, for the only time. */
export interface AcceptedInvitation {
  professional: Professional;
  recoveryCodes: string[];
}

/** Accepting an invitation: who holds its link sets up their own account. */
@Injectable()
export class InvitationAccepting {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly passwords: NewPasswords,
    private readonly codes: OneTimeCodes,
    private readonly passkeys: Passkeys,
    private readonly means: SignInMeans,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
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
      const isBound = await isBoundToProvider(tx, invitation);
      return { invitation, professional, organisation, isBoundToProvider: isBound };
    });
  }

  /**
   * Sets up the account with a password and a generator of codes.
   *
   * @throws what `look` and the rules of passwords throw, and WrongCodeError (`sign-in.wrong-code`); ProviderOnlyError
   *   (`sign-in.provider-only`)
   */
  async accept(secret: string, means: PasswordAndGenerator): Promise<AcceptedInvitation> {
    const open = await this.look(secret);
    const passwordHash = await this.passwords.hash(open.professional, means.password);
    return this.#setUp(open, async (tx, { professionalId: id }) => {
      await tx.update(Professional, { id }, { passwordHash });
      if (!(await this.codes.add(tx, open.professional, means.generatorSecret, means.code))) {
        throw new WrongCodeError();
      }
    });
  }

  /**
   * Sets up the account with a passkey, and without a password.
   *
   * @throws what `look` throws, and PasskeyRefusedError (`passkey.refused`); ProviderOnlyError (`sign-in.provider-only`)
   */
  async acceptWithPasskey(
    secret: string,
    made: NewPasskey & { name: string },
    challenge: Challenge,
  ): Promise<AcceptedInvitation> {
    const open = await this.look(secret);
    return this.#setUp(open, (tx, staff) => this.passkeys.add(tx, staff, made, challenge));
  }

  /** Once, whatever happens at the same time in another tab. What the account had before is replaced. */
  async #setUp(
    { invitation, professional }: OpenInvitation,
    set: (tx: EntityManager, staff: StaffRef) => Promise<void>,
  ): Promise<AcceptedInvitation> {
    const { id: professionalId, organisationId } = professional;
    const staff = { professionalId, organisationId };
    return this.scope.of(organisationId, async (tx) => {
      await requireOtherMeans(tx, staff);
      await this.#close(tx, invitation);
      const recoveryCodes = await this.means.startAnew(tx, staff);
      await set(tx, staff);
      await this.audit.append(tx, {
        ...byStaff(staff),
        event: 'staff.invitation-accepted',
        details: {},
      });
      // As it is now: what was ended just before must not end this too.
      const own = await tx.findOneByOrFail(Professional, { id: professionalId });
      return { professional: own, recoveryCodes };
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
    const { affected } = await tx.update(
      StaffInvitation,
      { id, status: In(OPEN) },
      { status: 'accepted', acceptedAt: this.clock.now() },
    );
    if (affected !== 1) {
      throw new InvitationUsedError();
    }
  }
}
