import type { StaffActor } from '@tapaamo/access';
import { BookedVisits, VisitDesk } from '@tapaamo/visit';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { disableRowLevelSecurity } from '../../support/row-level-security.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { actorOf, buildWorld, type TestOrganisation } from '../../support/world.js';

describe('a visit, by the conditions in code alone', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let other: TestOrganisation;
  let visit: BookedVisit;
  let owner: StaffActor;

  beforeAll(async () => {
    api = await startApi();
    await disableRowLevelSecurity(api.dataSource);
    world = await buildWorld(api.dataSource);
    other = await buildWorld(api.dataSource, { name: 'Toinen' });
    visit = await bookedVisit(api, world.service);
    const [row] = await api.dataSource.query<[{ professional_id: string }]>(
      'SELECT professional_id FROM booking',
    );
    owner = { ...actorOf(world.professional), professionalId: row.professional_id };
  });

  afterAll(async () => {
    await api.close();
  });

  const tx = () => api.dataSource.manager;
  const read = (actor: StaffActor) => api.get(VisitDesk).read(actor, visit.visitId);
  const one = (actor: StaffActor) => api.get(BookedVisits).one(tx(), actor, visit.visitId);
  const days = { from: '2027-02-01', to: '2027-02-28', scope: 'team' } as const;
  const list = (actor: StaffActor) => api.get(BookedVisits).list(actor, days);

  it('is there for who booked it', async () => {
    expect(await read(owner)).toMatchObject({ id: visit.visitId });
    expect(await one(owner)).toMatchObject({ visitId: visit.visitId });
    expect(await list(owner)).toHaveLength(1);
  });

  // Each is right in one half only, as nobody could be who signed in: each condition stands alone.
  it.each([
    ['a colleague', () => ({ ...owner, professionalId: world.colleague.id })],
    ['somebody of another organisation', () => actorOf(other.professional)],
    [
      'the same person in another organisation',
      () => ({ ...owner, organisationId: other.organisationId }),
    ],
  ])('is not there for %s', async (_, actor) => {
    await expect(read(actor())).rejects.toMatchObject({ code: 'access.denied-or-missing' });
    await expect(one(actor())).rejects.toMatchObject({ code: 'access.denied-or-missing' });
    expect(await list(actor())).toEqual([]);
  });
});
