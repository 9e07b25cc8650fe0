import { Inject, Injectable } from '@nestjs/common';
import { meetsClients, type StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock, DeniedOrMissingError } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import type { ChangeStaffRequest, StaffRole, StaffState } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Organisation, SettingsChangedError } from '@tapaamo/organisation';
import type { EntityManager } from 'typeorm';
import { openInvitations } from '../inviting/open-invitation.js';
import { Professional } from '../professional.entity.js';
import { isBoundToProvider } from '../provider/exclusive-provider.js';
import { StaffChanges } from '../session/staff-changes.js';
import { StaffSessionService } from '../session/staff-session.service.js';
import { voidProofs } from '../session/standing-proof.js';
import { StandInEndings } from '../team/stand-in-endings.js';
import { NotOneselfError, StaffStateChangedError } from './staff.errors.js';
import { requireAdmin } from './working-admins.js';

/** An account and where it stands. */
interface Account {
  professional: Professional;
  state: StaffState;
}

/** What the audit log tells of a decision. */
type Told =
  | {
      event: 'staff.changed' | 'staff.deactivated' | 'staff.reactivated';
      details: Record<string, never>;
    }
  | { event: 'staff.roles-changed'; details: { before: StaffRole[]; after: StaffRole[] } };

/** What admins do to the accounts of their organisation. */
@Injectable()
export class StaffAccounts {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly scope: OrganisationScope,
    private readonly changes: StaffChanges,
    private readonly sessions: StaffSessionService,
    private readonly endings: StandInEndings,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Changes name and roles. Nobody gives themselves a role: two people decide who meets clients. An admin who is none any
   * more loses emergency access, and the sessions that it allowed.
   *
   * @throws DeniedOrMissingError; LastAdminError (`staff.last-admin`); NotOneselfError (`staff.not-oneself`);
   *   LastEmergencyAdminError (`staff.last-emergency-admin`)
   * @throws SettingsChangedError (`settings.changed-meanwhile`) when another admin did since the account was read: an
   *   older page gives nobody a role back
   */
  async change(actor: StaffActor, staffId: string, wish: ChangeStaffRequest): Promise<void> {
    const { displayName, roles } = wish;
    await this.#decide(actor, staffId, async (tx, { professional }): Promise<Told> => {
      const before = professional.roles;
      if (professional.version !== wish.version) {
        throw new SettingsChangedError(differing(wish, professional));
      }
      if (staffId === actor.professionalId && roles.some((role) => !before.includes(role))) {
        throw new NotOneselfError();
      }
      const version = professional.version + 1;
      // Whoever is made an admin again is chosen for emergencies again.
      const lapsed = roles.includes('admin') ? {} : { emergencyAccess: false };
      await tx.update(Professional, { id: staffId }, { displayName, roles, version, ...lapsed });
      await this.#endWithRoles(tx, professional, roles);
      if (isSame(before, roles)) {
        return { event: 'staff.changed', details: {} };
      }
      return { event: 'staff.roles-changed', details: { before, after: roles } };
    });
  }

  /**
   * Closes an account: its sessions end, and what is open for it.
   *
   * @throws DeniedOrMissingError; LastAdminError (`staff.last-admin`); StaffStateChangedError when it is not in use
   */
  async deactivate(actor: StaffActor, staffId: string): Promise<void> {
    await this.#decide(actor, staffId, async (tx, { professional, state }) => {
      requireState(state, 'active');
      await tx.update(Professional, { id: staffId }, { deactivatedAt: this.clock.now() });
      const { organisationId } = professional;
      await this.sessions.endAll(tx, { organisationId, professionalId: staffId });
      return { event: 'staff.deactivated', details: {} };
    });
  }

  /**
   * Opens a closed account again, as it was, without its sessions.
   *
   * @throws DeniedOrMissingError; StaffStateChangedError when it is not closed
   */
  async reactivate(actor: StaffActor, staffId: string): Promise<void> {
    await this.#decide(actor, staffId, async (tx, { state }) => {
      requireState(state, 'deactivated');
      await tx.update(Professional, { id: staffId }, { deactivatedAt: null });
      return { event: 'staff.reactivated', details: {} };
    });
  }

  /** Ends what an account had by roles that it has no more. */
  async #endWithRoles(
    tx: EntityManager,
    { id: professionalId, organisationId, roles: before }: Professional,
    after: readonly StaffRole[],
  ): Promise<void> {
    const staff = { organisationId, professionalId };
    if (meetsClients(before) && !meetsClients(after)) {
      // What was made with the role, such as a calendar feed, is not back when the role is.
      await voidProofs(tx, staff);
    }
    if (await isBoundToProvider(tx, staff)) {
      await this.sessions.endButBy(tx, staff, 'oidc');
    }
  }

  /**
   * Takes one decision at a time in an organisation, so that two admins cannot remove each other at once.
   *
   * @param act - Does it, and says what the audit log tells of it.
   */
  async #decide(
    actor: StaffActor,
    staffId: string,
    act: (tx: EntityManager, account: Account) => Promise<Told>,
  ): Promise<void> {
    const { organisationId } = actor;
    await this.scope.of(organisationId, async (tx) => {
      await lockStaff(tx, organisationId);
      const told = await act(tx, await accountOf(tx, actor, staffId));
      await requireAdmin(tx, organisationId, this.config);
      await this.changes.announce(tx, { organisationId, professionalId: staffId });
      const target = { kind: 'staff', id: staffId } as const;
      await this.audit.append(tx, { ...byStaff(actor), ...told, target });
      await this.endings.endLapsed(tx, actor);
    });
  }
}

/** Until the transaction ends, nobody else decides over the organisation's accounts. */
export async function lockStaff(tx: EntityManager, organisationId: string): Promise<void> {
  await tx.findOneOrFail(Organisation, {
    where: { id: organisationId },
    select: { id: true },
    lock: { mode: 'for_no_key_update' },
  });
}

/** One account of the actor's organisation. @throws DeniedOrMissingError */
export async function accountOf(
  tx: EntityManager,
  actor: StaffActor,
  staffId: string,
): Promise<Account> {
  const { organisationId } = actor;
  const professional = await tx.findOneBy(Professional, { id: staffId, organisationId });
  if (professional === null) {
    throw new DeniedOrMissingError();
  }
  const invitations = await openInvitations(tx, [staffId]);
  return { professional, state: stateOf(professional, invitations.has(staffId)) };
}

/** Where an account stands. */
export function stateOf({ deactivatedAt }: Professional, isInvited: boolean): StaffState {
  if (deactivatedAt !== null) {
    return 'deactivated';
  }
  return isInvited ? 'invited' : 'active';
}

/** @throws StaffStateChangedError (`staff.state-changed`) when an account does not stand where an act begins. */
export function requireState(state: StaffState, needed: StaffState): void {
  if (state !== needed) {
    throw new StaffStateChangedError();
  }
}

/** What was sent and is another value now. */
function differing(
  wish: ChangeStaffRequest,
  { displayName, roles }: Professional,
): ('displayName' | 'roles')[] {
  return [
    ...(wish.displayName === displayName ? [] : ['displayName' as const]),
    ...(isSame(wish.roles, roles) ? [] : ['roles' as const]),
  ];
}

function isSame(some: readonly StaffRole[], others: readonly StaffRole[]): boolean {
  return some.length === others.length && some.every((role) => others.includes(role));
}
