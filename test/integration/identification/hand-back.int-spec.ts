import { jest } from '@jest/globals';
import { DatabaseUnavailableError } from '@tapaamo/common';
import { handBackSchema, type VisitParticipant } from '@tapaamo/contracts';
import { HandBackRow } from '@tapaamo/identification';
import { ReturnedElsewhere, VisitChanges } from '@tapaamo/visit';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import type { BookedVisit } from '../../support/booked-visit.js';
import { buildService } from '../../support/builders/organisation-builder.js';
import {
  announceNode,
  arrivalOf,
  doorSession,
  enter,
  openDoor,
  readVisit,
  visitPath,
} from '../../support/door.js';
import { comeBack, DoorStage, numberShownTo, progressOf } from './support/door-stage.js';

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 Version/19.1 Mobile/15E148 Safari/604.1';
const ANDROID = 'Mozilla/5.0 (Linux; Android 16; K) AppleWebKit/537.36 Chrome/143.0.0.0 Mobile';

const HAND_BACK = '/api/identification/hand-back';
const CONFIRM = `${HAND_BACK}/confirm`;
const REFUSE = `${HAND_BACK}/refuse`;
const RETURNED_ELSEWHERE = ['identification.returned-elsewhere', 'unknown', {}];
const PICK_UP = '/api/identification/pick-up';

let stage: DoorStage;
/** The visit whose client began, in the browser `visit.client`. */
let visit: BookedVisit;
/** The browser that the identification came back in. */
let other: ApiClient;

beforeAll(async () => {
  stage = await DoorStage.open();
});

afterAll(() => stage.close());

/** The client begins in one browser, and comes back in another. */
async function returnElsewhere(person = 'aino-virtanen'): Promise<void> {
  visit = await stage.visitor();
  other = stage.api.client();
  const callback = await stage.callbackFor(visit.client, { person });
  expect((await comeBack(other, callback)).landed).toBe('/v?identification=elsewhere');
}

const codeOf = async (answer: ReturnType<ApiClient['post']>) => expectProblem(await answer).code;
const isIdentified = async () => (await doorSession(visit.client)).identified;
/** Any two digits but those that are shown. */
const wrongNumber = async () => ((Number(await numberShownTo(visit.client)) % 90) + 10).toString();

async function asProfessionalSees(): Promise<VisitParticipant | undefined> {
  const { participants } = await readVisit(visit.professional, visit.visitId);
  return participants.find(({ role }) => role === 'client');
}

async function eventsOfVisit(): Promise<unknown[]> {
  const entries = await entriesOf(stage.api, stage.world.organisationId);
  return entries
    .filter(({ targetId, event }) => targetId === visit.visitId && /^identif/.test(event))
    .map(({ event, actorKind, details }) => [event, actorKind, details]);
}

describe('an identification that came back in another browser', () => {
  beforeEach(() => returnElsewhere());

  it('goes to nobody by itself, and the page where it began shows a number', async () => {
    expect(await progressOf(visit.client)).toMatchObject({
      state: 'returned',
      number: expect.stringMatching(/^[1-9]\d$/),
      expiresAt: new Date(stage.api.clock.nowMs() + 120_000).toISOString(),
    });
    expect(await isIdentified()).toBe(false);
    expect(await codeOf(visit.client.post(PICK_UP))).toBe('identification.hand-back-over');
    expect(other.cookies.has('__Host-tapaamo-door')).toBe(false);
  });

  it('goes to the page where it began once its number is typed in the other browser', async () => {
    const number = await numberShownTo(visit.client);
    expect((await other.post(CONFIRM, { number })).status).toBe(204);
    expect(await progressOf(visit.client)).toEqual({ state: 'confirmed' });
    expect((await visit.client.post(PICK_UP)).status).toBe(204);
    expect(await isIdentified()).toBe(true);
    await announceNode(stage.api);
    await enter(visit.client);
    expect(await asProfessionalSees()).toMatchObject({
      verdict: { result: 'same-person', assurance: 'substantial', handedBack: true },
      handBackRefused: false,
      handBackUnanswered: false,
    });
    expect(await eventsOfVisit()).toEqual([
      RETURNED_ELSEWHERE,
      ['identification.succeeded', 'client', { handedBack: true }],
    ]);
    expect(await progressOf(visit.client)).toEqual({ state: 'none' });
    expect(await stage.api.dataSource.manager.countBy(HandBackRow, visitOf())).toBe(0);
  });

  it('tells the other browser when, where and by whom it began, and not the number, the link or a person', async () => {
    const answer = await other.get(HAND_BACK);
    const { providerSignOutUrl, ...told } = expectAnswer(answer, 200, handBackSchema);
    // The provider knows the person in this browser, not in the one where it began.
    expect(providerSignOutUrl).toMatch(new RegExp(`^${stage.provider.issuer}/.*ui_locales=fi`));
    expect(told).toEqual({
      organisationName: expect.objectContaining({ fi: expect.any(String) }),
      begunAt: stage.api.clock.now().toISOString(),
      begunOn: { browser: 'other', system: 'other' },
      expiresAt: new Date(stage.api.clock.nowMs() + 120_000).toISOString(),
    });
    expect(answer.text).not.toMatch(/Virtanen|Aino/);
    for (const id of [visit.visitId, visit.participantId, visit.link]) {
      expect(answer.text).not.toContain(id);
    }
  });

  it('gives its browser a cookie that only our own pages ask with', async () => {
    visit = await stage.visitor();
    const callback = await stage.callbackFor(visit.client);
    const { setCookies } = await comeBack(stage.api.client(), callback);
    expect(setCookies).toHaveLength(1);
    expect(setCookies[0]).toMatch(
      /^__Host-tapaamo-hand-back=[\w-]{43}; Path=\/; Expires=.*; HttpOnly; Secure; SameSite=Strict$/,
    );
  });

  describe('ends with one attempt', () => {
    it('when the number is wrong: the right one is of no use then, and the professional sees it', async () => {
      const number = await numberShownTo(visit.client);
      const secret = other.cookies.get('__Host-tapaamo-hand-back') ?? '';
      expect(await codeOf(other.post(CONFIRM, { number: await wrongNumber() }))).toBe(
        'identification.number-wrong',
      );
      expect(other.cookies.has('__Host-tapaamo-hand-back')).toBe(false);
      other.cookies.set('__Host-tapaamo-hand-back', secret);
      expect(await codeOf(other.post(CONFIRM, { number }))).toBe('identification.hand-back-over');
      await expectRefused('number-wrong');
    });

    it('when the person says no', async () => {
      expect((await other.post(REFUSE)).status).toBe(204);
      await expectRefused('not-confirmed');
    });

    it.each([
      ['no', () => other.post(REFUSE), 'refuse'],
      [
        'the number',
        async () => other.post(CONFIRM, { number: await numberShownTo(visit.client) }),
        'confirm',
      ],
    ] as const)(
      'and not before it was heard: %s that met with an outage is said again',
      async (_case, say, act) => {
        jest
          .spyOn(stage.api.get(ReturnedElsewhere), act)
          .mockRejectedValueOnce(new DatabaseUnavailableError(new Error('gone')));
        expect(await codeOf(say())).toBe('service.database-unavailable');
        expect((await say()).status).toBe(204);
        expect(other.cookies.has('__Host-tapaamo-hand-back')).toBe(false);
        jest.restoreAllMocks();
      },
    );

    it('when two numbers are typed at the same moment: one of them counts', async () => {
      const number = await numberShownTo(visit.client);
      const wrong = await wrongNumber();
      const answers = await Promise.all([
        other.post(CONFIRM, { number: wrong }),
        other.post(CONFIRM, { number: wrong }),
        other.post(CONFIRM, { number }),
      ]);
      const codes = answers.map(({ status, json }) =>
        status === 204 ? 'confirmed' : (json as { code: string }).code,
      );
      expect(codes.filter((code) => code === 'identification.hand-back-over')).toHaveLength(2);
    });

    async function expectRefused(reason: string): Promise<void> {
      expect(await progressOf(visit.client)).toEqual({ state: 'refused' });
      expect(await codeOf(visit.client.post(PICK_UP))).toBe('identification.hand-back-over');
      expect(await isIdentified()).toBe(false);
      expect(await asProfessionalSees()).toMatchObject({ handBackRefused: true });
      expect(await eventsOfVisit()).toEqual([
        RETURNED_ELSEWHERE,
        ['identification.failed', 'unknown', { reason }],
      ]);
      const row = await stage.api.dataSource.manager.findOneByOrFail(HandBackRow, visitOf());
      expect(row.envelope).toBeNull();
    }
  });

  it('is nothing to whoever copied the cookie of the page before it began', async () => {
    visit = await stage.visitor();
    const thief = clientWith(visit.client.cookies.get('__Host-tapaamo-door') ?? '');
    await comeBack(other, await stage.callbackFor(visit.client));
    expect(await codeOf(thief.get('/api/identification/progress'))).toBe('door.session-required');
    await other.post(CONFIRM, { number: await numberShownTo(visit.client) });
    expect(await codeOf(thief.post(PICK_UP))).toBe('door.session-required');
    expect((await visit.client.post(PICK_UP)).status).toBe(204);
  });

  it('begins for one of two who hold the same cookie', async () => {
    visit = await stage.visitor();
    const held = visit.client.cookies.get('__Host-tapaamo-door') ?? '';
    const both = [clientWith(held), clientWith(held)];
    const answers = await Promise.all(
      both.map((client) => client.post('/api/identification/start')),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401]);
  });

  it('is fetched once', async () => {
    await other.post(CONFIRM, { number: await numberShownTo(visit.client) });
    const held = visit.client.cookies.get('__Host-tapaamo-door') ?? '';
    const both = [clientWith(held), clientWith(held)];
    const answers = await Promise.all(both.map((client) => client.post(PICK_UP)));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
  });

  it('can be confirmed for two minutes, and fetched for ten from its beginning', async () => {
    const { clock } = stage.api;
    const number = await numberShownTo(visit.client);
    const began = clock.now().toISOString();
    const held = other.cookies.get('__Host-tapaamo-hand-back') ?? '';
    clock.advance(120_000);
    expect(await codeOf(other.post(CONFIRM, { number }))).toBe('identification.hand-back-over');
    expect(await progressOf(visit.client)).toEqual({ state: 'none' });
    clock.set(began);
    other.cookies.set('__Host-tapaamo-hand-back', held);
    expect((await other.post(CONFIRM, { number })).status).toBe(204);
    clock.advance(600_000);
    expect(await codeOf(visit.client.post(PICK_UP))).toBe('identification.hand-back-over');
    clock.set(began);
  });

  it('that is late can be confirmed for what is left of the ten minutes', async () => {
    const { clock } = stage.api;
    const began = clock.now();
    visit = await stage.visitor();
    const callback = await stage.callbackFor(visit.client);
    clock.advance(570_000);
    await comeBack(other, callback);
    expect(await progressOf(visit.client)).toMatchObject({
      expiresAt: new Date(began.getTime() + 600_000).toISOString(),
    });
    clock.set(began.toISOString());
  });

  it('is answered by nobody else: not without its cookie, not from another site', async () => {
    const number = await numberShownTo(visit.client);
    for (const stranger of [stage.api.client(), visit.client]) {
      expect(await codeOf(stranger.get(HAND_BACK))).toBe('identification.hand-back-over');
      expect(await codeOf(stranger.post(CONFIRM, { number }))).toBe(
        'identification.hand-back-over',
      );
      expect(await codeOf(stranger.post(REFUSE))).toBe('identification.hand-back-over');
    }
    const foreign = { headers: { origin: 'https://evil.example' } };
    expect(await codeOf(other.post(CONFIRM, { number }, foreign))).toBe(
      'access.origin-not-allowed',
    );
    expect(await progressOf(visit.client)).toMatchObject({ state: 'returned' });
  });

  it('shows its number to the door session where it began only', async () => {
    const sibling = stage.api.client();
    await openDoor(sibling, visit.link);
    expect(await progressOf(sibling)).toEqual({ state: 'none' });
    await other.post(CONFIRM, { number: await numberShownTo(visit.client) });
    expect(await codeOf(sibling.post(PICK_UP))).toBe('identification.hand-back-over');
    expect((await doorSession(sibling)).identified).toBe(false);
  });

  it('gives way to the next one of the same session', async () => {
    const first = await numberShownTo(visit.client);
    const third = stage.api.client();
    await comeBack(third, await stage.callbackFor(visit.client));
    expect(await codeOf(other.post(CONFIRM, { number: first }))).toBe(
      'identification.hand-back-over',
    );
    const number = await numberShownTo(visit.client);
    expect((await third.post(CONFIRM, { number })).status).toBe(204);
  });

  describe('that nobody answers is told to the professional', () => {
    const isUnanswered = async () => (await asProfessionalSees())?.handBackUnanswered;

    it('once it cannot be answered any more', async () => {
      const { clock } = stage.api;
      const began = clock.now().toISOString();
      const openUntil = new Date(clock.nowMs() + 120_000).toISOString();
      clock.advance(119_999);
      expect(await isUnanswered()).toBe(false);
      // Nobody announces the end: the page knows when it is.
      expect(await asProfessionalSees()).toMatchObject({ handBackOpenUntil: openUntil });
      clock.advance(1);
      expect(await isUnanswered()).toBe(true);
      expect(await asProfessionalSees()).toMatchObject({ handBackOpenUntil: null });
      clock.set(began);
    });

    it('whatever comes after: another one that is confirmed, or leaving', async () => {
      const third = stage.api.client();
      await comeBack(third, await stage.callbackFor(visit.client));
      expect(await isUnanswered()).toBe(true);
      await third.post(CONFIRM, { number: await numberShownTo(visit.client) });
      expect((await visit.client.post(PICK_UP)).status).toBe(204);
      expect(await isUnanswered()).toBe(true);
      await visit.client.post('/api/door/leave');
      expect(await asProfessionalSees()).toMatchObject({
        handBackUnanswered: true,
        handBackRefused: false,
      });
    });

    it('and not when it was refused: that says more', async () => {
      await other.post(REFUSE);
      expect(await isUnanswered()).toBe(false);
    });
  });

  it.each([
    ['that it waits', undefined],
    ['that it was another device', ANDROID],
  ])('is told to the professional’s page at once: %s', async (_case, userAgent) => {
    visit = await stage.visitor();
    const callback = await stage.callbackFor(visit.client, { person: 'aino-virtanen' }, IPHONE);
    const announce = jest.spyOn(stage.api.get(VisitChanges), 'announce');
    await comeBack(stage.api.client(), callback, userAgent ?? IPHONE);
    const { visitId } = visit;
    expect(announce).toHaveBeenCalledWith(expect.anything(), expect.objectContaining({ visitId }));
    announce.mockRestore();
  });

  it('that was refused is looked at before the client is let in', async () => {
    await announceNode(stage.api);
    await comeBack(visit.client, await stage.callbackFor(visit.client));
    await enter(visit.client);
    await comeBack(other, await stage.callbackFor(visit.client));
    expect((await other.post(REFUSE)).status).toBe(204);
    const { visitId, participantId, professional } = visit;
    const path = visitPath(visitId, `/participants/${participantId}/admit`);
    const arrival = await arrivalOf(stage.api, visit);
    expect(arrival.finding).toBe('same-person');
    const admit = (seen: object) => professional.post(path, { ...arrival, ...seen });
    // The one of before this test was not answered.
    const warnings = ['hand-back-unanswered'];
    expect(await codeOf(admit({ warnings }))).toBe('visit.finding-changed');
    const all = [...warnings, 'hand-back-refused'];
    expect((await admit({ warnings: all })).status).toBe(204);
  });

  describe('that was refused stays for the professional to see', () => {
    beforeEach(() => other.post(REFUSE));

    it('when the next one of the same page is confirmed', async () => {
      const third = stage.api.client();
      await comeBack(third, await stage.callbackFor(visit.client));
      expect(await asProfessionalSees()).toMatchObject({ handBackRefused: true });
      await third.post(CONFIRM, { number: await numberShownTo(visit.client) });
      expect((await visit.client.post(PICK_UP)).status).toBe(204);
      expect(await isIdentified()).toBe(true);
      expect(await asProfessionalSees()).toMatchObject({ handBackRefused: true });
    });

    it('when somebody identifies in the browser where it began', async () => {
      await comeBack(visit.client, await stage.callbackFor(visit.client));
      await announceNode(stage.api);
      await enter(visit.client);
      const seen = await asProfessionalSees();
      expect(seen).toMatchObject({ handBackRefused: true });
      expect(seen?.verdict).not.toHaveProperty('handedBack');
    });

    it('when the session is left, until the professional makes another link', async () => {
      await visit.client.post('/api/door/leave');
      expect(await asProfessionalSees()).toMatchObject({ handBackRefused: true });
      const path = visitPath(visit.visitId, `/participants/${visit.participantId}/link/renew`);
      await visit.professional.post(path, {});
      expect(await asProfessionalSees()).toMatchObject({ handBackRefused: false });
    });
  });

  it.each(['7', '123', '4a', ''])('does not take "%s" for an attempt', async (number) => {
    expect(expectProblem(await other.post(CONFIRM, { number }))).toMatchObject({
      code: 'request.invalid',
      fields: [expect.objectContaining({ field: 'number' })],
    });
    expect(await progressOf(visit.client)).toMatchObject({ state: 'returned' });
  });
});

describe('whoever gets somebody else to identify for their own page', () => {
  it('has nothing of it, and the person is told nothing of the visit that is discreet', async () => {
    visit = await stage.visitor(
      await buildService(stage.api.dataSource, stage.world, {
        discreet: true,
        identificationLevel: 'required',
      }),
    );
    other = stage.api.client();
    await comeBack(other, await stage.callbackFor(visit.client));
    const answer = await other.get(HAND_BACK);
    expect(answer.json).toMatchObject({ organisationName: null });
    await other.post(REFUSE);
    expect(await isIdentified()).toBe(false);
  });

  it('is refused on another kind of device, and the professional sees it', async () => {
    visit = await stage.visitor();
    const callback = await stage.callbackFor(visit.client, { person: 'aino-virtanen' }, IPHONE);
    other = stage.api.client();
    const { landed, setCookies } = await comeBack(other, callback, ANDROID);
    expect(landed).toBe('/v?identification=other-device');
    expect(setCookies).toEqual([]);
    expect(await progressOf(visit.client)).toEqual({ state: 'refused' });
    expect(await asProfessionalSees()).toMatchObject({ handBackRefused: true });
    expect(await eventsOfVisit()).toEqual([
      ['identification.failed', 'unknown', { reason: 'other-device' }],
    ]);
    expect((await comeBack(visit.client, callback)).landed).toBe('/v?identification=expired');
  });

  it('is seen by the person as the kind of browser that it is', async () => {
    visit = await stage.visitor();
    const callback = await stage.callbackFor(visit.client, { person: 'aino-virtanen' }, IPHONE);
    other = stage.api.client();
    await comeBack(other, callback, IPHONE);
    const { json } = await other.get(HAND_BACK);
    expect(json).toMatchObject({ begunOn: { browser: 'safari', system: 'ios' } });
  });
});

describe('whoever tries codes that are none in another browser', () => {
  it('does so a few times, and takes the identification from nobody', async () => {
    visit = await stage.visitor();
    const callback = await stage.callbackFor(visit.client);
    const madeUp = new URL(callback);
    madeUp.searchParams.set('code', 'x'.repeat(43));
    const landings = [];
    for (let count = 0; count < 4; count += 1) {
      landings.push((await comeBack(stage.api.client(), madeUp)).landed);
    }
    const failed = '/v?identification=failed';
    const expired = '/v?identification=expired';
    expect(landings).toEqual([failed, failed, failed, expired]);
    expect(await eventsOfVisit()).toHaveLength(3);
    // From then on a good one comes through only where it began.
    expect((await comeBack(stage.api.client(), callback)).landed).toBe(expired);
    expect((await comeBack(visit.client, callback)).landed).toBe('/v?identification=done');
  });
});

describe('what came back elsewhere is of no use any more', () => {
  beforeEach(() => returnElsewhere());

  it('when the visit has ended', async () => {
    const number = await numberShownTo(visit.client);
    await visit.professional.post(visitPath(visit.visitId, '/end'), {});
    expect(await codeOf(other.get(HAND_BACK))).toBe('visit.ended');
    expect(await codeOf(other.post(CONFIRM, { number }))).toBe('visit.ended');
  });

  it('when the session where it began has ended', async () => {
    const number = await numberShownTo(visit.client);
    await visit.client.post('/api/door/leave');
    expect(await codeOf(other.post(CONFIRM, { number }))).toBe('identification.hand-back-over');
    expect(await stage.api.dataSource.manager.countBy(HandBackRow, visitOf())).toBe(0);
  });

  it('when the link was replaced', async () => {
    const path = visitPath(visit.visitId, `/participants/${visit.participantId}/link/renew`);
    await visit.professional.post(path, {});
    expect(await codeOf(other.get(HAND_BACK))).toBe('identification.hand-back-over');
    expect(await stage.api.dataSource.manager.countBy(HandBackRow, visitOf())).toBe(0);
  });

  it('when it was confirmed, and the visit ended before it was fetched', async () => {
    await other.post(CONFIRM, { number: await numberShownTo(visit.client) });
    await visit.professional.post(visitPath(visit.visitId, '/end'), {});
    expect(await codeOf(visit.client.post(PICK_UP))).toBe('visit.ended');
  });
});

function visitOf(): { visitId: string } {
  return { visitId: visit.visitId };
}

function clientWith(secret: string): ApiClient {
  const client = stage.api.client();
  client.cookies.set('__Host-tapaamo-door', secret);
  return client;
}
