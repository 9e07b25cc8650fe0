import {
  leftDoorSchema,
  startIdentificationResponseSchema,
  type LeftDoor,
} from '@tapaamo/contracts';
import { IdentificationRow, RelyingPartyKeys } from '@tapaamo/identification';
import { DoorSessionRow, MeetingAdmission } from '@tapaamo/visit';
import {
  expectAnswer,
  expectProblem,
  type ApiAnswer,
  type ApiClient,
} from '../../support/api-client.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import {
  announceNode,
  comeIn,
  doorSession,
  enter,
  openDoor,
  readVisit,
  report,
  sessionOf,
} from '../../support/door.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';
import { numberShownTo, progressOf } from './support/door-stage.js';
import { PUBLIC_URL } from './support/harness.js';
import {
  HostileIssuer,
  nowSeconds,
  requestOf,
  sendJson,
  type Answer,
} from './support/hostile-issuer.js';

const COOKIE = '__Host-tapaamo-door';
const HAND_BACK = '/api/identification/hand-back';
const SIGN_OUT = '/api/identification/sign-out';

let issuer: HostileIssuer;
let api: TestApi;
let world: TestOrganisation;
let visit: BookedVisit;

beforeAll(async () => {
  issuer = await HostileIssuer.start();
  api = await startApi({ config: { OIDC_ISSUER: issuer.url, PUBLIC_URL } });
  world = await buildWorld(api.dataSource);
  await announceNode(api);
});

afterAll(async () => {
  await api.close();
  await issuer.close();
});

beforeEach(async () => {
  api.clock.set(NOW);
  issuer.discovery = null;
  issuer.signOutPath = '/end';
  visit = await bookedVisit(api, world.required, { clientName: 'Aino Virtanen' });
  await openDoor(visit.client, visit.link);
});

describe('whoever leaves', () => {
  it('S4: has left us before anybody sends them on, and is then told where the provider’s own end is', async () => {
    await identify(visit.client);
    await enter(visit.client);
    const session = await sessionOf(api, visit.participantId);
    const cookie = visit.client.cookies.get(COOKIE) ?? '';
    let alive: boolean | undefined;
    await askAnew(async (response) => {
      alive = await api.dataSource.manager.existsBy(DoorSessionRow, { id: session });
      sendJson(response, issuer.metadata);
    });
    const { wasIdentified, providerSignOutUrl } = await leave(visit.client);
    expect({ wasIdentified, alive }).toEqual({ wasIdentified: true, alive: false });
    const url = new URL(providerSignOutUrl ?? '');
    expect(url.origin + url.pathname).toBe(`${issuer.url}/end`);
    const { state, ...asked } = Object.fromEntries(url.searchParams);
    expect(state).toMatch(/^[\w-]{43}$/);
    expect(asked).toEqual({
      client_id: 'tapaamo',
      post_logout_redirect_uri: `${PUBLIC_URL}/v/signed-out`,
      ui_locales: 'fi',
    });
    expect(visit.client.cookies.has(COOKIE)).toBe(false);
    visit.client.cookies.set(COOKIE, cookie);
    expect(expectProblem(await visit.client.get('/api/door')).code).toBe('door.session-required');
  });

  it('is sent nowhere by a provider without such a page', async () => {
    issuer.signOutPath = null;
    await identify(visit.client);
    await askAnew(null);
    expect(await leave(visit.client)).toEqual({ wasIdentified: true, providerSignOutUrl: null });
  });

  it('without having identified has nothing to end at the provider', async () => {
    await askAnew(null);
    expect(await leave(visit.client)).toEqual({ wasIdentified: false, providerSignOutUrl: null });
  });
});

describe('a session at the door', () => {
  it('S2: is a cookie that no script reads and no other site sends', async () => {
    const answer = await api.client().post('/api/door/open', { link: visit.link, language: 'fi' });
    expect(answer.setCookies).toHaveLength(1);
    expect(answer.setCookies[0]).toMatch(
      /^__Host-tapaamo-door=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it('S3: ends with the last instant at which the visit can be open', async () => {
    await identify(visit.client);
    const { expiresAt } = await api.dataSource.manager.findOneByOrFail(DoorSessionRow, {
      visitId: visit.visitId,
    });
    api.clock.set(new Date(expiresAt.getTime() - 1).toISOString());
    expect((await visit.client.get('/api/door')).status).toBe(200);
    api.clock.set(expiresAt.toISOString());
    expect(expectProblem(await visit.client.get('/api/door')).code).toBe('door.session-required');
  });

  it('S8: of the next person at the same device begins with identifying anew', async () => {
    await identify(visit.client);
    await leave(visit.client);
    await openDoor(visit.client, visit.link);
    const redirectUrl = await start(visit.client);
    expect(requestOf(redirectUrl)).toMatchObject({ prompt: 'login', max_age: 0 });
    // The provider knows the person before, and says so truly.
    const claims = { auth_time: nowSeconds() - 60 };
    expect(await comeBack(visit.client, redirectUrl, claims)).toBe('/v?identification=failed');
    expect((await doorSession(visit.client)).identified).toBe(false);
    expect(expectProblem(await visit.client.post('/api/door/enter', {})).code).toBe(
      'door.identification-required',
    );
  });

  it('S9: opens no other booking, and none that the browser’s tab means', async () => {
    await identify(visit.client);
    const other = await bookedVisit(api, world.required, { clientName: 'Onni Korhonen' });
    await openDoor(other.client, other.link);
    const asOther = { headers: { 'x-tapaamo-participant': other.participantId } };
    for (const answer of [
      await visit.client.get('/api/door', asOther),
      await visit.client.post('/api/door/enter', {}, asOther),
      await visit.client.post('/api/door/leave', {}, asOther),
    ]) {
      expect(expectProblem(answer).code).toBe('door.session-required');
    }
    expect((await doorSession(visit.client)).participantId).toBe(visit.participantId);
    expect(await doorSession(other.client)).toMatchObject({
      participantId: other.participantId,
      identified: false,
    });
  });

  it('S10: takes its seat in the meeting along when it ends', async () => {
    await identify(visit.client);
    await comeIn(api, visit);
    const session = await sessionOf(api, visit.participantId);
    expect(await seat()).toEqual({ admission: 'admitted', sessionIds: [session] });
    await leave(visit.client);
    expect(await seat()).toEqual({ admission: 'left', sessionIds: [] });
  });

  it('S11: whose cookie is cleared in mid-call is over; the link leads to the waiting room, not into the call', async () => {
    await identify(visit.client);
    await comeIn(api, visit);
    visit.client.cookies.clear();
    expect(expectProblem(await visit.client.post('/api/door/enter', {})).code).toBe(
      'door.session-required',
    );
    await openDoor(visit.client, visit.link);
    expect(await doorSession(visit.client)).toMatchObject({
      identified: false,
      admission: 'outside',
    });
    await identify(visit.client);
    await enter(visit.client, true);
    expect(await doorSession(visit.client)).toMatchObject({ admission: 'waiting' });
  });
});

describe('whoever signs out at the provider', () => {
  it('S6: has left us, found without a cookie by the provider’s session', async () => {
    await identify(visit.client, { sid: 'provider-session-1' });
    await comeIn(api, visit);
    const nodeId = await announceNode(api);
    await report(api, 'connected', { visitId: visit.visitId, nodeId, role: 'client' });
    expectEmptyPage(await frame({ sid: 'provider-session-1' }));
    expect(expectProblem(await visit.client.get('/api/door')).code).toBe('door.session-required');
    expect(await seat()).toEqual({ admission: 'left', sessionIds: [] });
    const { participants } = await readVisit(visit.professional, visit.visitId);
    expect(participants.find(({ role }) => role === 'client')).toMatchObject({
      admission: 'left',
      connected: false,
      arrivalId: null,
    });
    // The link is still good; it begins with identifying.
    await openDoor(visit.client, visit.link);
    expect(await doorSession(visit.client)).toMatchObject({ identified: false });
  });

  it('S6: is found by the name that Telia and suomi.fi give their session, too, in every visit', async () => {
    const other = await bookedVisit(api, world.required, { clientName: 'Aino Virtanen' });
    const bystander = await bookedVisit(api, world.required, { clientName: 'Aino Virtanen' });
    await openDoor(other.client, other.link);
    await openDoor(bystander.client, bystander.link);
    await identify(visit.client, { session_index: 'index-1' });
    await identify(other.client, { session_index: 'index-1' });
    await identify(bystander.client, { session_index: 'index-2' });
    expectEmptyPage(await frame({ sid: 'index-1' }));
    for (const { client } of [visit, other]) {
      expect(expectProblem(await client.get('/api/door')).code).toBe('door.session-required');
    }
    expect((await doorSession(bystander.client)).identified).toBe(true);
  });

  it('S6: may be told of again; what is known by the name is gone with the first time', async () => {
    await identify(visit.client, { sid: 'provider-session-2' });
    expectEmptyPage(await frame({ sid: 'provider-session-2' }));
    await openDoor(visit.client, visit.link);
    await identify(visit.client, { sid: 'provider-session-3' });
    expectEmptyPage(await frame({ sid: 'provider-session-2' }));
    expect((await doorSession(visit.client)).identified).toBe(true);
  });

  it('S6: is not taken for somebody who has another session, another provider, or none', async () => {
    await identify(visit.client, { sid: 'provider-session-4' });
    const answers = [
      await frame({ sid: 'provider-session-5' }),
      await frame({ sid: 'provider-session-4', iss: 'https://evil.example' }),
      await frame({ sid: 'provider-session-4', iss: `${issuer.url}/` }),
    ];
    answers.forEach(expectEmptyPage);
    expect((await doorSession(visit.client)).identified).toBe(true);
  });

  it.each(['waits for its number', 'is confirmed'])(
    'S6: has nobody else fetch what came back in another browser and %s',
    async (state) => {
      const other = api.client();
      const claims = { sid: 'provider-session-7' };
      expect(await comeBack(other, await start(visit.client), claims)).toBe(
        '/v?identification=elsewhere',
      );
      const number = await numberShownTo(visit.client);
      if (state === 'is confirmed') {
        expect((await other.post(`${HAND_BACK}/confirm`, { number })).status).toBe(204);
      }
      expectEmptyPage(await frame({ sid: 'provider-session-8' }));
      expect((await progressOf(visit.client)).state).not.toBe('none');
      expectEmptyPage(await frame({ sid: 'provider-session-7' }));
      expect(await progressOf(visit.client)).toEqual({ state: 'none' });
      expect(expectProblem(await visit.client.post('/api/identification/pick-up')).code).toBe(
        'identification.hand-back-over',
      );
      expect(expectProblem(await other.get(HAND_BACK)).code).toBe('identification.hand-back-over');
      // The page where it began was nobody's yet: it goes on, and may begin anew.
      expect((await doorSession(visit.client)).identified).toBe(false);
    },
  );

  it('S6: is found by the provider’s name as its tokens have it, whatever slash the setting ends with', async () => {
    const iss = `${issuer.url}/`;
    await askAnew((response) => sendJson(response, { ...issuer.metadata, issuer: iss }));
    await identify(visit.client, { iss, sid: 'provider-session-9' });
    expectEmptyPage(await frame({ sid: 'provider-session-9' }));
    expect((await doorSession(visit.client)).identified).toBe(true);
    expectEmptyPage(await frame({ iss, sid: 'provider-session-9' }));
    expect(expectProblem(await visit.client.get('/api/door')).code).toBe('door.session-required');
    await askAnew(null, iss);
  });

  it('S6: is counted in the log when nobody here has the session, and named by nothing', async () => {
    const counts = () =>
      api.log.of('identification.unknown-signed-out-by-provider').map(({ count }) => Number(count));
    const before = counts().at(-1) ?? 0;
    await frame({ sid: 'provider-session-10' });
    await frame({ sid: 'provider-session-10' });
    expect(counts().slice(-2)).toEqual([before + 1, before + 2]);
    expect(api.log.lines.join('')).not.toContain('provider-session-');
  });

  it.each([
    ['nothing', '', 'iss'],
    ['no session', '?iss=https://x.example', 'sid'],
    ['no provider', '?sid=a', 'iss'],
    ['an empty session', '?iss=https://x.example&sid=', 'sid'],
    ['two sessions', '?iss=https://x.example&sid=a&sid=b', 'sid'],
    ['a very long session', `?iss=https://x.example&sid=${'a'.repeat(501)}`, 'sid'],
  ])('S6: is not told of by %s', async (_case, query, field) => {
    const problem = expectProblem(await api.client().get(`${SIGN_OUT}${query}`));
    expect(problem.status).toBe(400);
    expect(problem.fields?.map((one) => one.field)).toContain(field);
  });

  it('S6: is known by a hash that names nobody, and is gone when they leave by themselves', async () => {
    await identify(visit.client, { sid: 'provider-session-6' });
    const row = () =>
      api.dataSource.manager.findOneByOrFail(IdentificationRow, { visitId: visit.visitId });
    expect((await row()).providerSessionHash).toHaveLength(32);
    const dump = JSON.stringify(await api.dataSource.query('SELECT i::text FROM identification i'));
    expect(dump).not.toContain('provider-session');
    await leave(visit.client);
    expect((await row()).providerSessionHash).toBeNull();
    expect(api.log.lines.join('')).not.toContain('provider-session-');
  });

  it('S7: is told of in a frame of the provider’s page, and no other page of ours may be framed', async () => {
    const told = await frame({ sid: 'unknown' });
    expect(framersOf(told)).toBe(issuer.url);
    expect(told.headers.get('x-frame-options')).toBeNull();
    for (const path of ['/v', '/', '/api/door', '/api/identification/callback', `${SIGN_OUT}/x`]) {
      const answer = await api.client().get(path);
      expect(framersOf(answer)).toBe("'none'");
      expect(answer.headers.get('x-frame-options')).toBe('DENY');
    }
  });

  it('S6: is told of so often and no more by one network', async () => {
    const flood = api.client({ from: '192.0.2.77' });
    const statuses = new Set<number>();
    for (let count = 0; count < 301; count += 1) {
      const query = new URLSearchParams({ iss: issuer.url, sid: `guess-${String(count)}` });
      statuses.add((await flood.get(`${SIGN_OUT}?${query.toString()}`)).status);
    }
    expect([...statuses]).toEqual([200, 429]);
  });
});

// The last, because a provider that was down is given a pause.
it('S4: whoever leaves while the provider is down has left us, and is sent nowhere', async () => {
  await identify(visit.client);
  await askAnew((response) => response.writeHead(503).end());
  expect(await leave(visit.client)).toEqual({ wasIdentified: true, providerSignOutUrl: null });
  const sessions = { visitId: visit.visitId };
  expect(await api.dataSource.manager.countBy(DoorSessionRow, sessions)).toBe(0);
});

/** What was read of the provider is not believed after a failure: it is asked again. */
async function askAnew(discovery: Answer | null, iss = issuer.url): Promise<void> {
  const { client, link } = await bookedVisit(api, world.required);
  await openDoor(client, link);
  const { pathname, search } = issuer.callbackFor(await start(client), { iss });
  issuer.answer = (response) => response.writeHead(503).end();
  const { headers } = await client.get(`${pathname}${search}`);
  expect(headers.get('location')).toBe('/v?identification=unavailable');
  issuer.discovery = discovery;
}

/** The provider's hidden frame: no cookies, no header of our own pages. */
async function frame({ iss = issuer.url, sid }: { iss?: string; sid: string }): Promise<ApiAnswer> {
  const query = new URLSearchParams({ iss, sid });
  const headers = { 'x-tapaamo': null, 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'iframe' };
  return api.client().get(`${SIGN_OUT}?${query.toString()}`, { headers });
}

function expectEmptyPage(answer: ApiAnswer): void {
  expect(answer).toMatchObject({ status: 200, text: '', setCookies: [] });
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
}

function framersOf({ headers }: ApiAnswer): string | undefined {
  const policy = headers.get('content-security-policy') ?? '';
  return /frame-ancestors ([^;]+)/.exec(policy)?.[1];
}

async function seat(): Promise<unknown> {
  const { organisationId } = world.service;
  const read = await api.get(MeetingAdmission).read({ organisationId, visitId: visit.visitId });
  const found = read?.participants.find(
    ({ participantId }) => participantId === visit.participantId,
  );
  return { admission: found?.admission, sessionIds: found?.sessionIds };
}

async function leave(client: ApiClient): Promise<LeftDoor> {
  return expectAnswer(await client.post('/api/door/leave'), 200, leftDoorSchema);
}

async function start(client: ApiClient): Promise<string> {
  const answer = await client.post('/api/identification/start');
  return expectAnswer(answer, 200, startIdentificationResponseSchema).redirectUrl;
}

/** Identifies as the booked person. */
async function identify(
  client: ApiClient,
  claims: Record<string, unknown> & { iss?: string } = {},
): Promise<void> {
  expect(await comeBack(client, await start(client), claims)).toBe('/v?identification=done');
}

async function comeBack(
  client: ApiClient,
  redirectUrl: string,
  claims: Record<string, unknown> & { iss?: string },
): Promise<string | null> {
  const keys = api.app.get(RelyingPartyKeys, { strict: false });
  issuer.giveToken(await issuer.token(redirectUrl, keys, { claims }));
  const { iss = issuer.url } = claims;
  const { pathname, search } = issuer.callbackFor(redirectUrl, { iss });
  return (await client.get(`${pathname}${search}`)).headers.get('location');
}
