import { staffSessionsSchema } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { type Professional, StaffSessionService } from '@tapaamo/professional';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { buildProfessional } from '../../support/builders/professional-builder.js';
import { eventually } from '../../support/eventually.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const HOUR_MS = 3_600_000;
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

describe('sessions of staff', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let account: Professional;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    account = await buildProfessional(api.dataSource, world);
  });

  afterAll(async () => {
    await api.close();
  });

  const signedIn = async (from = '192.0.2.1'): Promise<ApiClient> => {
    const client = api.client({ from });
    await client.signIn(account.email);
    return client;
  };
  const listed = async (client: ApiClient) =>
    expectAnswer(await client.get('/api/account/sessions'), 200, staffSessionsSchema).sessions;
  const statusOf = async (client: ApiClient) => (await client.get('/api/me')).status;
  const streamOf = async (client: ApiClient) => {
    const response = await fetch(`${api.origin}/api/visit-changes`, { headers: client.headers() });
    const stream = { ended: false };
    void response.text().finally(() => (stream.ended = true));
    return stream;
  };

  it('are listed with a coarse device, the newest first, and this one is marked', async () => {
    const first = await signedIn();
    api.clock.advance(1_000);
    const second = await signedIn('2001:db8::1');
    await second.get('/api/me', { headers: { 'user-agent': FIREFOX } });
    const third = api.client();
    api.clock.advance(1_000);
    await third.post(
      '/api/sign-in',
      { email: account.email, password: 'kolme-pientä-kissaa' },
      { headers: { 'user-agent': FIREFOX } },
    );
    expect(await listed(first)).toMatchObject([
      { own: false, browser: 'firefox', system: 'linux', means: 'password' },
      { own: false, network: '2001:db8:0:0::/64' },
      { own: true, network: '192.0.2.1', createdAt: NOW, browser: 'other' },
    ]);
  });

  it('end eight hours after they were last used', async () => {
    const client = await signedIn();
    api.clock.advance(8 * HOUR_MS - 1);
    expect(await statusOf(client)).toBe(200);
    api.clock.advance(3 * HOUR_MS);
    expect(await statusOf(client)).toBe(200);
    const idle = await signedIn();
    api.clock.advance(8 * HOUR_MS);
    expect(await statusOf(idle)).toBe(401);
  });

  it('end twelve hours after they were opened, used or not', async () => {
    const client = await signedIn();
    for (let hour = 1; hour < 12; hour += 1) {
      api.clock.advance(HOUR_MS);
      expect(await statusOf(client)).toBe(200);
    }
    api.clock.advance(HOUR_MS - 1);
    expect(await statusOf(client)).toBe(200);
    api.clock.advance(1);
    expect(await statusOf(client)).toBe(401);
    expect(await listed(await signedIn())).toHaveLength(1);
  });

  it('leave no row nine hours after they were over, once somebody of the organisation signs in', async () => {
    await signedIn();
    api.clock.advance((8 + 9) * HOUR_MS);
    await signedIn();
    const rows = await api.dataSource.query<unknown[]>(
      'SELECT FROM staff_session WHERE professional_id = $1',
      [account.id],
    );
    expect(rows).toHaveLength(1);
  });

  it('can be ended one by one, and their stream ends with them', async () => {
    const [mine, lost] = [await signedIn(), await signedIn()];
    const stream = await streamOf(lost);
    const other = (await listed(mine)).find(({ own }) => !own);
    expect((await mine.post(`/api/account/sessions/${other?.id ?? ''}/end`)).status).toBe(204);
    await eventually('the stream ends', () => stream.ended);
    expect([await statusOf(mine), await statusOf(lost)]).toEqual([200, 401]);
    const again = await mine.post(`/api/account/sessions/${other?.id ?? ''}/end`);
    expect(expectProblem(again).code).toBe('access.denied-or-missing');
  });

  it('of somebody else cannot be ended', async () => {
    const mine = await signedIn();
    const colleague = api.client();
    await colleague.signIn(world.colleague.email);
    const id = (await listed(colleague))[0]?.id ?? '';
    const refused = await mine.post(`/api/account/sessions/${id}/end`);
    expect(expectProblem(refused).code).toBe('access.denied-or-missing');
    expect(await statusOf(colleague)).toBe(200);
  });

  it('can all be ended but this one', async () => {
    const [mine, ...others] = [await signedIn(), await signedIn(), await signedIn()];
    expect((await mine.post('/api/account/sessions/end-others')).status).toBe(204);
    expect(await statusOf(mine)).toBe(200);
    for (const other of others) {
      expect(await statusOf(other)).toBe(401);
    }
    expect(await listed(mine)).toHaveLength(1);
  });

  it('of one person can all be ended from within, on open streams too', async () => {
    const client = await signedIn();
    const stream = await streamOf(client);
    await api
      .get(OrganisationScope)
      .of(world.organisationId, (tx) =>
        api
          .get(StaffSessionService)
          .endAll(tx, { organisationId: world.organisationId, professionalId: account.id }),
      );
    await eventually('the stream ends', () => stream.ended);
    expect(await statusOf(client)).toBe(401);
  });

  it('cannot be told from a wrong id by a planted or altered cookie', async () => {
    const client = await signedIn();
    const [name = '', cookie = ''] = [...client.cookies][0] ?? [];
    for (const altered of [`${cookie}x`, cookie.slice(0, -2), cookie.replace('s%3A', '')]) {
      const other = api.client();
      other.cookies.set(name, altered);
      expect(await statusOf(other)).toBe(401);
    }
    expect(await statusOf(client)).toBe(200);
  });
});
