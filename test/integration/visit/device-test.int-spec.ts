import {
  bookingListSchema,
  meetingAccessSchema,
  type DeviceCheck,
  type DeviceResult,
} from '@tapaamo/contracts';
import { DeviceTestTokens, MeetingTokens, Participant } from '@tapaamo/visit';
import { decodeJwt } from 'jose';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { enter, openDoor, readVisit, sessionIdsOf, visitPath } from '../../support/door.js';
import { setMeetingStage } from '../../support/meeting-stage.js';
import { NOW } from '../../support/start-api.js';
import { MeetingNode } from '../meeting/support/meeting-node.js';

const LINE = {
  way: 'udp',
  upKbps: 1_200,
  downKbps: 1_100,
  lossPercent: 1,
  roundTripMs: 42,
} as const;
const WELL: DeviceCheck = {
  camera: 'works',
  microphone: 'works',
  speaker: 'heard',
  connection: LINE,
};

describe('a device test', () => {
  const stage = setMeetingStage();

  const begin = (client: ApiClient) => client.post('/api/door/device-test');
  const access = async (client: ApiClient) =>
    expectAnswer(await begin(client), 200, meetingAccessSchema);
  const refused = async (client: ApiClient) => expectProblem(await begin(client)).code;
  const keep = async (client: ApiClient, check: object) =>
    (await client.post('/api/door/device-check', check)).status;
  const shown = async ({ professional, visitId, participantId }: BookedVisit) =>
    (await readVisit(professional, visitId)).participants.find(({ id }) => id === participantId)
      ?.deviceCheck;
  const result = (check: DeviceCheck, testedAt = NOW): DeviceResult => ({ ...check, testedAt });

  it('is for who has the link, days before and unidentified, and lets them in nowhere', async () => {
    const { api, world } = stage;
    const visit = await bookedVisit(api, world.required);
    api.clock.set('2027-02-07T10:00:00.000Z');
    await openDoor(visit.client, visit.link);
    const { token, participantId, nodeUrl } = await access(visit.client);
    const [sessionId] = await sessionIdsOf(api, participantId);
    expect(decodeJwt(token)).toMatchObject({
      participantId,
      sessionId,
      aud: 'tapaamo-device-test',
    });
    expect(nodeUrl).toContain('.meeting.example');
    await expect(api.get(MeetingTokens).verify(token)).rejects.toThrow('meeting.token-invalid');
    const row = await api.dataSource.manager.findOneByOrFail(Participant, { id: participantId });
    expect(row).toMatchObject({ admission: 'outside', sessionId: null, arrivedAt: null });
  });

  it('is not for who is in no visit that can still be held, nor where every node is full', async () => {
    const { api, visit } = stage;
    expect(await refused(api.client())).toBe('door.session-required');
    await openDoor(visit.client, visit.link);
    await api.dataSource.query('UPDATE media_node SET load = 0.9');
    expect(await refused(visit.client)).toBe('meeting.no-node');
    await api.dataSource.query('UPDATE media_node SET load = 0.1');
    await access(visit.client);
    await visit.professional.post(visitPath(visit.visitId, '/end'));
    expect(await refused(visit.client)).toBe('visit.ended');
  });

  it('has a token of a kind: neither opens what the other does', async () => {
    const { api, visit } = stage;
    await openDoor(visit.client, visit.link);
    const [test, meeting] = [await access(visit.client), await enter(visit.client)];
    const tokens = api.get(DeviceTestTokens);
    await expect(tokens.verify(meeting.token)).rejects.toThrow('meeting.token-invalid');
    const node = await MeetingNode.start({ beside: api });
    try {
      expect(await node.dial({ token: test.token }).refused()).toBe('meeting.token-invalid');
      expect(await node.dialTest({ token: meeting.token }).refused()).toBe('meeting.token-invalid');
      expect(await node.dialTest({ token: 'none' }).refused()).toBe('meeting.token-invalid');
      await node.dialTest({ token: test.token }).told('meetingReady');
      api.clock.advance(60_000);
      expect(await node.dialTest({ token: test.token }).refused()).toBe('meeting.token-invalid');
    } finally {
      await node.stop();
    }
  });

  it('is shown to the professional in advance, on the visit and in the list, and the last one counts', async () => {
    const { api, visit } = stage;
    await openDoor(visit.client, visit.link);
    expect(await keep(visit.client, { ...WELL, microphone: 'silent', speaker: null })).toBe(204);
    expect(await shown(visit)).toEqual(result({ ...WELL, microphone: 'silent', speaker: null }));
    api.clock.advance(1_000);
    const second = { ...WELL, connection: null };
    await keep(visit.client, second);
    const testedAt = api.clock.now().toISOString();
    expect(await shown(visit)).toEqual(result(second, testedAt));
    const list = await visit.professional.get('/api/bookings?from=2027-02-10&to=2027-02-10');
    const { bookings } = expectAnswer(list, 200, bookingListSchema);
    expect(bookings.find(({ visitId }) => visitId === visit.visitId)).toMatchObject({
      deviceCheck: result(second, testedAt),
    });
  });

  it.each([
    ['a name of a device', { ...WELL, label: 'Ainon kamera' }],
    ['an address', { ...WELL, connection: { ...LINE, address: '192.0.2.1' } }],
    ['a word that is none', { ...WELL, microphone: 'quiet' }],
    ['a part of a line', { ...WELL, connection: { way: 'udp' } }],
    ['a number that is none', { ...WELL, connection: { ...LINE, lossPercent: 140 } }],
  ])('keeps nothing with %s', async (_, check) => {
    const { visit } = stage;
    await openDoor(visit.client, visit.link);
    expect(await keep(visit.client, check)).toBe(400);
    expect(await shown(visit)).toBeNull();
  });

  it('of another browser changes nothing of who stands at the door', async () => {
    const { api, visit } = stage;
    await openDoor(visit.client, visit.link);
    await enter(visit.client);
    await keep(visit.client, WELL);
    const other = api.client();
    await openDoor(other, visit.link);
    await keep(other, { ...WELL, camera: 'missing' });
    expect(await shown(visit)).toEqual(result(WELL));
  });

  it('is forgotten when the link goes to somebody else, as everything of who had it', async () => {
    const { api, visit } = stage;
    await openDoor(visit.client, visit.link);
    await keep(visit.client, WELL);
    const { participantId, visitId, professional } = visit;
    const row = () => api.dataSource.manager.findOneByOrFail(Participant, { id: participantId });
    expect(await row()).toMatchObject({ deviceWay: 'udp', deviceTestedAt: new Date(NOW) });
    const path = visitPath(visitId, `/participants/${participantId}/link/renew`);
    expect((await professional.post(path)).status).toBeLessThan(300);
    const { deviceCamera, deviceMicrophone, deviceSpeaker, deviceWay, deviceTestedAt } =
      await row();
    const left = [deviceCamera, deviceMicrophone, deviceSpeaker, deviceWay, deviceTestedAt];
    expect(left).toEqual([null, null, null, null, null]);
    expect(await refused(visit.client)).toBe('door.session-required');
  });
});
