import { randomUUID } from 'node:crypto';
import { ERROR_CODES, type ErrorCode } from '@tapaamo/contracts';
import { routePermissions } from '../../../apps/api/src/http/route-permissions.js';
import { expectProblem, type ApiAnswer, type ApiClient } from '../../support/api-client.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { bookingRequest } from '../../support/builders/booking-builder.js';
import { changedTables, databaseSnapshot } from '../../support/database-snapshot.js';
import { announceNode, enter, openDoor } from '../../support/door.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

/** Who may be calling. `own` booked the visit that is asked for; `otherDoor` is a client behind another visit's door. */
const CALLERS = ['nobody', 'own', 'colleague', 'stranger', 'admin', 'door', 'otherDoor'] as const;
type Caller = (typeof CALLERS)[number];

const STAFF: Caller[] = ['own', 'colleague', 'stranger', 'admin'];
const PROFESSIONALS: Caller[] = ['own', 'colleague', 'stranger'];
const CLIENTS: Caller[] = ['door', 'otherDoor'];

/** A route as it is asked for, and who gets through; the others get the code beside. */
interface Row {
  method: 'GET' | 'POST';
  path: string;
  body?: (visit: BookedVisit) => unknown;
  allowed: readonly Caller[];
  /** Code for callers who are known, but not allowed. */
  refused?: ErrorCode;
  /** Code for callers who are not known here. */
  unknown?: ErrorCode;
}

const staffOnly = (allowed: Caller[]) =>
  ({ allowed, refused: 'access.denied-or-missing', unknown: 'access.sign-in-required' }) as const;
const doorOnly = {
  allowed: CLIENTS,
  refused: 'door.session-required',
  unknown: 'door.session-required',
} as const;
const anyone = { allowed: CALLERS } as const;

const ROUTES: Row[] = [
  { method: 'GET', path: '/health/live', ...anyone },
  { method: 'GET', path: '/health/ready', ...anyone },
  { method: 'GET', path: '/metrics', ...anyone },
  { method: 'GET', path: '/api/openapi.json', ...anyone },
  { method: 'GET', path: '/api/me', ...staffOnly(STAFF) },
  { method: 'GET', path: '/api/services', ...staffOnly(PROFESSIONALS) },
  { method: 'GET', path: '/api/bookings', ...staffOnly(PROFESSIONALS) },
  { method: 'GET', path: '/api/forgetting', ...staffOnly(['admin']) },
  { method: 'GET', path: '/api/visits/:visitId', ...staffOnly(['own']) },
  { method: 'POST', path: '/api/visits/:visitId/meeting-access', ...staffOnly(['own']) },
  {
    method: 'POST',
    path: '/api/visits/:visitId/participants/:participantId/admit',
    body: () => ({ arrivalId: randomUUID() }),
    ...staffOnly(['own']),
  },
  { method: 'GET', path: '/api/door', ...doorOnly },
  { method: 'POST', path: '/api/door/language', body: () => ({ language: 'sv' }), ...doorOnly },
  {
    method: 'POST',
    path: '/api/door/device-check',
    body: () => ({ camera: 'works', microphone: 'works' }),
    ...doorOnly,
  },
  { method: 'POST', path: '/api/door/enter', body: () => ({}), ...doorOnly },
  { method: 'POST', path: '/api/identification/start', ...doorOnly },
  { method: 'GET', path: '/api/identification/callback', ...anyone },
  { method: 'GET', path: '/api/identification/jwks.json', ...anyone },
  { method: 'POST', path: '/api/door/look', body: ({ link }) => ({ link }), ...anyone },
  { method: 'POST', path: '/api/sign-in', body: () => ({}), ...anyone },
  // What ends or makes something comes last.
  { method: 'POST', path: '/api/bookings', ...staffOnly(PROFESSIONALS) },
  {
    method: 'POST',
    path: '/api/door/open',
    body: ({ link }) => ({ link, language: 'fi' }),
    ...anyone,
  },
  { method: 'POST', path: '/api/visits/:visitId/end', ...staffOnly(['own']) },
  { method: 'POST', path: '/api/door/leave', ...doorOnly },
  { method: 'POST', path: '/api/sign-out', ...anyone },
];

/** A stream does not end by itself; it has tests of its own. */
const BESIDES = ['/api/visit-changes'];

const withoutSlash = (path: string): string => path.replace(/(.)\/$/, '$1');

describe('who may do what', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let other: TestOrganisation;
  let visit: BookedVisit;
  let callers: Record<Caller, ApiClient>;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
    other = await buildWorld(api.dataSource, { name: 'Toinen' });
    await announceNode(api);
    visit = await bookedVisit(api, world.offered);
    const elsewhere = await bookedVisit(api, world.offered);
    await openDoor(visit.client, visit.link);
    await enter(visit.client);
    await openDoor(elsewhere.client, elsewhere.link);
    const signedIn = async (email: string) => {
      const client = api.client();
      await client.signIn(email);
      return client;
    };
    callers = {
      nobody: api.client(),
      own: visit.professional,
      colleague: await signedIn(world.colleague.email),
      stranger: await signedIn(other.professional.email),
      admin: await signedIn(world.admin.email),
      door: visit.client,
      otherDoor: elsewhere.client,
    };
  });

  afterAll(async () => {
    await api.close();
  });

  const ask = async (
    row: Row,
    caller: Caller,
    ids?: { visitId: string; participantId: string },
  ) => {
    const { visitId, participantId } = ids ?? visit;
    const query =
      row.path === '/api/bookings' && row.method === 'GET' ? '?from=2027-02-10&to=2027-02-10' : '';
    const path = row.path.replace(':visitId', visitId).replace(':participantId', participantId);
    return callers[caller].request(row.method, `${path}${query}`, {
      body:
        row.path === '/api/bookings' && row.method === 'POST'
          ? bookingRequest(caller === 'stranger' ? other.service : world.service, { time: '19:00' })
          : row.method === 'POST'
            ? (row.body?.(visit) ?? {})
            : undefined,
    });
  };
  const codeOf = (answer: ApiAnswer) =>
    answer.status < 400 ? 'through' : expectProblem(answer).code;

  it('is said for every route there is', () => {
    const known = ROUTES.map(({ path }) => path);
    const routes = routePermissions(api.app).map(({ path }) => withoutSlash(path));
    expect(new Set(known)).toEqual(new Set(routes.filter((path) => !BESIDES.includes(path))));
  });

  it('holds for every caller who is not allowed, and nothing changes', async () => {
    const before = await databaseSnapshot(api.database.adminUrl, { besides: [] });
    const outcomes: string[] = [];
    const expected: string[] = [];
    for (const row of ROUTES) {
      for (const caller of CALLERS.filter((one) => !row.allowed.includes(one))) {
        const known = row.unknown === 'door.session-required' ? false : STAFF.includes(caller);
        const line = `${row.method} ${row.path} by ${caller}: `;
        outcomes.push(line + codeOf(await ask(row, caller)));
        expected.push(line + String(known ? row.refused : row.unknown));
      }
    }
    expect(outcomes).toEqual(expected);
    expect(outcomes.length).toBeGreaterThan(60);
    const after = await databaseSnapshot(api.database.adminUrl, { besides: [] });
    const changed = changedTables(before, after);
    expect(changed.filter((table) => table !== 'public.staff_session')).toEqual([]);
  });

  it('answers ids of others like ids of nothing, to the last letter', async () => {
    const nothing = { visitId: randomUUID(), participantId: randomUUID() };
    for (const row of ROUTES.filter(({ path }) => path.includes(':visitId'))) {
      for (const caller of ['colleague', 'stranger', 'admin'] as const) {
        const answers = [await ask(row, caller), await ask(row, caller, nothing)];
        const [theirs, missing] = answers.map((answer) => ({
          ...expectProblem(answer),
          correlationId: '',
        }));
        expect(theirs).toEqual(missing);
      }
    }
    const admit = ROUTES.find(({ path }) => path.endsWith('admit')) as Row;
    const strange = await ask(admit, 'own', { ...visit, participantId: randomUUID() });
    expect(expectProblem(strange).code).toBe('access.denied-or-missing');
  });

  it('lets those through who are allowed', async () => {
    for (const row of ROUTES) {
      for (const caller of row.allowed) {
        const answer = await ask(row, caller);
        const code = codeOf(answer);
        const refusedByRight =
          code !== 'through' &&
          ([row.refused, row.unknown] as (string | undefined)[]).includes(code) &&
          ERROR_CODES[code].http !== 409;
        expect([row.method, row.path, caller, refusedByRight]).toEqual([
          row.method,
          row.path,
          caller,
          false,
        ]);
      }
    }
  });

  it('shows figures to the installation’s own network only', async () => {
    const outside = api.client({ from: '203.0.113.9' });
    expect(expectProblem(await outside.get('/metrics')).code).toBe('access.denied-or-missing');
    const inside = await api.client().get('/metrics');
    expect(inside.text).toContain('tapaamo_http_request_duration_seconds');
    expect(inside.text).not.toContain(visit.visitId);
  });
});
