import { createHmac } from 'node:crypto';
import { meetingAccessSchema, type MeetingAccess } from '@tapaamo/contracts';
import { StaffSession } from '@tapaamo/professional';
import { MediaNodes, MeetingTokens, MediaNode, VisitRow } from '@tapaamo/visit';
import { SignJWT, UnsecuredJWT, decodeJwt, decodeProtectedHeader } from 'jose';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
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
  silence,
  visitPath,
} from '../../support/door.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

describe('the way to the meeting', () => {
  let api: TestApi;
  let world: TestOrganisation;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    await api.dataSource.manager.clear(MediaNode);
  });

  afterAll(async () => {
    await api.close();
  });

  const ask = (professional: ApiClient, visitId: string, request?: object) =>
    professional.post(visitPath(visitId, '/meeting-access'), request);
  const access = async (
    { professional, visitId }: BookedVisit,
    request?: object,
  ): Promise<MeetingAccess> =>
    expectAnswer(await ask(professional, visitId, request), 200, meetingAccessSchema);
  const nodeOf = async ({ visitId }: BookedVisit) =>
    (await api.dataSource.manager.findOneByOrFail(VisitRow, { id: visitId })).mediaNodeId;

  it('is not there while no node is alive, for either side, and says to try again', async () => {
    const visit = await bookedVisit(api, world.service);
    await openDoor(visit.client, visit.link);
    for (const answer of [
      await ask(visit.professional, visit.visitId),
      await visit.client.post('/api/door/enter', {}),
    ]) {
      expect(expectProblem(answer)).toMatchObject({ code: 'meeting.no-node', status: 503 });
      expect(answer.headers.get('retry-after')).toBe('2');
    }
    await announceNode(api);
    await expect(access(visit)).resolves.toBeDefined();
    await expect(enter(visit.client)).resolves.toBeDefined();
  });

  it('leads to the node with the least load, and stays there while it lives', async () => {
    const busy = await announceNode(api, { load: 0.5 });
    const calm = await announceNode(api, { load: 0.2 });
    const visit = await bookedVisit(api, world.service);
    expect((await access(visit)).nodeUrl).toBe(`http://${calm}.meeting.example:8081`);
    await announceNode(api, { nodeId: calm, load: 0.79 });
    await announceNode(api, { nodeId: busy, load: 0 });
    expect((await access(visit)).nodeUrl).toContain(calm);
  });

  it('leads elsewhere when nobody has come yet and the node has become full', async () => {
    const first = await announceNode(api);
    const visit = await bookedVisit(api, world.service);
    await access(visit);
    await announceNode(api, { nodeId: first, load: 0.85, takesVisits: false });
    expect(expectProblem(await ask(visit.professional, visit.visitId)).code).toBe(
      'meeting.no-node',
    );
    const second = await announceNode(api);
    expect((await access(visit)).nodeUrl).toContain(second);
    await expect(nodeOf(visit)).resolves.toBe(second);
  });

  it('stays, however full the node is, for who sits there or has met there', async () => {
    const full = await announceNode(api);
    const visit = await bookedVisit(api, world.service);
    await openDoor(visit.client, visit.link);
    await enter(visit.client);
    await report(api, 'connected', { ...visit, nodeId: full, role: 'client' });
    await announceNode(api, { nodeId: full, load: 1, takesVisits: false });
    await announceNode(api);
    expect((await access(visit)).nodeUrl).toContain(full);
    await comeIn(api, visit);
    await report(api, 'connected', { ...visit, nodeId: full, role: 'professional' });
    await report(api, 'disconnected', { ...visit, nodeId: full, role: 'professional' });
    await report(api, 'disconnected', { ...visit, nodeId: full, role: 'client' });
    expect((await access(visit)).nodeUrl).toContain(full);
    expect((await enter(visit.client)).nodeUrl).toContain(full);
  });

  it('spreads who come at once, though no node has told of them yet', async () => {
    const nodes = [await announceNode(api), await announceNode(api)];
    const led: string[] = [];
    for (let visit = 0; visit < 4; visit += 1) {
      led.push((await access(await bookedVisit(api, world.service))).nodeUrl);
    }
    const counts = nodes.map((id) => led.filter((url) => url.includes(id)).length);
    expect(counts).toEqual([2, 2]);
  });

  it('never leads a new visit to a node that is nearly full', async () => {
    await announceNode(api, { load: 0.8 });
    const visit = await bookedVisit(api, world.service);
    expect(expectProblem(await ask(visit.professional, visit.visitId)).code).toBe(
      'meeting.no-node',
    );
    const other = await announceNode(api, { load: 0.79 });
    expect((await access(visit)).nodeUrl).toContain(other);
  });

  it('leads elsewhere once the node has been silent for six seconds, or has withdrawn', async () => {
    const first = await announceNode(api);
    const visit = await bookedVisit(api, world.service);
    await access(visit);
    await silence(api, first, '3 seconds');
    await expect(access(visit)).resolves.toMatchObject({
      nodeUrl: expect.stringContaining(first) as string,
    });
    await silence(api, first, '6 seconds');
    expect(expectProblem(await ask(visit.professional, visit.visitId)).code).toBe(
      'meeting.no-node',
    );
    const second = await announceNode(api);
    expect((await access(visit)).nodeUrl).toContain(second);
    await api.get(MediaNodes).withdraw(second);
    const third = await announceNode(api);
    expect((await access(visit)).nodeUrl).toContain(third);
    await expect(nodeOf(visit)).resolves.toBe(third);
  });

  it('leads away from a node that answers somebody no more, sooner than all have to know', async () => {
    const visit = await bookedVisit(api, world.service);
    await openDoor(visit.client, visit.link);
    for (const askAsSilent of [
      () => access(visit, { nodeSilent: true }),
      async () =>
        expectAnswer(
          await visit.client.post('/api/door/enter', { nodeSilent: true }),
          200,
          meetingAccessSchema,
        ),
    ]) {
      await api.dataSource.manager.clear(MediaNode);
      const first = await announceNode(api);
      await access(visit);
      await silence(api, first, '1400 ms');
      // The only one is better than none.
      expect((await askAsSilent()).nodeUrl).toContain(first);
      const second = await announceNode(api);
      expect((await access(visit)).nodeUrl).toContain(first);
      expect((await askAsSilent()).nodeUrl).toContain(second);
      expect((await access(visit)).nodeUrl).toContain(second);
    }
  });

  it('moves to nobody who is as silent, and to one in full only with a call in progress', async () => {
    const visit = await bookedVisit(api, world.service);
    const first = await announceNode(api);
    await access(visit);
    const second = await announceNode(api);
    await silence(api, first, '3 seconds');
    await silence(api, second, '1400 ms');
    expect((await access(visit, { nodeSilent: true })).nodeUrl).toContain(first);
    await announceNode(api, { nodeId: second, load: 0.95, takesVisits: false });
    expect((await access(visit, { nodeSilent: true })).nodeUrl).toContain(first);
    await silence(api, first, '7 seconds');
    expect(expectProblem(await ask(visit.professional, visit.visitId)).code).toBe(
      'meeting.no-node',
    );
    await api.dataSource.manager.update(
      VisitRow,
      { id: visit.visitId },
      { firstMetAt: new Date(NOW) },
    );
    expect((await access(visit)).nodeUrl).toContain(second);
  });

  it('stays with a node that lives, whatever a browser says of it', async () => {
    const first = await announceNode(api);
    const visit = await bookedVisit(api, world.service);
    await access(visit);
    await announceNode(api);
    await silence(api, first, '250 ms');
    expect((await access(visit, { nodeSilent: true })).nodeUrl).toContain(first);
    const answer = await ask(visit.professional, visit.visitId, { nodeSilent: 'yes' });
    expect(expectProblem(answer)).toMatchObject({ status: 400, fields: [{ field: 'nodeSilent' }] });
  });

  it('leads both sides to one node, also when they come at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      await api.dataSource.manager.clear(MediaNode);
      await Promise.all([announceNode(api), announceNode(api), announceNode(api)]);
      const visit = await bookedVisit(api, world.service);
      await openDoor(visit.client, visit.link);
      const answers = await Promise.all([access(visit), enter(visit.client), access(visit)]);
      expect(new Set(answers.map(({ nodeUrl }) => nodeUrl)).size).toBe(1);
    }
  });

  it('is not there for one more visit of an organisation that has as many as it may, and is for those that go on', async () => {
    const nodeId = await announceNode(api);
    const goesOn = await bookedVisit(api, world.service);
    await comeIn(api, goesOn);
    await report(api, 'connected', { ...goesOn, nodeId, role: 'client' });
    const { MEETINGS_PER_ORGANISATION } = api.config;
    Object.assign(api.config, { MEETINGS_PER_ORGANISATION: 1 });
    try {
      const another = await bookedVisit(api, world.service);
      const answer = await ask(another.professional, another.visitId);
      expect(expectProblem(answer)).toMatchObject({
        code: 'meeting.organisation-full',
        status: 503,
      });
      expect(answer.headers.get('retry-after')).toBe('2');
      await expect(access(goesOn)).resolves.toBeDefined();
      const foreign = await buildWorld(api.dataSource, { name: 'Toinen' });
      await expect(access(await bookedVisit(api, foreign.service))).resolves.toBeDefined();
      // A line that a dead node left behind is nobody's meeting.
      await silence(api, nodeId, '6 seconds');
      await announceNode(api);
      await expect(access(another)).resolves.toBeDefined();
    } finally {
      Object.assign(api.config, { MEETINGS_PER_ORGANISATION });
    }
  });

  it('may be missing to who has come: they wait all the same, and the professional sees them', async () => {
    const nodeId = await announceNode(api);
    const goesOn = await bookedVisit(api, world.service);
    await comeIn(api, goesOn);
    await report(api, 'connected', { ...goesOn, nodeId, role: 'client' });
    const visit = await bookedVisit(api, world.service);
    await openDoor(visit.client, visit.link);
    const clientOf = async () =>
      (await readVisit(visit.professional, visit.visitId)).participants.find(
        ({ role }) => role === 'client',
      );
    const { MEETINGS_PER_ORGANISATION } = api.config;
    Object.assign(api.config, { MEETINGS_PER_ORGANISATION: 1 });
    try {
      // Also when they try again.
      for (let attempt = 0; attempt < 2; attempt += 1) {
        const refused = await visit.client.post('/api/door/enter', {});
        expect(expectProblem(refused).code).toBe('meeting.organisation-full');
        expect(await clientOf()).toMatchObject({ admission: 'waiting' });
        expect(await doorSession(visit.client)).toMatchObject({ admission: 'waiting' });
      }
    } finally {
      Object.assign(api.config, { MEETINGS_PER_ORGANISATION });
    }
    await api.dataSource.manager.clear(MediaNode);
    const another = await bookedVisit(api, world.service);
    await openDoor(another.client, another.link);
    expect(expectProblem(await another.client.post('/api/door/enter', {})).code).toBe(
      'meeting.no-node',
    );
    expect(await doorSession(another.client)).toMatchObject({ admission: 'waiting' });
  });

  it('tells who is let in which of the staff there has invited them', async () => {
    await announceNode(api);
    const visit = await bookedVisit(api, world.service);
    const { client, professional, visitId } = visit;
    const { ownParticipantId } = await readVisit(professional, visitId);
    await openDoor(client, visit.link);
    await enter(client);
    expect(await doorSession(client)).toMatchObject({ inviterParticipantId: null });
    await comeIn(api, visit);
    expect(ownParticipantId).not.toBeNull();
    expect(await doorSession(client)).toMatchObject({ inviterParticipantId: ownParticipantId });
  });

  it('is a token for one seat that names nobody and lives for a minute', async () => {
    await announceNode(api);
    const visit = await bookedVisit(api, world.service);
    await openDoor(visit.client, visit.link);
    const { token, participantId } = await enter(visit.client);
    expect(participantId).toBe(visit.participantId);
    const issuedAt = Date.parse(NOW) / 1_000;
    const sessionId = await sessionOf(api, participantId);
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'HS256' });
    expect(decodeJwt(token)).toEqual({
      organisationId: world.organisationId,
      visitId: visit.visitId,
      participantId,
      sessionId,
      role: 'client',
      aud: 'tapaamo-meeting',
      iat: issuedAt,
      exp: issuedAt + 60,
    });
    const tokens = api.get(MeetingTokens);
    api.clock.advance(59_999);
    await expect(tokens.verify(token)).resolves.toMatchObject({ participantId, sessionId });
    api.clock.advance(1);
    await expect(tokens.verify(token)).rejects.toThrow('meeting.token-invalid');
  });

  it('has no relay where there is none, else one credential a person that ends after two hours', async () => {
    await announceNode(api);
    const visit = await bookedVisit(api, world.service);
    expect((await access(visit)).iceServers).toEqual([]);
    const { TURN_URLS, TURN_SECRET } = api.config;
    const urls = ['turns:turn.example:443?transport=tcp'];
    Object.assign(api.config, { TURN_URLS: urls, TURN_SECRET: 's'.repeat(32) });
    try {
      const { iceServers, participantId } = await access(visit);
      const [relay] = iceServers;
      const [expiresAt = '', opaque = ''] = (relay?.username ?? '').split(':');
      expect(Number(expiresAt)).toBe(Date.parse(NOW) / 1_000 + 7_200);
      expect(opaque).toMatch(/^[\w-]{22}$/);
      expect(iceServers).toEqual([
        {
          urls,
          username: relay?.username,
          credential: createHmac('sha1', 's'.repeat(32))
            .update(`${expiresAt}:${opaque}`)
            .digest('base64'),
        },
      ]);
      expect(JSON.stringify(iceServers)).not.toContain(participantId);
      api.clock.advance(1_000);
      const again = (await access(visit)).iceServers[0]?.username;
      expect(again).toBe(`${String(Number(expiresAt) + 1)}:${opaque}`);
      await openDoor(visit.client, visit.link);
      expect((await enter(visit.client)).iceServers[0]?.username).not.toContain(opaque);
    } finally {
      Object.assign(api.config, { TURN_URLS, TURN_SECRET });
    }
  });

  it('has a seat of the professional’s own, with the session they are signed in with', async () => {
    await announceNode(api);
    const visit = await bookedVisit(api, world.service);
    const { token, participantId } = await access(visit);
    const { id: sessionId } = await api.dataSource.manager.findOneByOrFail(StaffSession, {
      professionalId: visit.account.id,
    });
    expect(decodeJwt(token)).toMatchObject({ role: 'professional', participantId, sessionId });
  });

  it('is not opened by a token that is forged, altered or made for something else', async () => {
    await announceNode(api);
    const { token } = await access(await bookedVisit(api, world.service));
    const claims = decodeJwt(token);
    const secret = new TextEncoder().encode(api.config.MEETING_TOKEN_SECRET);
    const sign = (payload: object, alg = 'HS256', key = secret) =>
      new SignJWT({ ...payload }).setProtectedHeader({ alg }).sign(key);
    const [header = '', payload = '', signature = ''] = token.split('.');
    const forged = {
      'another signature': `${header}.${payload}.${signature.split('').reverse().join('')}`,
      'no signature': `${header}.${payload}.`,
      'algorithm none': new UnsecuredJWT(claims).encode(),
      'another algorithm': await sign(claims, 'HS512'),
      'another secret': await sign(claims, 'HS256', new TextEncoder().encode('x'.repeat(42))),
      'another audience': await sign({ ...claims, aud: 'tapaamo-staff' }),
      'no end': await sign({ ...claims, exp: undefined }),
      'another role': await sign({ ...claims, role: 'operator' }),
      'no participant': await sign({ ...claims, participantId: undefined }),
      nothing: '',
    };
    const tokens = api.get(MeetingTokens);
    await expect(tokens.verify(token)).resolves.toBeDefined();
    for (const [what, bad] of Object.entries(forged)) {
      const outcome = await tokens.verify(bad).then(
        () => 'accepted',
        (error: unknown) => (error as { code?: unknown }).code,
      );
      expect([what, outcome]).toEqual([what, 'meeting.token-invalid']);
    }
  });
});
