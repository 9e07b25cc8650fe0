import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock } from '@tapaamo/common';
import { OrganisationScope } from '@tapaamo/database';
import { In, type EntityManager } from 'typeorm';
import { Professional } from '../professional.entity.js';
import { StaffInvitation } from '../staff-invitation.entity.js';
import { accountOf, lockStaff, requireState } from '../staff/staff-accounts.service.js';
import { LinkByMailOnlyError } from '../staff/staff.errors.js';
import { InvitationLinks, type NewLink } from './invitation-links.js';
import { NewInvitations } from './new-invitations.js';
import { OPEN } from './open-invitation.js';
import { usedAccounts } from './used-accounts.js';

/** What admins do to invitations that nobody has accepted yet. */
@Injectable()
export class OpenInvitations {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly invitations: NewInvitations,
    private readonly links: InvitationLinks,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Sends an invitation anew; the link sent before ends at once.
   *
   * @throws DeniedOrMissingError; StaffStateChangedError when nobody is invited there any more
   */
  async renew(actor: StaffActor, staffId: string): Promise<void> {
    await this.#ofInvited(actor, staffId, async (tx, { roles }) => {
      await tx.update(StaffInvitation, openOf(staffId), { status: 'withdrawn', secretHash: null });
      await this.invitations.add(tx, actor, [staffId]);
      await this.audit.append(tx, {
        ...byStaff(actor),
        event: 'staff.invited',
        target: { kind: 'staff', id: staffId },
        details: { roles },
      });
    });
  }

  /**
   * Takes an invitation back. Of an account that nobody has used nothing stays, and the address is free again; one that
   * was in use, and was invited anew by the operator, is as it was. One whose sign-in was reset is closed: nobody could
   * sign in to it.
   *
   * @throws DeniedOrMissingError; StaffStateChangedError when it was accepted meanwhile
   */
  async withdraw(actor: StaffActor, staffId: string): Promise<void> {
    await this.#ofInvited(actor, staffId, async (tx, professional) => {
      await ((await wasUsed(tx, professional))
        ? this.#withdrawOfUsed(tx, professional)
        : tx.delete(Professional, { id: staffId }));
      await this.audit.append(tx, {
        ...byStaff(actor),
        event: 'staff.invitation-withdrawn',
        target: { kind: 'staff', id: staffId },
        details: {},
      });
    });
  }

  /**
   * A new link for an admin to hand over when mail does not get through. It is shown once; earlier links end. Only of an
   * account that nobody has used: whoever opens the link becomes the person, with all that the person may see.
   *
   * @throws DeniedOrMissingError; StaffStateChangedError when nobody is invited there any more; LinkByMailOnlyError
   *   (`staff.link-by-mail-only`)
   */
  async link(actor: StaffActor, staffId: string): Promise<NewLink> {
    return this.#ofInvited(actor, staffId, async (tx, professional) => {
      if (await wasUsed(tx, professional)) {
        throw new LinkByMailOnlyError();
      }
      const link = this.links.make();
      const { secretHash, expiresAt } = link;
      await tx.update(StaffInvitation, openOf(staffId), { status: 'sent', secretHash, expiresAt });
      await this.audit.append(tx, {
        ...byStaff(actor),
        event: 'staff.invitation-link-shown',
        target: { kind: 'staff', id: staffId },
        details: {},
      });
      return link;
    });
  }

  async #withdrawOfUsed(tx: EntityManager, { id, signInResetAt }: Professional): Promise<void> {
    await tx.update(StaffInvitation, openOf(id), { status: 'withdrawn', secretHash: null });
    if (signInResetAt !== null) {
      await tx.update(Professional, { id }, { deactivatedAt: this.clock.now() });
    }
  }

  async #ofInvited<T>(
    actor: StaffActor,
    staffId: string,
    act: (tx: EntityManager, professional: Professional) => Promise<T>,
  ): Promise<T> {
    return this.scope.of(actor.organisationId, async (tx) => {
      await lockStaff(tx, actor.organisationId);
      // Accepting changes the invitation's row: locked, so that it is accepted before or not at all.
      const lock = { mode: 'pessimistic_write' } as const;
      await tx.find(StaffInvitation, { where: openOf(staffId), lock });
      const { professional, state } = await accountOf(tx, actor, staffId);
      requireState(state, 'invited');
      return act(tx, professional);
    });
  }
}

function openOf(professionalId: string) {
  return { professionalId, status: In(OPEN) };
}

async function wasUsed(tx: EntityManager, professional: Professional): Promise<boolean> {
  return (await usedAccounts(tx, [professional])).has(professional.id);
}
