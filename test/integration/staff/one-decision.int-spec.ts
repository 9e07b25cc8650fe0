import type { Professional } from '@tapaamo/professional';
import type { ApiClient } from '../../support/api-client.js';
import { buildProfessional } from '../../support/builders/professional-builder.js';
import { buildTeam } from '../../support/builders/team-builder.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { whileDecided } from '../../support/while-decided.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

/** Path below /api and body of what an admin decides. */
type Decision = readonly [path: string, body?: object];

/** Who is an admin, who leads and who can sign in is read, and decided upon, with nobody in between. */
describe('a decision over the accounts of an organisation', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let admin: ApiClient;
  let person: Professional;
  let teamId: string;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
    admin = api.client();
    await admin.signIn(world.admin.email);
    const ids = { leads: [world.lead.id], members: [world.professional.id] };
    teamId = await buildTeam(api.dataSource, world, ids);
  });

  beforeEach(async () => {
    person = await buildProfessional(api.dataSource, world);
  });

  afterAll(async () => {
    await api.close();
  });

  it.each<[string, () => Decision]>([
    [
      'a role',
      () => [`staff/${person.id}`, { displayName: 'Uusi Nimi', roles: ['admin'], version: 1 }],
    ],
    ['a closed account', () => [`staff/${person.id}/deactivate`]],
    ['a reset of means', () => [`staff/${person.id}/reset-sign-in`]],
    ['the members of a team', () => [`teams/${teamId}`, { name: 'Tuki', members: [], version: 1 }]],
    ['the end of a team', () => [`teams/${teamId}/remove`]],
    [
      'a stand-in',
      () => [
        'stand-ins',
        {
          absentId: world.professional.id,
          standInId: person.id,
          firstDay: '2027-02-11',
          lastDay: '2027-02-12',
        },
      ],
    ],
  ])('waits for one that is under way: %s', async (_, decision) => {
    const [path, body = {}] = decision();
    const { organisationId } = world;
    const answer = await whileDecided(api.dataSource, organisationId, () =>
      admin.post(`/api/${path}`, body),
    );
    expect(answer.status).toBe(204);
  });

  it.each(['renew', 'withdraw', 'link'])(
    'waits for one that is under way: an invitation to %s',
    async (act) => {
      const member = { displayName: 'Uusi Työntekijä', roles: ['professional'] };
      const email = `${act}@ammattilainen.example`;
      const invited = await admin.post('/api/staff', { ...member, email });
      const { id } = invited.json as { id: string };
      const answer = await whileDecided(api.dataSource, world.organisationId, () =>
        admin.post(`/api/staff/${id}/invitation/${act}`),
      );
      expect([201, 204]).toContain(answer.status);
    },
  );
});
