import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock } from '@tapaamo/common';
import {
  STAFF_PAGE_SIZE,
  type InvitationState,
  type ListStaffQuery,
  type StaffList,
  type StaffMember,
  type StaffState,
} from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import type { EntityManager } from 'typeorm';
import { OPEN, openInvitations } from '../inviting/open-invitation.js';
import { usedAccounts } from '../inviting/used-accounts.js';
import { Professional } from '../professional.entity.js';
import { StaffInvitation } from '../staff-invitation.entity.js';
import { accountOf, stateOf } from './staff-accounts.service.js';

const IS_INVITED = `EXISTS (SELECT FROM staff_invitation invitation
  WHERE invitation.professional_id = professional.id AND invitation.status = ANY (:open))`;

const CONDITIONS: Record<StaffState, string> = {
  active: `professional.deactivated_at IS NULL AND NOT ${IS_INVITED}`,
  invited: `professional.deactivated_at IS NULL AND ${IS_INVITED}`,
  deactivated: 'professional.deactivated_at IS NOT NULL',
};

/** The open invitations of some accounts, and which of these were in use before. */
interface Invited {
  invitations: Map<string, StaffInvitation>;
  used: Set<string>;
}

/** The staff of an organisation as admins see it. */
@Injectable()
export class StaffDirectory {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** One page of the staff, by name. */
  async list(
    actor: StaffActor,
    { search = '', state, page = 1 }: ListStaffQuery,
  ): Promise<StaffList> {
    return this.scope.of(actor.organisationId, async (tx) => {
      const query = tx
        .createQueryBuilder(Professional, 'professional')
        .where({ organisationId: actor.organisationId })
        .orderBy('lower(professional.display_name)')
        .addOrderBy('professional.id')
        .take(STAFF_PAGE_SIZE)
        .skip((page - 1) * STAFF_PAGE_SIZE);
      if (search !== '') {
        const condition =
          '(professional.display_name ILIKE :part OR professional.email ILIKE :part)';
        query.andWhere(condition, { part: `%${search.replace(/[\\%_]/g, String.raw`\$&`)}%` });
      }
      if (state !== undefined) {
        query.andWhere(CONDITIONS[state], state === 'deactivated' ? {} : { open: OPEN });
      }
      const [rows, total] = await query.getManyAndCount();
      const details = { count: rows.length };
      await this.audit.append(tx, { ...byStaff(actor), event: 'staff.viewed', details });
      const invited = await invitedOf(tx, rows);
      return { staff: rows.map((row) => this.#describe(row, invited)), total };
    });
  }

  /** One member of the staff, looked at. @throws DeniedOrMissingError */
  async view(actor: StaffActor, staffId: string): Promise<StaffMember> {
    return this.scope.of(actor.organisationId, async (tx) => {
      const member = await this.#member(tx, actor, staffId);
      const details = { count: 1 };
      await this.audit.append(tx, { ...byStaff(actor), event: 'staff.viewed', details });
      return member;
    });
  }

  /** One member of the staff, as an act that is told of itself answers it. @throws DeniedOrMissingError */
  async one(actor: StaffActor, staffId: string): Promise<StaffMember> {
    return this.scope.of(actor.organisationId, (tx) => this.#member(tx, actor, staffId));
  }

  async #member(tx: EntityManager, actor: StaffActor, staffId: string): Promise<StaffMember> {
    const { professional } = await accountOf(tx, actor, staffId);
    return this.#describe(professional, await invitedOf(tx, [professional]));
  }

  #describe(professional: Professional, { invitations, used }: Invited): StaffMember {
    const { id, displayName, email, roles, version } = professional;
    const invitation = invitations.get(id);
    const state = stateOf(professional, invitation !== undefined);
    return {
      id,
      displayName,
      email,
      roles,
      version,
      state,
      invitation:
        state === 'invited' && invitation !== undefined
          ? {
              state: this.#fate(invitation),
              expiresAt: invitation.expiresAt.toISOString(),
              byMailOnly: used.has(id),
            }
          : null,
    };
  }

  #fate({ status, expiresAt }: StaffInvitation): InvitationState {
    if (status === 'sent') {
      return expiresAt <= this.clock.now() ? 'expired' : 'sent';
    }
    return status === 'failed' ? 'failed' : 'queued';
  }
}

async function invitedOf(tx: EntityManager, professionals: Professional[]): Promise<Invited> {
  const invitations = await openInvitations(
    tx,
    professionals.map(({ id }) => id),
  );
  const invited = professionals.filter(({ id }) => invitations.has(id));
  return { invitations, used: await usedAccounts(tx, invited) };
}
