import { Injectable } from '@nestjs/common';
import { meetsClients, type StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock, DeniedOrMissingError, Randomness, localDateOf } from '@tapaamo/common';
import type { AddStandInRequest, ColleagueName, StandInList } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { In, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { Professional } from '../professional.entity.js';
import { StaffChanges } from '../session/staff-changes.js';
import { lockStaff } from '../staff/staff-accounts.service.js';
import { NotOneselfError } from '../staff/staff.errors.js';
import { Colleagues } from './colleagues.service.js';
import { requireStandInDays } from './stand-in-days.js';
import { StandInEndings } from './stand-in-endings.js';
import { StandInRow } from './stand-in.entity.js';
import { CannotMeetClientsError } from './team.errors.js';
import { TeamMember } from './team.entity.js';

/** Who stands in for whom. One's own, those of the teams that one leads, and for an admin everybody's. */
@Injectable()
export class StandIns {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly colleagues: Colleagues,
    private readonly changes: StaffChanges,
    private readonly endings: StandInEndings,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** Those that are not over and concern the actor, earliest first, and for whom the actor may choose one. */
  async list(actor: StaffActor): Promise<StandInList> {
    const { organisationId, professionalId } = actor;
    return this.scope.of(organisationId, async (tx) => {
      const mine = await this.#arrangedBy(tx, actor);
      const rows = await tx.find(StandInRow, {
        where: { organisationId, lastDay: MoreThanOrEqual(localDateOf(this.clock.now())) },
        order: { firstDay: 'ASC', createdAt: 'ASC', id: 'ASC' },
      });
      const shown = rows.filter(
        ({ absentId, standInId }) => mine.includes(absentId) || standInId === professionalId,
      );
      const ids = [...mine, ...shown.flatMap((row) => [row.absentId, row.standInId])];
      const names = await namesOf(tx, ids);
      const nameOf = (id: string) => ({ id, displayName: names.get(id) ?? '' });
      return {
        standIns: shown.map(({ id, absentId, standInId, firstDay, lastDay }) => ({
          id,
          absent: nameOf(absentId),
          standIn: nameOf(standInId),
          firstDay,
          lastDay,
          removable: mine.includes(absentId),
        })),
        absentees: [...names.keys()].filter((id) => mine.includes(id)).map(nameOf),
      };
    });
  }

  /**
   * Somebody stands in from now on until the end of the last day, for bookings of these days.
   *
   * @throws DeniedOrMissingError for whom the actor may choose nobody; NotOneselfError (`staff.not-oneself`) for an admin
   *   who chooses themselves; the errors of `requireStandInDays`; CannotMeetClientsError (`staff.cannot-meet-clients`)
   */
  async add(actor: StaffActor, wish: AddStandInRequest): Promise<void> {
    const { organisationId } = actor;
    const { absentId, standInId, firstDay, lastDay } = wish;
    await this.scope.of(organisationId, async (tx) => {
      // No team and no role changes between the question whether they lead and the stand-in that follows from it.
      await lockStaff(tx, organisationId);
      await this.#require(tx, actor, absentId);
      if (standInId === actor.professionalId && actor.roles.includes('admin')) {
        throw new NotOneselfError();
      }
      requireStandInDays(wish, this.clock.now());
      await this.colleagues.require(tx, organisationId, standInId, 'standInId');
      if (standInId === absentId) {
        throw new CannotMeetClientsError('standInId');
      }
      await tx.insert(StandInRow, {
        ...wish,
        id: this.randomness.uuid(),
        organisationId,
        createdBy: actor.professionalId,
        createdAt: this.clock.now(),
      });
      await this.changes.announce(tx, { organisationId, professionalId: standInId });
      await this.audit.append(tx, {
        ...byStaff(actor),
        event: 'stand-in.added',
        target: { kind: 'staff', id: absentId },
        details: { standInId, firstDay, lastDay },
      });
    });
  }

  /** Ends it at once. @throws DeniedOrMissingError */
  async remove(actor: StaffActor, id: string): Promise<void> {
    const { organisationId } = actor;
    await this.scope.of(organisationId, async (tx) => {
      const row = await tx.findOneBy(StandInRow, { id, organisationId });
      if (row === null) {
        throw new DeniedOrMissingError();
      }
      await this.#require(tx, actor, row.absentId);
      await this.endings.end(tx, actor, row);
    });
  }

  async #require(tx: EntityManager, actor: StaffActor, absentId: string): Promise<void> {
    if (!(await this.#arrangedBy(tx, actor)).includes(absentId)) {
      throw new DeniedOrMissingError();
    }
  }

  /** For whom the actor may choose a stand-in. */
  async #arrangedBy(tx: EntityManager, actor: StaffActor): Promise<string[]> {
    const { organisationId, professionalId, roles } = actor;
    if (roles.includes('admin')) {
      const everybody = await tx.findBy(Professional, { organisationId });
      return everybody.filter((one) => meetsClients(one.roles)).map(({ id }) => id);
    }
    const team = roles.includes('team-lead') ? await ledBy(tx, professionalId) : [];
    return [...new Set([professionalId, ...team])];
  }
}

/** Members of the teams that somebody leads. */
async function ledBy(tx: EntityManager, professionalId: string): Promise<string[]> {
  const led = await tx.findBy(TeamMember, { professionalId, leads: true });
  const members = await tx.findBy(TeamMember, { teamId: In(led.map(({ teamId }) => teamId)) });
  return members.map((member) => member.professionalId);
}

/** Names by account, in the order of the names. */
async function namesOf(
  tx: EntityManager,
  ids: readonly string[],
): Promise<Map<ColleagueName['id'], string>> {
  const found = await tx.find(Professional, {
    where: { id: In([...new Set(ids)]) },
    order: { displayName: 'ASC', id: 'ASC' },
  });
  return new Map(found.map(({ id, displayName }) => [id, displayName]));
}
