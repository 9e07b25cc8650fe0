import type { VerdictResult } from '@tapaamo/contracts';
import { expectProblem, type ApiClient } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { linkOf } from '../../support/builders/booking-builder.js';
import { buildProfessional } from '../../support/builders/professional-builder.js';
import {
  announceNode,
  arrivalOf,
  doorSession,
  enter,
  identify,
  openDoor,
  readVisit,
  report,
  sessionIdsOf,
  visitPath,
} from '../../support/door.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

describe('a client whom the professional lets wait without identification', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let nodeId: string;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
    nodeId = await announceNode(api);
  });

  beforeEach(() => api.clock.set(NOW));
  afterAll(() => api.close());

  const required = () => bookedVisit(api, world.required);
  const pathOf = ({ visitId, participantId }: BookedVisit, rest: string) =>
    visitPath(visitId, `/participants/${participantId}${rest}`);
  const allow = (visit: BookedVisit, allowed = true, by = visit.professional) =>
    by.post(pathOf(visit, '/identification/waiting'), { allowed });
  const wait = (client: ApiClient) => client.post('/api/door/enter', { unidentified: true });
  const clientOf = async ({ professional, visitId, participantId }: BookedVisit) => {
    const { participants } = await readVisit(professional, visitId);
    return participants.find(({ id }) => id === participantId);
  };
  const keptOut = async (client: ApiClient) => {
    expect(await doorSession(client)).toMatchObject({
      mayWaitUnidentified: false,
      unidentifiedAllowed: false,
    });
    expect(expectProblem(await wait(client)).code).toBe('door.identification-required');
  };
  const otherBrowser = async ({ link }: BookedVisit) => {
    const browser = api.client({ from: '198.51.100.33' });
    await openDoor(browser, link);
    return browser;
  };
  const identifiedAs = async (visit: BookedVisit, result: VerdictResult) => {
    const [sessionId = ''] = await sessionIdsOf(api, visit.participantId);
    await identify(api, { ...visit, sessionId }, result);
  };
  const signedIn = async (email: string) => {
    const browser = api.client();
    await browser.signIn(email);
    return browser;
  };

  it('learns it on the open page, waits, and is let in with a reason', async () => {
    const visit = await required();
    await openDoor(visit.client, visit.link);
    await keptOut(visit.client);
    expect((await allow(visit)).status).toBe(204);
    expect((await allow(visit)).status).toBe(204);
    expect(await clientOf(visit)).toMatchObject({ unidentifiedAllowed: true });
    expect(await doorSession(visit.client)).toMatchObject({
      identified: false,
      mayWaitUnidentified: true,
      unidentifiedAllowed: true,
    });
    // Nobody is taken for somebody who wishes it: the page asks first.
    const silently = await visit.client.post('/api/door/enter', {});
    expect(expectProblem(silently).code).toBe('door.identification-required');
    expect((await wait(visit.client)).status).toBe(200);
    expect(await clientOf(visit)).toMatchObject({ admission: 'waiting', verdict: null });
    const arrival = await arrivalOf(api, visit);
    const admit = (reason?: string) =>
      visit.professional.post(pathOf(visit, '/admit'), { ...arrival, reason });
    expect(expectProblem(await admit()).code).toBe('visit.reason-needed');
    expect((await admit('identified-otherwise')).status).toBe(204);
    const entries = await entriesOf(api, world.organisationId);
    const told = entries.filter(({ targetId }) => targetId === visit.participantId);
    expect(told.map(({ event }) => event)).toEqual([
      'participant.unidentified-allowed',
      'visit.doubtful-admitted',
    ]);
  });

  it('is kept out again once it is taken back, but not who waits already', async () => {
    const visit = await required();
    await allow(visit);
    await openDoor(visit.client, visit.link);
    expect((await wait(visit.client)).status).toBe(200);
    expect((await allow(visit, false)).status).toBe(204);
    expect((await allow(visit, false)).status).toBe(204);
    expect((await visit.client.post('/api/door/enter', {})).status).toBe(200);
    const other = api.client({ from: '198.51.100.31' });
    await openDoor(other, visit.link);
    await keptOut(other);
    const entries = await entriesOf(api, world.organisationId);
    const told = entries.filter(({ targetId }) => targetId === visit.participantId);
    expect(told.map(({ event }) => event)).toEqual([
      'participant.unidentified-allowed',
      'participant.unidentified-withdrawn',
    ]);
  });

  it('takes the place of nobody who was identified', async () => {
    const visit = await required();
    await openDoor(visit.client, visit.link);
    await identifiedAs(visit, 'same-person');
    await enter(visit.client);
    const arrival = await arrivalOf(api, visit);
    expect((await visit.professional.post(pathOf(visit, '/admit'), arrival)).status).toBe(204);
    await report(api, 'connected', { ...visit, nodeId, role: 'client' });
    await allow(visit);
    const other = api.client({ from: '198.51.100.32' });
    await openDoor(other, visit.link);
    const taken = await other.post('/api/door/enter', { unidentified: true, takeOver: true });
    expect(expectProblem(taken).code).toBe('door.held-by-identified');
    expect(await clientOf(visit)).toMatchObject({
      admission: 'admitted',
      arrivalId: arrival.arrivalId,
    });
  });

  it('is the first browser that waits by it, also while its line is down, until it is given anew', async () => {
    const visit = await required();
    await allow(visit);
    const other = await otherBrowser(visit);
    expect(await doorSession(other)).toMatchObject({ unidentifiedAllowed: true });
    await openDoor(visit.client, visit.link);
    expect((await wait(visit.client)).status).toBe(200);
    await keptOut(other);
    await report(api, 'connected', { ...visit, nodeId, role: 'client' });
    await report(api, 'disconnected', { ...visit, nodeId, role: 'client' });
    await keptOut(other);
    // Nor by a lock, which anybody who has the link brings about.
    await api.dataSource.query(
      `INSERT INTO identification_failure (participant_id, visit_id, organisation_id, in_a_row, failed_at)
       VALUES ($1, $2, $3, 5, $4)`,
      [visit.participantId, visit.visitId, world.organisationId, api.clock.now()],
    );
    expect(await doorSession(other)).toMatchObject({
      mayWaitUnidentified: true,
      unidentifiedAllowed: false,
    });
    expect(expectProblem(await wait(other)).code).toBe('door.in-use-elsewhere');
    expect((await wait(visit.client)).status).toBe(200);
    await allow(visit, false);
    await allow(visit);
    expect((await wait(other)).status).toBe(200);
    expect(await doorSession(visit.client)).toMatchObject({ admission: 'outside' });
  });

  it('is nobody any more once the booked person comes identified, and takes the place', async () => {
    const visit = await required();
    await allow(visit);
    const other = await otherBrowser(visit);
    expect((await wait(other)).status).toBe(200);
    await report(api, 'connected', { ...visit, nodeId, role: 'client' });
    api.clock.advance(1_000);
    await openDoor(visit.client, visit.link);
    await identifiedAs(visit, 'same-person');
    await enter(visit.client, true);
    expect(await clientOf(visit)).toMatchObject({
      admission: 'waiting',
      unidentifiedAllowed: false,
      verdict: { result: 'same-person' },
    });
    await keptOut(other);
  });

  it('is nobody any more once they were let in, who keep their place until they leave', async () => {
    const visit = await required();
    await allow(visit);
    await openDoor(visit.client, visit.link);
    expect((await wait(visit.client)).status).toBe(200);
    const arrival = { ...(await arrivalOf(api, visit)), reason: 'known-person' };
    expect((await visit.professional.post(pathOf(visit, '/admit'), arrival)).status).toBe(204);
    expect(await clientOf(visit)).toMatchObject({ unidentifiedAllowed: false });
    await keptOut(await otherBrowser(visit));
    await enter(visit.client);
    expect(await clientOf(visit)).toMatchObject({ admission: 'admitted' });
    await report(api, 'left', { ...visit, nodeId, role: 'client' });
    await keptOut(visit.client);
  });

  it('who left comes back while it stands, and not when it was taken back', async () => {
    const visit = await required();
    await allow(visit);
    await openDoor(visit.client, visit.link);
    expect((await wait(visit.client)).status).toBe(200);
    await report(api, 'left', { ...visit, nodeId, role: 'client' });
    await keptOut(await otherBrowser(visit));
    expect((await wait(visit.client)).status).toBe(200);
    await report(api, 'left', { ...visit, nodeId, role: 'client' });
    await allow(visit, false);
    await keptOut(visit.client);
    expect(await clientOf(visit)).toMatchObject({ admission: 'left' });
  });

  it('is nobody any more once they signed out', async () => {
    const visit = await required();
    await allow(visit);
    await openDoor(visit.client, visit.link);
    expect((await wait(visit.client)).status).toBe(200);
    expect((await visit.client.post('/api/door/leave')).status).toBe(200);
    expect(await clientOf(visit)).toMatchObject({ admission: 'left', unidentifiedAllowed: false });
    await keptOut(await otherBrowser(visit));
  });

  it.each([
    ['waits', 'outside', false],
    ['left', 'outside', true],
  ] as const)('who %s by it is kept out by another code', async (what, admission, hasCome) => {
    const visit = await required();
    await allow(visit);
    await openDoor(visit.client, visit.link);
    expect((await wait(visit.client)).status).toBe(200);
    if (what === 'left') {
      await report(api, 'left', { ...visit, nodeId, role: 'client' });
    }
    const code = { hetu: '131052-308T' };
    expect((await visit.professional.post(pathOf(visit, '/identity-code'), code)).status).toBe(204);
    const seen = await clientOf(visit);
    expect(seen).toMatchObject({ admission, unidentifiedAllowed: false });
    // Who waited and went is called absent by nobody.
    expect(seen?.arrivedAt !== null).toBe(hasCome);
    await keptOut(visit.client);
  });

  it('who was identified as somebody else and left is kept out by another code, too', async () => {
    const visit = await required();
    await openDoor(visit.client, visit.link);
    await identifiedAs(visit, 'different-name');
    await enter(visit.client);
    await report(api, 'left', { ...visit, nodeId, role: 'client' });
    await enter(visit.client);
    await report(api, 'left', { ...visit, nodeId, role: 'client' });
    const code = { hetu: '131052-308T' };
    expect((await visit.professional.post(pathOf(visit, '/identity-code'), code)).status).toBe(204);
    await keptOut(visit.client);
  });

  it('is whoever has the new link no more', async () => {
    const visit = await required();
    await allow(visit);
    api.clock.advance(1_000);
    expect((await visit.professional.post(pathOf(visit, '/link/renew'))).status).toBe(204);
    expect(await clientOf(visit)).toMatchObject({ unidentifiedAllowed: false });
    await openDoor(visit.client, await linkOf(api, visit.visitId));
    await keptOut(visit.client);
  });

  it('is so for this time and this identity code', async () => {
    const visit = await required();
    await allow(visit);
    const wish = { version: 1, date: '2027-02-10', time: '10:45', durationMinutes: 30 };
    expect((await visit.professional.post(visitPath(visit.visitId, '/time'), wish)).status).toBe(
      200,
    );
    expect(await clientOf(visit)).toMatchObject({ unidentifiedAllowed: false });
    await allow(visit);
    const code = { hetu: '131052-308T' };
    expect((await visit.professional.post(pathOf(visit, '/identity-code'), code)).status).toBe(204);
    expect(await clientOf(visit)).toMatchObject({ unidentifiedAllowed: false });
  });

  it('is let by nobody who does not reach the visit, and by who may let in', async () => {
    const visit = await required();
    const another = await required();
    for (const by of [
      another.professional,
      await signedIn(world.colleague.email),
      await signedIn(world.admin.email),
      await signedIn(world.officer.email),
      visit.client,
    ]) {
      expect([401, 403, 404]).toContain((await allow(visit, true, by)).status);
    }
    const elsewhere = await another.professional.post(
      visitPath(another.visitId, `/participants/${visit.participantId}/identification/waiting`),
      { allowed: true },
    );
    expect(elsewhere.status).toBe(404);
    expect(await clientOf(visit)).toMatchObject({ unidentifiedAllowed: false });
    const account = await buildProfessional(api.dataSource, world);
    await visit.professional.post(visitPath(visit.visitId, '/shares'), {
      professionalId: account.id,
    });
    expect((await allow(visit, true, await signedIn(account.email))).status).toBe(204);
  });

  it('is nobody who need not identify, and of an ended visit nobody', async () => {
    const free = await bookedVisit(api, world.service);
    expect((await allow(free)).status).toBe(404);
    const offered = await bookedVisit(api, world.offered);
    expect((await allow(offered)).status).toBe(404);
    const visit = await required();
    const strange = await visit.professional.post(pathOf(visit, '/identification/waiting'), {
      allowed: 'yes',
    });
    expect(expectProblem(strange)).toMatchObject({ status: 400, fields: [{ field: 'allowed' }] });
    api.clock.advance(60 * 60_000);
    await visit.professional.post(visitPath(visit.visitId, '/end'));
    expect(expectProblem(await allow(visit)).code).toBe('visit.ended');
  });
});
