import { Inject, Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { OrganisationScope } from '@tapaamo/database';
import { NewInvitations } from '../inviting/new-invitations.js';
import { SignInMeans } from '../means/sign-in-means.js';
import { Professional } from '../professional.entity.js';
import { accountOf, lockStaff, requireState } from './staff-accounts.service.js';
import { NotOneselfError } from './staff.errors.js';
import { requireAdmin } from './working-admins.js';

/** Helping somebody who has lost every means of signing in. */
@Injectable()
export class SignInReset {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly scope: OrganisationScope,
    private readonly means: SignInMeans,
    private readonly invitations: NewInvitations,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes all means of signing in and all sessions away from an account and invites the person anew, by mail.
   *
   * @throws DeniedOrMissingError; NotOneselfError (`staff.not-oneself`); StaffStateChangedError when it is not in use;
   *   LastAdminError (`staff.last-admin`)
   */
  async reset(actor: StaffActor, staffId: string): Promise<void> {
    const { organisationId } = actor;
    await this.scope.of(organisationId, async (tx) => {
      await lockStaff(tx, organisationId);
      const { state } = await accountOf(tx, actor, staffId);
      if (staffId === actor.professionalId) {
        throw new NotOneselfError();
      }
      requireState(state, 'active');
      await this.means.removeAll(tx, { organisationId, professionalId: staffId });
      await tx.update(Professional, { id: staffId }, { signInResetAt: this.clock.now() });
      await this.invitations.add(tx, actor, [staffId]);
      await requireAdmin(tx, organisationId, this.config);
      await this.audit.append(tx, {
        ...byStaff(actor),
        event: 'staff.sign-in-reset',
        target: { kind: 'staff', id: staffId },
        details: {},
      });
    });
  }
}
