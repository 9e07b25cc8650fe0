import { startIdentificationResponseSchema, type Verdict } from '@tapaamo/contracts';
import type { Service } from '@tapaamo/organisation';
import type { RunningIdentityProvider } from '../../../apps/dev-identity-provider/src/start-identity-provider.js';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { book, linkOf } from '../../support/builders/booking-builder.js';
import { doorSession, enter, announceNode, openDoor, readVisit } from '../../support/door.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { temporaryFolder, type TemporaryFolder } from '../../support/test-config.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';
import { startDevelopmentProvider } from './support/development-provider.js';
import { PUBLIC_URL } from './support/harness.js';
import { signInAtProvider } from './support/test-browser.js';

let folder: TemporaryFolder;
let provider: RunningIdentityProvider;
let api: TestApi;
let world: TestOrganisation;
let professional: ApiClient;
let client: ApiClient;
let visitId: string;
/** Bookings of one professional may not overlap: each test books five minutes further on. */
let bookings = 0;

beforeAll(async () => {
  folder = temporaryFolder();
  provider = await startDevelopmentProvider(folder.path);
  api = await startApi({
    config: { OIDC_ISSUER: provider.issuer, DATA_DIR: folder.path, PUBLIC_URL },
  });
  world = await buildWorld(api.dataSource);
  professional = api.client();
  await professional.signIn(world.professional.email);
});

afterAll(async () => {
  await api.close();
  await provider.close();
  folder.remove();
});

beforeEach(() => bookAndOpen(world.required));

describe('a client behind the door', () => {
  it('M4: identifies, comes in, and the professional sees the verdict', async () => {
    expect(expectProblem(await client.post('/api/door/enter', {})).code).toBe(
      'door.identification-required',
    );
    expect(await comeBack({ person: 'aino-virtanen' })).toBe('/v?identification=done');
    expect((await doorSession(client)).identified).toBe(true);
    await announceNode(api);
    await enter(client);
    expect(await verdictSeen()).toMatchObject({ result: 'same-person', assurance: 'substantial' });
  });

  it('is told apart from somebody else who holds the link', async () => {
    expect(await comeBack({ person: 'onni-korhonen' })).toBe('/v?identification=done');
    await announceNode(api);
    await enter(client);
    expect(await verdictSeen()).toMatchObject({ result: 'different-name' });
  });

  it('may turn back at the provider', async () => {
    expect(await comeBack({ act: 'cancel' })).toBe('/v?identification=cancelled');
    expect((await doorSession(client)).identified).toBe(false);
  });

  it('lands at the door even when too many come from one address', async () => {
    const visitor = api.client({ from: '192.0.2.99' });
    const callback = new URL(`${api.origin}/api/identification/callback?state=x&code=y`);
    const locations = new Set<string | null>();
    for (let count = 0; count < 301; count += 1) {
      locations.add(await locationOf(visitor, callback));
    }
    expect([...locations]).toEqual(['/v?identification=expired', '/v?identification=unavailable']);
  });

  it('cannot be given somebody else’s identification', async () => {
    const callback = await callbackFor({ person: 'aino-virtanen' });
    const stranger = api.client();
    await openDoor(stranger, await linkOf(api, visitId));
    expect(await locationOf(stranger, callback)).toBe('/v?identification=elsewhere');
    expect((await doorSession(stranger)).identified).toBe(false);
    expect(await locationOf(client, callback)).toBe('/v?identification=expired');
    expect((await doorSession(client)).identified).toBe(false);
  });

  it('needs no identification where none is offered', async () => {
    await bookAndOpen(world.service);
    const problem = expectProblem(await client.post('/api/identification/start'));
    expect(problem.code).toBe('identification.not-offered');
  });
});

it('publishes our keys without their private parts', async () => {
  const { json } = await api.client().get('/api/identification/jwks.json');
  const { keys } = json as { keys: Record<string, unknown>[] };
  expect(keys.map(({ use }) => use)).toEqual(['sig', 'enc']);
  expect(keys.flatMap(Object.keys)).not.toContain('d');
});

it('leaves no name, code or address of a callback in the log', () => {
  const text = api.log.lines.join('');
  for (const word of ['Aino', 'Korhonen', '291292', 'eyJ', 'code=', 'state=']) {
    expect(text).not.toContain(word);
  }
});

async function bookAndOpen(service: Service): Promise<void> {
  const time = `10:${String(15 + 5 * bookings)}`;
  bookings += 1;
  ({ visitId } = await book(professional, service, { time, durationMinutes: 5 }));
  client = api.client();
  await openDoor(client, await linkOf(api, visitId));
}

async function callbackFor(form: Record<string, string>): Promise<URL> {
  const answer = await client.post('/api/identification/start');
  const { redirectUrl } = expectAnswer(answer, 200, startIdentificationResponseSchema);
  return signInAtProvider(redirectUrl, form);
}

async function comeBack(form: Record<string, string>): Promise<string | null> {
  return locationOf(client, await callbackFor(form));
}

async function locationOf(browser: ApiClient, callback: URL): Promise<string | null> {
  const answer = await browser.get(`${callback.pathname}${callback.search}`);
  expect(answer.status).toBe(303);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  return answer.headers.get('location');
}

async function verdictSeen(): Promise<Verdict | null | undefined> {
  const { participants } = await readVisit(professional, visitId);
  return participants.find(({ role }) => role === 'client')?.verdict;
}
