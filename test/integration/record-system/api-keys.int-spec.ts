import {
  auditPageSchema,
  madeRecordKeySchema,
  recordKeyListSchema,
  type MakeRecordKeyRequest,
} from '@tapaamo/contracts';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const PATH = '/api/organisation/record-keys';
const WISH: MakeRecordKeyRequest = {
  name: 'Asiakastieto Pro',
  scopes: ['calendar:read', 'bookings:write'],
  lastDay: '2027-12-31',
};

describe('keys of a record system', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let admin: ApiClient;
  let tests = 0;

  beforeAll(async () => {
    api = await startApi();
  });

  beforeEach(async () => {
    world = await buildWorld(api.dataSource);
    // Each test asks from an address of its own: how many keys one may make in a minute is limited.
    tests += 1;
    admin = await signedIn(world.admin.email);
  });

  afterAll(async () => {
    await api.close();
  });

  const signedIn = async (email: string) => {
    const client = api.client({ from: `203.0.113.${String(tests)}` });
    await client.signIn(email);
    return client;
  };
  const make = async (changes: Partial<MakeRecordKeyRequest> = {}) =>
    expectAnswer(await admin.post(PATH, { ...WISH, ...changes }), 201, madeRecordKeySchema);
  const list = async (by = admin) => expectAnswer(await by.get(PATH), 200, recordKeyListSchema);

  it('are made by an admin and shown once; what is kept is a hash', async () => {
    const { id, key } = await make();
    expect(key).toMatch(/^tapaamo_[\w-]{43}$/);
    const { keys } = await list();
    expect(keys).toEqual([
      {
        ...WISH,
        id,
        prefix: key.slice(0, 14),
        lastUsedOn: null,
        revokedAt: null,
        createdAt: api.clock.now().toISOString(),
      },
    ]);
    const [row] = await api.dataSource.query<[object]>('SELECT * FROM record_key WHERE id = $1', [
      id,
    ]);
    const everything = JSON.stringify([row, await entriesOf(api, world.organisationId), keys]);
    expect(everything).not.toContain(key);
    expect(everything).not.toContain(key.slice(14));
    expect(api.log.lines.join('\n')).not.toContain(key.slice(14));
  });

  it('are listed the latest first, ended ones too, without the key', async () => {
    const first = await make({ name: 'Vanha', lastDay: null });
    api.clock.set('2027-02-10T08:01:00.000Z');
    const second = await make({ name: 'Uusi' });
    expect((await admin.post(`${PATH}/${first.id}/revoke`)).status).toBe(204);
    const officer = await signedIn(world.officer.email);
    const { keys } = await list(officer);
    expect(keys.map(({ id, name, revokedAt }) => [id, name, revokedAt])).toEqual([
      [second.id, 'Uusi', null],
      [first.id, 'Vanha', '2027-02-10T08:01:00.000Z'],
    ]);
  });

  it('are told of in the audit log by their name, and ending one twice is told once', async () => {
    const { id } = await make();
    await admin.post(`${PATH}/${id}/revoke`);
    expect((await admin.post(`${PATH}/${id}/revoke`)).status).toBe(204);
    const told = (await entriesOf(api, world.organisationId)).filter(({ event }) =>
      event.startsWith('record-key.'),
    );
    expect(told.map(({ event, actorId, details }) => [event, actorId, details])).toEqual([
      ['record-key.made', world.admin.id, { scopes: WISH.scopes }],
      ['record-key.revoked', world.admin.id, {}],
    ]);
    const officer = await signedIn(world.officer.email);
    const { entries } = expectAnswer(await officer.get('/api/audit'), 200, auditPageSchema);
    expect(entries.find(({ event }) => event === 'record-key.made')?.target).toEqual({
      kind: 'record-key',
      id,
      name: WISH.name,
    });
  });

  it.each<[string, Record<string, unknown>, string, string]>([
    ['no name', { name: ' ' }, 'name', 'field.missing'],
    ['a long name', { name: 'x'.repeat(81) }, 'name', 'field.too-long'],
    ['an identity code in the name', { name: 'Avain 131052-308T' }, 'name', 'field.identity-code'],
    ['hidden signs in the name', { name: 'Avain\u202e' }, 'name', 'field.invalid'],
    ['no scope', { scopes: [] }, 'scopes', 'field.invalid'],
    ['a scope twice', { scopes: ['bookings:read', 'bookings:read'] }, 'scopes', 'field.invalid'],
    ['a scope there is not', { scopes: ['clients:read'] }, 'scopes.0', 'field.invalid'],
    ['a day that is over', { lastDay: '2027-02-09' }, 'lastDay', 'record-key.last-day-past'],
    ['a day there is not', { lastDay: '2027-02-30' }, 'lastDay', 'field.invalid'],
    ['no word of the last day', { lastDay: undefined }, 'lastDay', 'field.missing'],
    ['a key of one’s own', { key: 'tapaamo_x' }, 'key', 'field.unknown'],
  ])('are not made with %s', async (_, changes, field, code) => {
    const { fields } = expectProblem(await admin.post(PATH, { ...WISH, ...changes }));
    expect(fields).toEqual([{ field, code }]);
    await expect(list()).resolves.toEqual({ keys: [] });
  });

  it('may be made for today', async () => {
    await make({ lastDay: '2027-02-10' });
    expect((await list()).keys).toMatchObject([{ lastDay: '2027-02-10' }]);
  });

  it('are not ended from another organisation, and not by who is no admin', async () => {
    const { id } = await make();
    const other = await buildWorld(api.dataSource, { name: 'Toinen' });
    for (const email of [other.admin.email, world.professional.email, world.officer.email]) {
      const answer = await (await signedIn(email)).post(`${PATH}/${id}/revoke`);
      expect(expectProblem(answer).code).toBe('access.denied-or-missing');
    }
    expect((await list()).keys).toMatchObject([{ id, revokedAt: null }]);
  });
});
