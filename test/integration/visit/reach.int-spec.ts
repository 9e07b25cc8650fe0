import fc from 'fast-check';
import { addDays, localDateOf } from '@tapaamo/common';
import type { StaffRole, VisitRelation } from '@tapaamo/contracts';
import { Professional, StandInRow, TeamMember, TeamRow } from '@tapaamo/professional';
import { BookingRow } from '@tapaamo/booking';
import { BookingShare, VisitRow, reach } from '@tapaamo/visit';
import { arbitraryInstant } from '../../support/arbitrary-instant.js';
import { bookedVisit } from '../../support/booked-visit.js';
import { buildProfessional } from '../../support/builders/professional-builder.js';
import { buildTeam, share, standInFor } from '../../support/builders/team-builder.js';
import { dayOf, wallOf } from '../../support/helsinki-by-intl.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const PEOPLE = 4;
const VISITS = 3;
const TEAMS = 2;
const HOUR_MS = 3_600_000;

/** Everything that the rule looks at, people by their number. */
interface Ties {
  now: Date;
  /** Who has the role of a lead. */
  leadRole: boolean[];
  visits: { owner: number; startsAt: Date; isDue: boolean }[];
  members: { team: number; who: number; leads: boolean }[];
  standIns: { absent: number; standIn: number; firstDay: string; lastDay: string }[];
  shares: { visit: number; who: number }[];
}

const person = fc.nat({ max: PEOPLE - 1 });
const visit = fc.nat({ max: VISITS - 1 });

/** Starts and days lie around one instant, so that they meet at their edges. */
const arbitraryTies: fc.Arbitrary<Ties> = arbitraryInstant.chain((now) => {
  const near = fc.integer({ min: -50, max: 50 }).map((hours) => hours * HOUR_MS + now.getTime());
  const day = fc.integer({ min: -3, max: 3 }).map((days) => addDays(localDateOf(now), days));
  return fc.record({
    now: fc.constant(now),
    leadRole: fc.array(fc.boolean(), { minLength: PEOPLE, maxLength: PEOPLE }),
    visits: fc.array(
      fc.record({
        owner: person,
        startsAt: near.map((instant) => new Date(instant)),
        isDue: fc.boolean().map((first) => first && now.getTime() % 3 === 0),
      }),
      { minLength: VISITS, maxLength: VISITS },
    ),
    members: fc.uniqueArray(
      fc.record({ team: fc.nat({ max: TEAMS - 1 }), who: person, leads: fc.boolean() }),
      { selector: ({ team, who }) => `${String(team)} ${String(who)}`, maxLength: 6 },
    ),
    standIns: fc.array(
      fc
        .record({ absent: person, standIn: person, one: day, other: day })
        .filter(({ absent, standIn }) => absent !== standIn)
        .map(({ one, other, ...who }) => {
          const [firstDay = one, lastDay = other] = [one, other].sort();
          return { ...who, firstDay, lastDay };
        }),
      { maxLength: 4 },
    ),
    shares: fc.uniqueArray(fc.record({ visit, who: person }), {
      selector: (one) => `${String(one.visit)} ${String(one.who)}`,
      maxLength: 3,
    }),
  });
});

/** The rule again, in other words: by looking at each person and each visit, with Intl's calendar. */
function relationOf(ties: Ties, which: number, who: number): VisitRelation | null {
  const { owner, startsAt, isDue } = ties.visits[which] ?? {
    owner: -1,
    startsAt: ties.now,
    isDue: true,
  };
  const dayIn = (instant: Date) => dayOf(wallOf(instant));
  const teamsOf = (leads: boolean, whose: number) =>
    ties.members
      .filter((one) => one.who === whose && (!leads || one.leads))
      .map(({ team }) => team);
  if (isDue) {
    return null;
  }
  if (owner === who) {
    return 'own';
  }
  const start = dayIn(startsAt);
  const isStandIn = ties.standIns.some(
    ({ absent, standIn, firstDay, lastDay }) =>
      absent === owner &&
      standIn === who &&
      !(start < firstDay) &&
      !(lastDay < start) &&
      !(lastDay < dayIn(ties.now) && startsAt.getTime() + HOUR_MS <= ties.now.getTime()),
  );
  if (isStandIn) {
    return 'stand-in';
  }
  const led = ties.leadRole[who] === true ? teamsOf(true, who) : [];
  if (teamsOf(false, owner).some((team) => led.includes(team))) {
    return 'team';
  }
  return ties.shares.some((one) => one.visit === which && one.who === who) ? 'shared' : null;
}

describe('who reaches a visit', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let people: string[];
  let visitIds: string[];

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
    people = [];
    for (let index = 0; index < PEOPLE; index += 1) {
      people.push((await buildProfessional(api.dataSource, world)).id);
    }
    visitIds = [];
    for (let index = 0; index < VISITS; index += 1) {
      visitIds.push((await bookedVisit(api, world.service)).visitId);
    }
  });

  afterAll(async () => {
    await api.close();
  });

  const idOf = (who: number) => people[who] ?? '';

  /** Makes the database as a case has it. */
  async function lay(ties: Ties): Promise<void> {
    const { manager } = api.dataSource;
    await manager.clear(BookingShare);
    await manager.clear(StandInRow);
    await manager.createQueryBuilder().delete().from(TeamMember).execute();
    await manager.createQueryBuilder().delete().from(TeamRow).execute();
    for (const [who, hasRole] of ties.leadRole.entries()) {
      const roles: StaffRole[] = hasRole ? ['professional', 'team-lead'] : ['professional'];
      await manager.update(Professional, { id: idOf(who) }, { roles });
    }
    for (const [index, { owner, startsAt, isDue }] of ties.visits.entries()) {
      const { bookingId } = await manager.findOneByOrFail(VisitRow, { id: visitIds[index] ?? '' });
      // Fulfilled: bookings that are over take nobody's time, and these may lie on each other.
      const plan = { startsAt, endsAt: new Date(startsAt.getTime() + HOUR_MS) };
      const change = { ...plan, professionalId: idOf(owner), status: 'fulfilled' as const };
      await manager.update(BookingRow, { id: bookingId }, change);
      const purgeDueAt = new Date(ties.now.getTime() + (isDue ? 0 : 1));
      await manager.update(VisitRow, { bookingId }, { purgeDueAt });
    }
    for (let team = 0; team < TEAMS; team += 1) {
      const of = (leads: boolean) =>
        ties.members
          .filter((one) => one.team === team && one.leads === leads)
          .map(({ who }) => idOf(who));
      await buildTeam(api.dataSource, world, { leads: of(true), members: of(false) });
    }
    for (const { absent, standIn, ...days } of ties.standIns) {
      const who = { absentId: idOf(absent), standInId: idOf(standIn) };
      await standInFor(api.dataSource, { world, ...who, ...days });
    }
    for (const one of ties.shares) {
      const visitId = visitIds[one.visit] ?? '';
      await share(api.dataSource, { world, visitId, professionalId: idOf(one.who) });
    }
  }

  it('is as the rule says it in other words, whatever ties there are', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryTies, async (ties) => {
        await lay(ties);
        const present = { organisationId: world.organisationId, now: ties.now };
        const found = await reach(api.dataSource.manager, present, { visitIds });
        const told = found.map((one) => [
          visitIds.indexOf(one.visitId),
          people.indexOf(one.professionalId),
          one.relation,
        ]);
        const expected = visitIds.flatMap((_, which) =>
          people.flatMap((__, who) => {
            const relation = relationOf(ties, which, who);
            return relation === null ? [] : [[which, who, relation]];
          }),
        );
        expect(told.sort()).toEqual(expected.sort());
        // Asked for one person, or by the time of the start, it says the same.
        for (const [who, professionalId] of people.entries()) {
          const own = await reach(api.dataSource.manager, present, { visitIds, professionalId });
          expect(own).toHaveLength(expected.filter((one) => one[1] === who).length);
        }
      }),
      { seed: 20_27, numRuns: 60 },
    );
  });
});
