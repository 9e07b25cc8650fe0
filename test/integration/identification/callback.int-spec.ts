import { jest } from '@jest/globals';
import { DatabaseUnavailableError } from '@tapaamo/common';
import { HandBackRow, IdentificationRow } from '@tapaamo/identification';
import { DoorService, DoorSessionRow } from '@tapaamo/visit';
import { expectProblem, type ApiClient } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import type { BookedVisit } from '../../support/booked-visit.js';
import { doorSession, openDoor, readVisit, visitPath } from '../../support/door.js';
import { comeBack, DoorStage, progressOf } from './support/door-stage.js';

let stage: DoorStage;
let visit: BookedVisit;

beforeAll(async () => {
  stage = await DoorStage.open();
});

afterAll(() => stage.close());

beforeEach(async () => {
  visit = await stage.visitor();
});

const DOOR_COOKIE = '__Host-tapaamo-door';
const isIdentified = async (client: ApiClient = visit.client) =>
  (await doorSession(client)).identified;
const landedAt = async (callback: URL, browser: ApiClient = visit.client) =>
  (await comeBack(browser, callback)).landed;

// C1 and C6 to C11 are in attack-matrix/return-attacks.

describe('C2: a return in another browser', () => {
  it('that has a door of its own leaves that door as it was', async () => {
    const victim = await stage.visitor();
    const before = victim.client.cookies.get(DOOR_COOKIE);
    const callback = await stage.callbackFor(visit.client, { person: 'matti-meikalainen' });
    expect(await landedAt(callback, victim.client)).toBe('/v?identification=elsewhere');
    expect(await isIdentified(victim.client)).toBe(false);
    expect(victim.client.cookies.get(DOOR_COOKIE)).toBe(before);
    expect(await progressOf(victim.client)).toEqual({ state: 'none' });
  });

  it('that has the door of the same client identifies neither', async () => {
    const sibling = stage.api.client();
    await openDoor(sibling, visit.link);
    const callback = await stage.callbackFor(visit.client);
    expect(await landedAt(callback, sibling)).toBe('/v?identification=elsewhere');
    expect([await isIdentified(), await isIdentified(sibling)]).toEqual([false, false]);
  });
});

it('C3: a return that is used again identifies nobody', async () => {
  const callback = await stage.callbackFor(visit.client);
  expect(await landedAt(callback)).toBe('/v?identification=done');
  const second = stage.api.client();
  await openDoor(second, visit.link);
  expect(await landedAt(callback, second)).toBe('/v?identification=expired');
  expect(await landedAt(callback)).toBe('/v?identification=expired');
  expect(await isIdentified(second)).toBe(false);
  expect(await isIdentified()).toBe(true);
});

it('C4: a return after ten minutes identifies nobody', async () => {
  const { clock } = stage.api;
  const began = clock.now().toISOString();
  const callback = await stage.callbackFor(visit.client);
  clock.advance(600_000);
  expect(await landedAt(callback)).toBe('/v?identification=expired');
  expect(await isIdentified()).toBe(false);
  clock.set(began);
});

describe('C5: two tabs', () => {
  it.each([
    ['in the order in which they went', [0, 1]],
    ['the other way round', [1, 0]],
  ])('both come back, %s', async (_case, order) => {
    const tabs = [await stage.callbackFor(visit.client), await stage.callbackFor(visit.client)];
    for (const index of order) {
      expect(await landedAt(tabs[index] as URL)).toBe('/v?identification=done');
    }
    expect(await isIdentified()).toBe(true);
  });

  it('that come back at the same moment are one browser, and one of them gets its cookie', async () => {
    const tabs = [await stage.callbackFor(visit.client), await stage.callbackFor(visit.client)];
    const held = visit.client.cookies.get(DOOR_COOKIE) ?? '';
    const answers = await Promise.all(tabs.map((tab) => comeBack(clientWith(held), tab)));
    expect(answers.map(({ landed }) => landed)).toEqual(Array(2).fill('/v?identification=done'));
    const [given, ...more] = answers.flatMap(({ setCookies }) => setCookies);
    expect(more).toEqual([]);
    const secret = /^__Host-tapaamo-door=([\w-]{43});/.exec(given ?? '')?.[1] ?? '';
    expect(await isIdentified(clientWith(secret))).toBe(true);
  });

  it('that come back one after the other with the cookie of before are two browsers after ten seconds', async () => {
    const { clock } = stage.api;
    const began = clock.now().toISOString();
    const tabs = [];
    for (let count = 0; count < 3; count += 1) {
      tabs.push(await stage.callbackFor(visit.client));
    }
    const [first, second, third] = tabs as [URL, URL, URL];
    const held = visit.client.cookies.get(DOOR_COOKIE) ?? '';
    expect(await landedAt(first)).toBe('/v?identification=done');
    clock.advance(9_999);
    const late = await comeBack(clientWith(held), second);
    expect(late).toMatchObject({ landed: '/v?identification=done', setCookies: [] });
    clock.advance(1);
    expect(await landedAt(third, clientWith(held))).toBe('/v?identification=elsewhere');
    clock.set(began);
  });

  it('whose cookie was changed by beginning anew are not taken for one: whoever copied it may have begun', async () => {
    const callback = await stage.callbackFor(visit.client);
    const held = visit.client.cookies.get(DOOR_COOKIE) ?? '';
    await stage.begin(clientWith(held));
    expect(await landedAt(callback)).toBe('/v?identification=elsewhere');
  });
});

it('C8: a return that says, in another browser, that it was cancelled is told there, and nothing is held', async () => {
  const callback = await stage.callbackFor(visit.client, { act: 'cancel' });
  expect(await landedAt(callback, stage.api.client())).toBe('/v?identification=cancelled');
  // Anybody may say so who has seen an address: the client is still on the way.
  expect(await progressOf(visit.client)).toEqual({ state: 'away' });
  expect(await landedAt(callback)).toBe('/v?identification=cancelled');
  expect(await progressOf(visit.client)).toEqual({ state: 'none' });
});

it.each([
  ['of the same kind', undefined],
  ['of another kind', 'Mozilla/5.0 (Linux; Android 16; K) AppleWebKit/537.36 Chrome/143.0.0.0'],
])(
  'C2: an address that was seen is of no use without a good code on a device %s, and takes nothing from the client',
  async (_case, userAgent) => {
    const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) Safari/604.1';
    const callback = await stage.callbackFor(visit.client, undefined, iphone);
    const guessed = new URL(callback);
    guessed.searchParams.set('code', 'a-guess');
    const told = await comeBack(stage.api.client(), guessed, userAgent ?? iphone);
    expect(told).toMatchObject({ landed: '/v?identification=failed', setCookies: [] });
    const { participants } = await readVisit(visit.professional, visit.visitId);
    expect(participants.some(({ handBackRefused }) => handBackRefused)).toBe(false);
    const entries = await entriesOf(stage.api, stage.world.organisationId);
    expect(entries.findLast(({ targetId }) => targetId === visit.visitId)).toMatchObject({
      event: 'identification.failed',
      actorKind: 'unknown',
      details: { reason: 'rejected' },
    });
    expect(await landedAt(callback)).toBe('/v?identification=done');
  },
);

describe('C12: while the person is at the provider', () => {
  it.each([
    [
      'is called off',
      () =>
        visit.professional.post(visitPath(visit.visitId, '/cancel'), {
          version: 1,
          reason: 'other',
        }),
    ],
    ['is ended', () => visit.professional.post(visitPath(visit.visitId, '/end'), {})],
  ])('a visit that %s takes no identification, and opens no name for it', async (_case, act) => {
    const callback = await stage.callbackFor(visit.client);
    const other = await stage.callbackFor(visit.client);
    expect((await act()).status).toBeLessThan(300);
    expect(await landedAt(callback)).toBe('/v?identification=failed');
    expect(await landedAt(other, stage.api.client())).toBe('/v?identification=failed');
    await expectNothingKept();
  });

  it('a visit that is moved takes none of the old time', async () => {
    const callback = await stage.callbackFor(visit.client);
    const moved = await visit.professional.post(visitPath(visit.visitId, '/time'), {
      version: 1,
      date: '2027-02-11',
      time: '09:00',
      durationMinutes: 30,
    });
    expect(moved.status).toBeLessThan(300);
    expect(await landedAt(callback)).toBe('/v?identification=expired');
    expect(await isIdentified()).toBe(false);
  });

  it.each(['in the browser where it began', 'in another one'])(
    'a session that has gone takes none that comes back %s',
    async (where) => {
      const callback = await stage.callbackFor(visit.client);
      await stage.api.dataSource.manager.delete(DoorSessionRow, { visitId: visit.visitId });
      const browser = where === 'in another one' ? stage.api.client() : visit.client;
      expect(await landedAt(callback, browser)).toBe('/v?identification=expired');
      await expectNothingKept();
    },
  );

  it('a session that is left takes none', async () => {
    const callback = await stage.callbackFor(visit.client);
    const held = visit.client.cookies.get(DOOR_COOKIE) ?? '';
    await visit.client.post('/api/door/leave');
    visit.client.cookies.set(DOOR_COOKIE, held);
    expect(await landedAt(callback)).toBe('/v?identification=expired');
  });
});

describe('S1: the secret of a door session', () => {
  it('is changed with the verdict or not at all', async () => {
    const callback = await stage.callbackFor(visit.client);
    const failing = jest
      .spyOn(stage.api.get(DoorService), 'renewReturned')
      .mockRejectedValueOnce(new DatabaseUnavailableError(new Error('gone')));
    expect(await landedAt(callback)).toBe('/v?identification=unavailable');
    failing.mockRestore();
    await expectNothingKept();
  });

  it('is another after identifying, and who copied the earlier one has nothing', async () => {
    const callback = await stage.callbackFor(visit.client);
    const copied = visit.client.cookies.get(DOOR_COOKIE) ?? '';
    const { setCookies } = await comeBack(visit.client, callback);
    expect(setCookies[0]).toMatch(
      /^__Host-tapaamo-door=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(visit.client.cookies.get(DOOR_COOKIE)).not.toBe(copied);
    expect(await isIdentified()).toBe(true);
    const thief = stage.api.client();
    thief.cookies.set(DOOR_COOKIE, copied);
    expect(expectProblem(await thief.get('/api/door')).code).toBe('door.session-required');
  });

  it('is another after a verdict was fetched that came back elsewhere', async () => {
    const callback = await stage.callbackFor(visit.client);
    const copied = visit.client.cookies.get(DOOR_COOKIE) ?? '';
    const other = stage.api.client();
    await comeBack(other, callback);
    const progress = await progressOf(visit.client);
    await other.post('/api/identification/hand-back/confirm', {
      number: 'number' in progress ? progress.number : '',
    });
    await visit.client.post('/api/identification/pick-up');
    expect(await isIdentified()).toBe(true);
    const thief = stage.api.client();
    thief.cookies.set(DOOR_COOKIE, copied);
    expect(expectProblem(await thief.get('/api/door')).code).toBe('door.session-required');
  });

  it('stays as it was at the beginning when identifying does not succeed', async () => {
    const callback = await stage.callbackFor(visit.client, { act: 'cancel' });
    const before = visit.client.cookies.get(DOOR_COOKIE);
    await comeBack(visit.client, callback);
    expect(visit.client.cookies.get(DOOR_COOKIE)).toBe(before);
    expect(await isIdentified()).toBe(false);
  });
});

function clientWith(secret: string): ApiClient {
  const client = stage.api.client();
  client.cookies.set(DOOR_COOKIE, secret);
  return client;
}

async function expectNothingKept(): Promise<void> {
  const { visitId } = visit;
  expect(await stage.api.dataSource.manager.countBy(IdentificationRow, { visitId })).toBe(0);
  expect(await stage.api.dataSource.manager.countBy(HandBackRow, { visitId })).toBe(0);
}
