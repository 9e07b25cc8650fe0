import type { ServerResponse } from 'node:http';
import { bookingListSchema } from '@tapaamo/contracts';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import type { BookedVisit } from '../../support/booked-visit.js';
import {
  announceNode,
  arrivalOf,
  doorSession,
  enter,
  openDoor,
  readVisit,
  report,
  visitPath,
} from '../../support/door.js';
import { eventually } from '../../support/eventually.js';
import { NOW } from '../../support/start-api.js';
import { AttackStage, refused, type Attempt } from './attack-matrix/attack-stage.js';
import { sendJson } from './support/hostile-issuer.js';

const ELSE = { 'urn:oid:2.5.4.4': 'Korhonen', 'urn:oid:1.2.246.575.1.14': 'Onni' };

/** Of the same day of birth, and with another code. */
const NAMESAKE = '291292Y918R';
const BORN_ELSE_WHEN = { 'urn:oid:1.3.6.1.5.5.7.9.1': '1992-12-28' };
const WITHOUT_CODE = {
  'urn:oid:1.2.246.21': undefined,
  'http://eidas.europa.eu/attributes/naturalperson/PersonIdentifier': 'CZ/FI/123',
};

let stage: AttackStage;

beforeAll(async () => {
  stage = await AttackStage.open();
  await announceNode(stage.api);
});

beforeEach(() => {
  stage.api.clock.set(NOW);
  stage.issuer.discovery = null;
  stage.issuer.jwks = null;
});

afterAll(() => stage.close());

const wait = (client: ApiClient) => client.post('/api/door/enter', { unidentified: true });
const seen = async ({ professional, visitId, participantId }: BookedVisit) => {
  const { participants } = await readVisit(professional, visitId);
  return participants.find(({ id }) => id === participantId);
};
const inList = async ({ professional, visitId }: BookedVisit) => {
  const list = await professional.get('/api/bookings?from=2027-02-10&to=2027-02-10');
  const { bookings } = expectAnswer(list, 200, bookingListSchema);
  return bookings.find((booking) => booking.visitId === visitId);
};
/** Comes back with a token that has these claims. */
const comeBackAs = async ({ client, redirectUrl, callback }: Attempt, claims: object = {}) => {
  const { issuer, keys } = stage;
  issuer.giveToken(await issuer.token(redirectUrl, keys, { claims: { ...claims } }));
  return stage.outcomeOf({ client }, callback);
};
const again = async (attempt: Attempt): Promise<Attempt> => ({
  ...attempt,
  ...(await stage.start(attempt.client)),
});

describe('while the provider fails', () => {
  it('M5: who could not begin may wait unidentified, and the professional sees why and says how', async () => {
    const { client, visit } = await stage.attempt();
    expect(expectProblem(await wait(client)).code).toBe('door.identification-required');
    stage.issuer.discovery = (response) => response.writeHead(503).end();
    await loseSight();
    const failed = await client.post('/api/identification/start');
    expect(expectProblem(failed).code).toBe('identification.provider-unavailable');
    expect((await doorSession(client)).mayWaitUnidentified).toBe(true);
    const silently = await client.post('/api/door/enter', {});
    expect(expectProblem(silently).code).toBe('door.identification-required');
    expect((await wait(client)).status).toBe(200);
    expect(await seen(visit)).toMatchObject({
      admission: 'waiting',
      verdict: null,
      failedByProvider: true,
    });
    const path = visitPath(visit.visitId, `/participants/${visit.participantId}/admit`);
    const arrival = await arrivalOf(stage.api, visit);
    const unsaid = await visit.professional.post(path, arrival);
    expect(expectProblem(unsaid).code).toBe('visit.reason-needed');
    const reason = 'identified-otherwise';
    expect((await visit.professional.post(path, { ...arrival, reason })).status).toBe(204);
    const entries = await entriesOf(stage.api, stage.world.organisationId);
    expect(entries.at(-1)).toMatchObject({
      event: 'visit.doubtful-admitted',
      details: { role: 'client' },
    });
    // Who has a place keeps it over a reload, also when the outage is over.
    stage.api.clock.advance(15 * 60_000 - 1);
    expect(await seen(visit)).toMatchObject({ failedByProvider: true });
    stage.api.clock.advance(1);
    expect((await client.post('/api/door/enter', {})).status).toBe(200);
    expect(await seen(visit)).toMatchObject({ failedByProvider: false });
    // After a failure the provider is left in peace for a moment.
    stage.api.clock.set(NOW);
    stage.issuer.discovery = null;
    await eventually('the provider was found', () => stage.attempt());
  });

  it('it is so for a while, for that browser alone, and over with the next identification', async () => {
    const attempt = await stage.attempt();
    const { client, visit } = attempt;
    stage.issuer.giveToken(await stage.issuer.token(attempt.redirectUrl, stage.keys));
    stage.issuer.jwks = (response) => response.writeHead(502).end();
    expect(await stage.outcomeOf(attempt, attempt.callback)).toMatchObject({
      landed: '/v?identification=unavailable',
    });
    const other = stage.api.client({ from: '198.51.100.7' });
    await openDoor(other, visit.link);
    expect((await doorSession(other)).mayWaitUnidentified).toBe(false);
    expect(expectProblem(await wait(other)).code).toBe('door.identification-required');
    stage.api.clock.advance(15 * 60_000 - 1);
    expect((await doorSession(client)).mayWaitUnidentified).toBe(true);
    stage.api.clock.advance(1);
    expect((await doorSession(client)).mayWaitUnidentified).toBe(false);
    expect(expectProblem(await wait(client)).code).toBe('door.identification-required');
    stage.api.clock.set(NOW);
    stage.issuer.jwks = null;
    expect(await comeBackAs(await again(attempt))).toMatchObject({ identified: true });
    await enter(client);
    expect(await seen(visit)).toMatchObject({ failedByProvider: false });
  });

  it('who waits unidentified takes the place of nobody who is in the meeting', async () => {
    const attempt = await stage.attempt();
    const { client, visit } = attempt;
    expect(await comeBackAs(attempt)).toMatchObject({ identified: true });
    await enter(client);
    const nodeId = await announceNode(stage.api);
    const path = visitPath(visit.visitId, `/participants/${visit.participantId}/admit`);
    const arrival = await arrivalOf(stage.api, visit);
    expect((await visit.professional.post(path, arrival)).status).toBe(204);
    await report(stage.api, 'connected', { ...visit, nodeId, role: 'client' });
    const other = stage.api.client({ from: '198.51.100.8' });
    await openDoor(other, visit.link);
    const { redirectUrl, callback } = await stage.start(other);
    stage.issuer.giveToken(await stage.issuer.token(redirectUrl, stage.keys));
    stage.issuer.jwks = (response) => response.writeHead(502).end();
    await stage.comeBack(other, callback);
    expect((await doorSession(other)).mayWaitUnidentified).toBe(true);
    const taken = await other.post('/api/door/enter', { unidentified: true, takeOver: true });
    expect(expectProblem(taken).code).toBe('door.held-by-identified');
    expect(await seen(visit)).toMatchObject({
      admission: 'admitted',
      arrivalId: arrival.arrivalId,
    });
  });

  it('who waits unidentified takes over from nobody, not even from somebody else who waits', async () => {
    const attempt = await stage.attempt();
    const { client, visit } = attempt;
    expect(await comeBackAs(attempt, ELSE)).toMatchObject({ identified: true });
    await enter(client);
    const nodeId = await announceNode(stage.api);
    await report(stage.api, 'connected', { ...visit, nodeId, role: 'client' });
    const other = stage.api.client({ from: '198.51.100.9' });
    await openDoor(other, visit.link);
    const { redirectUrl, callback } = await stage.start(other);
    stage.issuer.giveToken(await stage.issuer.token(redirectUrl, stage.keys));
    stage.issuer.jwks = (response) => response.writeHead(502).end();
    await stage.comeBack(other, callback);
    const taken = await other.post('/api/door/enter', { unidentified: true, takeOver: true });
    expect(expectProblem(taken).code).toBe('door.in-use-elsewhere');
  });

  it.each(['temporarily_unavailable', 'server_error'])(
    'what a browser says of it is not believed: %s',
    async (error) => {
      const attempt = await stage.attempt();
      const { searchParams } = attempt.callback;
      searchParams.delete('code');
      searchParams.set('error', error);
      expect(await stage.outcomeOf(attempt, attempt.callback)).toMatchObject({
        landed: '/v?identification=unavailable',
      });
      expect((await doorSession(attempt.client)).mayWaitUnidentified).toBe(false);
      expect(expectProblem(await wait(attempt.client)).code).toBe('door.identification-required');
    },
  );
});

describe('five in a row that are somebody else’s or too weak', () => {
  const failFiveTimes = async (first: Attempt): Promise<void> => {
    await comeBackAs(first, ELSE);
    for (const claims of [ELSE, { acr: 'low' }, { acr: 'low' }, ELSE]) {
      await comeBackAs(await again(first), claims);
    }
  };

  it('M3: lock the link, until the professional opens it again', async () => {
    const attempt = await stage.attempt();
    const { client, visit } = attempt;
    const underWay = await again(attempt);
    await failFiveTimes(attempt);
    const locked = await client.post('/api/identification/start');
    expect(expectProblem(locked)).toMatchObject({ code: 'identification.locked', status: 403 });
    // What had begun before leads nowhere either.
    expect(await comeBackAs(underWay)).toMatchObject({ landed: '/v?identification=locked' });
    expect(await seen(visit)).toMatchObject({ identificationLocked: true });
    expect(await inList(visit)).toMatchObject({ identificationLocked: true });
    const path = visitPath(visit.visitId, `/participants/${visit.participantId}`);
    const unlock = () => visit.professional.post(`${path}/identification/unlock`);
    expect((await unlock()).status).toBe(204);
    expect((await unlock()).status).toBe(204);
    expect(await seen(visit)).toMatchObject({ identificationLocked: false });
    expect(await inList(visit)).toMatchObject({ identificationLocked: false });
    expect(await comeBackAs(await again(attempt))).toMatchObject({ identified: true });
    await enter(client);
    expect((await seen(visit))?.verdict?.result).toBe('same-person');
    const entries = await entriesOf(stage.api, stage.world.organisationId);
    const told = entries.filter(({ targetId }) => targetId === visit.participantId);
    expect(told.map(({ event }) => event)).toEqual(['participant.identification-unlocked']);
  });

  it('lock it for who is at the provider just then, too, and the provider is asked no more', async () => {
    const attempt = await stage.attempt();
    const [underWay, later] = [await again(attempt), await again(attempt)];
    const id_token = await stage.issuer.token(underWay.redirectUrl, stage.keys);
    // The fifth is known while this one's token is on its way.
    stage.issuer.answer = (response) =>
      void failFiveTimes(attempt).then(() =>
        response
          .setHeader('content-type', 'application/json')
          .end(JSON.stringify({ access_token: 'x', token_type: 'Bearer', id_token })),
      );
    const locked = { landed: '/v?identification=locked' };
    expect(await stage.outcomeOf(attempt, underWay.callback)).toMatchObject(locked);
    stage.issuer.asked.length = 0;
    expect(await comeBackAs(later)).toMatchObject(locked);
    expect(stage.issuer.asked).toEqual([]);
  });

  it('are not ended by who has the right code and a day of birth that contradicts it', async () => {
    const attempt = await stage.attempt();
    await comeBackAs(attempt, ELSE);
    for (const claims of [ELSE, ELSE, ELSE, BORN_ELSE_WHEN, ELSE]) {
      await comeBackAs(await again(attempt), claims);
    }
    expect(await seen(attempt.visit)).toMatchObject({ identificationLocked: true });
  });

  it('lock it for every browser, in which the person may wait all the same, and for half an hour', async () => {
    const attempt = await stage.attempt();
    const { visit } = attempt;
    await failFiveTimes(attempt);
    const other = stage.api.client({ from: '198.51.100.10' });
    await openDoor(other, visit.link);
    expect((await doorSession(other)).mayWaitUnidentified).toBe(true);
    const silently = await other.post('/api/door/enter', {});
    expect(expectProblem(silently).code).toBe('door.identification-required');
    expect((await wait(other)).status).toBe(200);
    expect(await seen(visit)).toMatchObject({ admission: 'waiting', identificationLocked: true });
    const path = visitPath(visit.visitId, `/participants/${visit.participantId}/admit`);
    const arrival = await arrivalOf(stage.api, visit);
    const unsaid = await visit.professional.post(path, arrival);
    expect(expectProblem(unsaid).code).toBe('visit.reason-needed');
    stage.api.clock.advance(30 * 60_000 - 1);
    const locked = await other.post('/api/identification/start');
    expect(expectProblem(locked).code).toBe('identification.locked');
    stage.api.clock.advance(1);
    expect(await seen(visit)).toMatchObject({ identificationLocked: false });
    // It is counted anew, too.
    await comeBackAs({ ...attempt, ...(await stage.start(attempt.client)) }, ELSE);
    expect((await other.post('/api/identification/start')).status).toBe(200);
  });

  it('are not what a browser makes up: an error, a code, an answer for another transaction', async () => {
    const attempt = await stage.attempt();
    const bad = (response: ServerResponse) => sendJson(response, { error: 'invalid_grant' }, 400);
    for (let count = 0; count < 3; count += 1) {
      const { callback: erring } = await again(attempt);
      erring.searchParams.delete('code');
      erring.searchParams.set('error', 'invalid_request');
      await stage.comeBack(attempt.client, erring);
      for (const answer of [bad, (response: ServerResponse) => response.writeHead(500).end()]) {
        stage.issuer.answer = answer;
        const { callback } = await again(attempt);
        await stage.comeBack(attempt.client, callback);
      }
      await comeBackAs(await again(attempt), { nonce: 'of-another' });
    }
    expect((await attempt.client.post('/api/identification/start')).status).toBe(200);
    expect(await seen(attempt.visit)).toMatchObject({ identificationLocked: false });
    // Nor is a fault over a code that nobody gave out an outage.
    expect((await doorSession(attempt.client)).mayWaitUnidentified).toBe(false);
  });

  it('lock it for every browser, and a new link is not locked', async () => {
    const attempt = await stage.attempt();
    const { visit } = attempt;
    await failFiveTimes(attempt);
    const other = stage.api.client({ from: '198.51.100.8' });
    await openDoor(other, visit.link);
    const locked = await other.post('/api/identification/start');
    expect(expectProblem(locked).code).toBe('identification.locked');
    const path = visitPath(visit.visitId, `/participants/${visit.participantId}/link/renew`);
    expect((await visit.professional.post(path)).status).toBe(204);
    expect(await seen(visit)).toMatchObject({ identificationLocked: false });
  });

  it('are counted anew from the first that was the booked person', async () => {
    const attempt = await stage.attempt();
    for (const claims of [ELSE, ELSE, ELSE, ELSE, {}, ELSE, ELSE, ELSE, ELSE]) {
      await comeBackAs(await again(attempt), claims);
    }
    expect((await attempt.client.post('/api/identification/start')).status).toBe(200);
  });

  it('are not those of whom only the name is known, though a code is booked', async () => {
    const attempt = await stage.attempt({ clientHetu: NAMESAKE });
    for (let count = 0; count < 6; count += 1) {
      await comeBackAs(await again(attempt), WITHOUT_CODE);
    }
    expect(await seen(attempt.visit)).toMatchObject({
      verdict: { result: 'same-name' },
      identificationLocked: false,
    });
    // Neither do they end a row of others.
    await failFiveTimes(attempt);
    expect(await seen(attempt.visit)).toMatchObject({ identificationLocked: true });
  });

  it('are not those who turn back, come too late, or hold no link', async () => {
    const attempt = await stage.attempt();
    for (let count = 0; count < 6; count += 1) {
      const { callback } = await again(attempt);
      callback.searchParams.delete('code');
      callback.searchParams.set('error', 'access_denied');
      expect(await stage.outcomeOf(attempt, callback)).toEqual(refused('cancelled', undefined));
      // Somebody who saw the address but does not hold the link.
      const { callback: stolen } = await again(attempt);
      await stage.comeBack(stage.api.client({ from: '198.51.100.9' }), stolen);
      await stage.comeBack(attempt.client, stolen);
    }
    expect((await attempt.client.post('/api/identification/start')).status).toBe(200);
    expect(await seen(attempt.visit)).toMatchObject({ identificationLocked: false });
  });

  it('end with the visit’s time: who identified for another time counts for nothing', async () => {
    const attempt = await stage.attempt();
    await failFiveTimes(attempt);
    const wish = { version: 1, date: '2027-02-10', time: '10:45', durationMinutes: 30 };
    const moved = await attempt.visit.professional.post(
      visitPath(attempt.visit.visitId, '/time'),
      wish,
    );
    expect(moved.status).toBe(200);
    expect((await attempt.client.post('/api/identification/start')).status).toBe(200);
  });
});

/** The metadata is kept: a provider that fails while somebody comes back makes us look for it anew. */
async function loseSight(): Promise<void> {
  const { client, redirectUrl, callback } = await withKnownProvider();
  stage.issuer.giveToken(await stage.issuer.token(redirectUrl, stage.keys));
  stage.issuer.jwks = (response) => response.writeHead(502).end();
  await stage.comeBack(client, callback);
  stage.issuer.jwks = null;
}

async function withKnownProvider(): Promise<Attempt> {
  const discovery = stage.issuer.discovery;
  stage.issuer.discovery = null;
  const attempt = await stage.attempt();
  stage.issuer.discovery = discovery;
  return attempt;
}
