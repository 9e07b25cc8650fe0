import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock, DeniedOrMissingError, Randomness } from '@tapaamo/common';
import type { AuditDetails, ChangeTeamRequest, Team } from '@tapaamo/contracts';
import { OrganisationScope, sqlState } from '@tapaamo/database';
import { SettingsChangedError } from '@tapaamo/organisation';
import { In, type EntityManager } from 'typeorm';
import { Professional } from '../professional.entity.js';
import { StaffChanges } from '../session/staff-changes.js';
import { lockStaff } from '../staff/staff-accounts.service.js';
import { NotOneselfError } from '../staff/staff.errors.js';
import { StandInEndings } from './stand-in-endings.js';
import { CannotMeetClientsError, TeamNameTakenError } from './team.errors.js';
import { TeamMember, TeamRow } from './team.entity.js';

/** SQLSTATE of a violated unique index. */
const UNIQUE_VIOLATION = '23505';

/** The teams of an organisation, for its admins. Whose visits somebody reaches changes with them, at once. */
@Injectable()
export class Teams {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly changes: StaffChanges,
    private readonly endings: StandInEndings,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** All teams with their members, by name. */
  async list({ organisationId }: StaffActor): Promise<Team[]> {
    return this.scope.of(organisationId, async (tx) => {
      const teams = await tx.find(TeamRow, { where: { organisationId }, order: { name: 'ASC' } });
      const members = await tx.findBy(TeamMember, { teamId: In(teams.map(({ id }) => id)) });
      const people = await tx.find(Professional, {
        where: { id: In([...new Set(members.map(({ professionalId }) => professionalId))]) },
        order: { displayName: 'ASC', id: 'ASC' },
      });
      return teams.map(({ id, name, version }) => {
        const leads = new Map(
          members
            .filter(({ teamId }) => teamId === id)
            .map((member) => [member.professionalId, member.leads]),
        );
        const ofTeam = people.filter((person) => leads.has(person.id));
        return {
          id,
          name,
          version,
          members: ofTeam.map((one) => describe(one, leads.get(one.id) === true)),
        };
      });
    });
  }

  /** @returns The new team's id. @throws TeamNameTakenError (`team.name-taken`) */
  async create(actor: StaffActor, name: string): Promise<string> {
    const { organisationId } = actor;
    const id = this.randomness.uuid();
    await this.scope.of(organisationId, async (tx) => {
      const team = { id, organisationId, name, version: 1, createdAt: this.clock.now() };
      await named(tx.insert(TeamRow, team));
      const target = { kind: 'team', id } as const;
      await this.audit.append(tx, {
        ...byStaff(actor),
        event: 'team.created',
        target,
        details: {},
      });
    });
    return id;
  }

  /**
   * Makes a team as it shall be: its name, its members and who leads it.
   *
   * @throws DeniedOrMissingError; SettingsChangedError (`settings.changed-meanwhile`) when another admin did since it was
   *   read: an older page gives nobody leadership back; TeamNameTakenError (`team.name-taken`); CannotMeetClientsError
   *   (`staff.cannot-meet-clients`) when a member is not of the organisation; NotOneselfError (`staff.not-oneself`)
   *   when admins would come to lead people by it
   */
  async change(actor: StaffActor, teamId: string, wish: ChangeTeamRequest): Promise<void> {
    const { organisationId } = actor;
    await this.#decide(actor, teamId, 'team.changed', async (tx, team) => {
      const ids = wish.members.map(({ professionalId }) => professionalId);
      if ((await tx.countBy(Professional, { id: In(ids), organisationId })) !== ids.length) {
        throw new CannotMeetClientsError('members');
      }
      const before = await tx.findBy(TeamMember, { teamId });
      if (team.version !== wish.version) {
        throw new SettingsChangedError(differing(wish, team, before));
      }
      if (comesToLead(actor.professionalId, before, wish.members)) {
        throw new NotOneselfError();
      }
      const version = team.version + 1;
      await named(tx.update(TeamRow, { id: teamId }, { name: wish.name, version }));
      await tx.delete(TeamMember, { teamId });
      for (const member of wish.members) {
        await tx.insert(TeamMember, { ...member, teamId, organisationId });
      }
    });
  }

  /** @throws DeniedOrMissingError */
  async remove(actor: StaffActor, teamId: string): Promise<void> {
    await this.#decide(actor, teamId, 'team.removed', (tx) => tx.delete(TeamRow, { id: teamId }));
  }

  /** Changes one team at a time. Who led it, and who leads it now, may reach other visits than before. */
  async #decide(
    actor: StaffActor,
    teamId: string,
    event: 'team.changed' | 'team.removed',
    act: (tx: EntityManager, team: TeamRow) => Promise<unknown>,
  ): Promise<void> {
    const { organisationId } = actor;
    await this.scope.of(organisationId, async (tx) => {
      await lockStaff(tx, organisationId);
      const team = await tx.findOne(TeamRow, {
        where: { id: teamId, organisationId },
        lock: { mode: 'pessimistic_write' },
      });
      if (team === null) {
        throw new DeniedOrMissingError();
      }
      const before = await tx.findBy(TeamMember, { teamId });
      await act(tx, team);
      const details = difference(before, await tx.findBy(TeamMember, { teamId }));
      for (const professionalId of new Set([...details.leadsBefore, ...details.leadsAfter])) {
        await this.changes.announce(tx, { organisationId, professionalId });
      }
      const target = { kind: 'team', id: teamId } as const;
      await this.audit.append(tx, { ...byStaff(actor), event, target, details });
      await this.endings.endLapsed(tx, actor);
    });
  }
}

/** What was sent and is another value now. */
function differing(
  wish: ChangeTeamRequest,
  { name }: TeamRow,
  present: readonly TeamMember[],
): ('name' | 'members')[] {
  const sorted = (members: readonly { professionalId: string; leads: boolean }[]) =>
    members.map(({ professionalId, leads }) => `${professionalId} ${String(leads)}`).sort();
  const isSame = sorted(wish.members).join() === sorted(present).join();
  return [
    ...(wish.name === name ? [] : ['name' as const]),
    ...(isSame ? [] : ['members' as const]),
  ];
}

/** Who came into a team and who left it, and who led it before and after. */
function difference(
  before: readonly TeamMember[],
  after: readonly TeamMember[],
): AuditDetails<'team.changed'> {
  const [former, present] = [idsOf(before), idsOf(after)];
  return {
    added: present.filter((id) => !former.includes(id)),
    removed: former.filter((id) => !present.includes(id)),
    leadsBefore: idsOf(before.filter(({ leads }) => leads)),
    leadsAfter: idsOf(after.filter(({ leads }) => leads)),
  };
}

function idsOf(members: readonly TeamMember[]): string[] {
  return members.map(({ professionalId }) => professionalId);
}

/** Whether somebody would lead anybody in the team whom they did not lead before. */
function comesToLead(
  id: string,
  before: readonly TeamMember[],
  after: ChangeTeamRequest['members'],
): boolean {
  const leads = (members: readonly { professionalId: string; leads: boolean }[]) =>
    members.some((member) => member.professionalId === id && member.leads);
  const former = new Set(before.map(({ professionalId }) => professionalId));
  const grows = after.some(({ professionalId }) => !former.has(professionalId));
  return leads(after) && (!leads(before) || grows);
}

function describe({ id, displayName, roles }: Professional, leads: boolean): Team['members'][0] {
  return { id, displayName, leads, hasLeadRole: roles.includes('team-lead') };
}

/** Writes a name. @throws TeamNameTakenError: decided by the database, whatever runs in parallel. */
async function named(writing: Promise<unknown>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    throw sqlState(error) === UNIQUE_VIOLATION ? new TeamNameTakenError() : error;
  }
}
