import { randomUUID } from 'node:crypto';
import {
  serviceSettingsListSchema,
  serviceSettingsSchema,
  type ServiceSettings,
} from '@tapaamo/contracts';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { book, bookingRequest } from '../../support/builders/booking-builder.js';
import { newService, serviceChange } from '../../support/builders/settings-builder.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const PATH = '/api/organisation/services';

describe('the services of an organisation', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let admin: ApiClient;
  let professional: ApiClient;

  beforeAll(async () => {
    api = await startApi();
  });

  beforeEach(async () => {
    world = await buildWorld(api.dataSource);
    [admin, professional] = [api.client(), api.client()];
    await admin.signIn(world.admin.email);
    await professional.signIn(world.professional.email);
  });

  afterAll(() => api.close());

  const create = async (changes: Record<string, unknown> = {}): Promise<ServiceSettings> =>
    expectAnswer(await admin.post(PATH, newService(changes)), 201, serviceSettingsSchema);
  const read = async (id: string): Promise<ServiceSettings> =>
    expectAnswer(await admin.get(`${PATH}/${id}`), 200, serviceSettingsSchema);
  const change = async (service: ServiceSettings, changes: Record<string, unknown>) =>
    admin.post(`${PATH}/${service.id}`, serviceChange(service, changes));
  const sign = (id: string) => admin.post(`${PATH}/${id}/statement`, { recordSystem: 'Kanta' });

  it('are opened under the policy of the organisation, open and unsigned', async () => {
    const service = await create();
    expect(service).toMatchObject({
      ...newService(),
      active: true,
      version: 1,
      statement: null,
      retentionAnchor: 'visit-end',
      retentionPeriod: 'P1M',
    });
    expect(await read(service.id)).toEqual(service);
  });

  it('are listed with the open ones first', async () => {
    const closed = await create({ nameFi: 'Aamuneuvonta' });
    await change(closed, { active: false });
    const answer = await admin.get(PATH);
    const { services } = expectAnswer(answer, 200, serviceSettingsListSchema);
    expect(services.map(({ nameFi }) => nameFi)).toEqual([
      'Asumisen tuki',
      'Perheohjaus',
      'Yleinen neuvonta',
      'Aamuneuvonta',
    ]);
  });

  it('cannot be booked before somebody signed where data is recorded', async () => {
    const service = await create();
    const refused = await professional.post('/api/bookings', bookingRequest(service));
    const problem = expectProblem(refused);
    expect([problem.status, problem.code]).toEqual([409, 'booking.statement-missing']);
    expect(problem.fields?.[0]?.field).toBe('serviceId');
    const signed = expectAnswer(await sign(service.id), 200, serviceSettingsSchema);
    expect(signed.statement).toEqual({
      recordSystem: 'Kanta',
      signedBy: 'Petri Lindholm',
      signedAt: NOW,
    });
    expect((await book(professional, service)).serviceId).toBe(service.id);
  });

  it('are in the audit log with what was done to them', async () => {
    const service = await create();
    await sign(service.id);
    await change(service, { active: false });
    const told = await api.dataSource.query<{ event: string; actor_id: string }[]>(
      'SELECT event, actor_id FROM audit_entry WHERE target_id = $1 ORDER BY sequence',
      [service.id],
    );
    expect(told).toEqual(
      ['service.created', 'service.changed', 'service.closed'].map((event) => ({
        event,
        actor_id: world.admin.id,
      })),
    );
  });

  it('take no new bookings once closed, and their visits go on', async () => {
    const service = await create();
    await sign(service.id);
    const { visitId } = await book(professional, service);
    await change(service, { active: false });
    const refused = await professional.post(
      '/api/bookings',
      bookingRequest(service, { time: '12:00' }),
    );
    expect(expectProblem(refused).code).toBe('access.denied-or-missing');
    expect((await professional.get(`/api/visits/${visitId}`)).status).toBe(200);
  });

  it('tell the second of two admins what the first changed', async () => {
    const service = await create();
    await change(service, { discreet: false });
    const problem = expectProblem(await change(service, { durationMinutes: 60 }));
    expect([problem.status, problem.code]).toEqual([409, 'settings.changed-meanwhile']);
    expect(problem.fields?.map(({ field }) => field).sort()).toEqual([
      'discreet',
      'durationMinutes',
    ]);
    expect(await read(service.id)).toMatchObject({ discreet: false, durationMinutes: 45 });
  });

  it.each([
    ['nameFi', 'P\u0430ihde'],
    ['nameSv', ''],
    ['nameEn', 'N'.repeat(121)],
    ['purposeFi', 'P'.repeat(501)],
    ['purposeEn', 'why\u202E'],
    ['legalBasis', 'because'],
    ['legalBasis', null],
    ['identificationLevel', 'sometimes'],
    ['discreet', 'yes'],
    ['minorsAllowed', 1],
    ['durationMinutes', 4],
    ['durationMinutes', 481],
    ['durationMinutes', 30.5],
    ['reminderMinutes', [60, 1440]],
    ['reminderMinutes', [60, 60]],
    ['reminderMinutes', 'never'],
    ['organisationId', randomUUID()],
    ['retentionPolicyId', randomUUID()],
    ['purgeDueAt', NOW],
    ['id', randomUUID()],
    ['active', false],
    ['statement', { recordSystem: 'Kanta', signedBy: 'Joku', signedAt: NOW }],
  ])('are not opened with %s = %j', async (field, value) => {
    const problem = expectProblem(await admin.post(PATH, newService({ [field]: value })));
    expect([problem.status, problem.fields?.[0]?.field]).toEqual([400, field]);
  });

  it.each(['organisationId', 'retentionPolicyId', 'purgeDueAt', 'retentionPeriod', 'statement'])(
    'are not changed with %s',
    async (field) => {
      const service = await create();
      const problem = expectProblem(await change(service, { [field]: randomUUID() }));
      expect([problem.status, problem.fields]).toEqual([400, [{ field, code: 'field.unknown' }]]);
      expect(await read(service.id)).toEqual(service);
    },
  );

  it.each(['', ' ', 'K'.repeat(121), 'Kanta\u202E', null])(
    'are not signed with %j',
    async (recordSystem) => {
      const { id } = await create();
      const problem = expectProblem(await admin.post(`${PATH}/${id}/statement`, { recordSystem }));
      expect([problem.status, problem.fields?.[0]?.field]).toEqual([400, 'recordSystem']);
      expect((await read(id)).statement).toBeNull();
    },
  );

  it('of another organisation are as if they were not there', async () => {
    const other = await buildWorld(api.dataSource, { name: 'Toinen' });
    const theirs = { ...(await create()), id: other.service.id };
    const answers = [
      await admin.get(`${PATH}/${theirs.id}`),
      await change(theirs, { nameFi: 'Kaapattu' }),
      await sign(theirs.id),
    ];
    expect(answers.map((answer) => expectProblem(answer).code)).toEqual(
      Array(3).fill('access.denied-or-missing'),
    );
    const stranger = api.client();
    await stranger.signIn(other.admin.email);
    const seen = await stranger.get(`${PATH}/${theirs.id}`);
    expect(expectAnswer(seen, 200, serviceSettingsSchema)).toMatchObject({
      nameFi: 'Yleinen neuvonta',
      version: 1,
      statement: { recordSystem: 'Asiakastietojärjestelmä' },
    });
  });
});
