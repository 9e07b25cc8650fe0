import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock, DeniedOrMissingError, Randomness } from '@tapaamo/common';
import type { InviteStaffRequest } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { In, type EntityManager } from 'typeorm';
import { Professional } from '../professional.entity.js';
import { StaffAlreadyHereError, StaffCannotBeInvitedError } from '../staff/staff.errors.js';
import { InvitationNotices } from './invitation-notices.js';
import { NewInvitations } from './new-invitations.js';

/** Inviting people into the staff. The mail is the job runner's (libs/notification). */
@Injectable()
export class StaffInviting {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly invitations: NewInvitations,
    private readonly notices: InvitationNotices,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /**
   * Invites one person. @returns Id of the account.
   *
   * @throws StaffAlreadyHereError, StaffCannotBeInvitedError
   */
  async invite(actor: StaffActor, member: InviteStaffRequest): Promise<string> {
    const [id] = await this.#inviteAll(actor, [member], () => 'email');
    if (id === undefined) {
      throw new DeniedOrMissingError();
    }
    return id;
  }

  /**
   * Invites many, all or none. @returns How many.
   *
   * @throws StaffAlreadyHereError, StaffCannotBeInvitedError, both naming the rows as `members.<index>.email`
   */
  async inviteMany(actor: StaffActor, members: readonly InviteStaffRequest[]): Promise<number> {
    return (await this.#inviteAll(actor, members, fieldOfRow)).length;
  }

  /** Says what would be refused and invites nobody. @throws StaffAlreadyHereError */
  async check(actor: StaffActor, members: readonly InviteStaffRequest[]): Promise<void> {
    await this.scope.of(actor.organisationId, (tx) => refuseKnown(tx, actor, members, fieldOfRow));
  }

  async #inviteAll(
    actor: StaffActor,
    members: readonly InviteStaffRequest[],
    fieldOf: (index: number) => string,
  ): Promise<string[]> {
    return this.scope.of(actor.organisationId, async (tx) => {
      await refuseKnown(tx, actor, members, fieldOf);
      const rows = members.map((member) => this.#accountOf(actor, member));
      await insertAll(tx, rows, fieldOf);
      const ids = rows.map(({ id }) => id);
      await this.invitations.add(tx, actor, ids);
      await this.notices.tell(tx, actor);
      await this.#tell(tx, actor, rows);
      return ids;
    });
  }

  async #tell(
    tx: EntityManager,
    actor: StaffActor,
    [only, ...more]: readonly Professional[],
  ): Promise<void> {
    const count = more.length + 1;
    await (only !== undefined && more.length === 0
      ? this.audit.append(tx, {
          ...byStaff(actor),
          event: 'staff.invited',
          target: { kind: 'staff', id: only.id },
          details: { roles: only.roles },
        })
      : this.audit.append(tx, {
          ...byStaff(actor),
          event: 'staff.imported',
          details: { count, refused: 0 },
        }));
  }

  #accountOf(actor: StaffActor, member: InviteStaffRequest): Professional {
    return {
      id: this.randomness.uuid(),
      organisationId: actor.organisationId,
      email: member.email,
      displayName: member.displayName,
      passwordHash: null,
      secondFactor: 'required',
      roles: member.roles,
      deactivatedAt: null,
      signInResetAt: null,
      emergencyAccess: false,
      version: 1,
      signInEpoch: 0,
      createdAt: this.clock.now(),
    };
  }
}

const fieldOfRow = (index: number): string => `members.${String(index)}.email`;

/** Refuses addresses that are on the list twice or belong to the organisation's own staff. */
async function refuseKnown(
  tx: EntityManager,
  actor: StaffActor,
  members: readonly InviteStaffRequest[],
  fieldOf: (index: number) => string,
): Promise<void> {
  const { organisationId } = actor;
  const email = In(members.map((member) => member.email));
  const rows = await tx.find(Professional, {
    where: { organisationId, email },
    select: { id: true, email: true },
  });
  const known = new Set(rows.map((row) => row.email));
  const refused: string[] = [];
  members.forEach((member, index) => {
    if (known.has(member.email)) {
      refused.push(fieldOf(index));
    }
    known.add(member.email);
  });
  if (refused.length > 0) {
    throw new StaffAlreadyHereError(refused);
  }
}

/** Inserts accounts; what the unique index refuses belongs to an organisation that cannot be seen from here. */
async function insertAll(
  tx: EntityManager,
  rows: readonly Professional[],
  fieldOf: (index: number) => string,
): Promise<void> {
  await tx
    .createQueryBuilder()
    .insert()
    .into(Professional)
    .values([...rows])
    .orIgnore()
    .execute();
  const inserted = await tx.find(Professional, {
    where: { id: In(rows.map(({ id }) => id)) },
    select: { id: true },
  });
  const known = new Set(inserted.map(({ id }) => id));
  const refused = rows.flatMap(({ id }, index) => (known.has(id) ? [] : [fieldOf(index)]));
  if (refused.length > 0) {
    throw new StaffCannotBeInvitedError(refused);
  }
}
