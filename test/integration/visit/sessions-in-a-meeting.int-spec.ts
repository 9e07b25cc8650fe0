import { meetingAccessSchema } from '@tapaamo/contracts';
import { StaffSession } from '@tapaamo/professional';
import { MeetingAdmission, MeetingTokens, Participant } from '@tapaamo/visit';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { arrivalOf, meet, visitPath } from '../../support/door.js';
import { eventually } from '../../support/eventually.js';
import { hearVisits, setMeetingStage } from '../../support/meeting-stage.js';
import { NOW } from '../../support/start-api.js';

const HOUR_MS = 3_600_000;

describe('the session that a professional sits in a meeting with', () => {
  const stage = setMeetingStage();

  /** A browser asks for its way into the meeting. @returns The session it would sit with. */
  const sitWith = async (browser: ApiClient): Promise<string> => {
    const answer = await browser.post(visitPath(stage.visit.visitId, '/meeting-access'));
    const { token } = expectAnswer(answer, 200, meetingAccessSchema);
    return (await stage.api.get(MeetingTokens).verify(token)).sessionId;
  };
  const seat = async () => {
    const { organisationId } = stage.world;
    const read = await stage.api
      .get(MeetingAdmission)
      .read({ organisationId, visitId: stage.visit.visitId });
    const found = read?.participants.find(({ role }) => role === 'professional');
    return { admission: found?.admission, sessionIds: [...(found?.sessionIds ?? [])].sort() };
  };
  const secondDevice = async () => {
    const device = stage.api.client();
    await device.signIn(stage.visit.account.email);
    return device;
  };
  const nobody = { admission: 'outside', sessionIds: [] };

  it('is each that is open, and no other', async () => {
    const sessions = [await sitWith(stage.visit.professional), await sitWith(await secondDevice())];
    expect(await seat()).toEqual({ admission: 'admitted', sessionIds: sessions.sort() });
  });

  it('has no place once it was ended from another device, which keeps its own', async () => {
    const phone = await secondDevice();
    await sitWith(stage.visit.professional);
    await phone.post('/api/account/sessions/end-others');
    expect(await seat()).toEqual({ admission: 'admitted', sessionIds: [await sitWith(phone)] });
  });

  it('has no place once it signed out', async () => {
    await sitWith(stage.visit.professional);
    await stage.visit.professional.post('/api/sign-out');
    expect(await seat()).toEqual(nobody);
  });

  it('has its place to the last millisecond of eight hours without use, and not after', async () => {
    const sessionId = await sitWith(stage.visit.professional);
    stage.api.clock.advance(8 * HOUR_MS - 1);
    expect(await seat()).toEqual({ admission: 'admitted', sessionIds: [sessionId] });
    stage.api.clock.advance(1);
    expect(await seat()).toEqual(nobody);
  });

  it.each([
    [['admin'], nobody.admission],
    [['data-protection-officer', 'admin'], nobody.admission],
    [['team-lead'], 'admitted'],
    [['admin', 'professional'], 'admitted'],
  ])('has a place for who has the roles %j: %s', async (roles, admission) => {
    await sitWith(stage.visit.professional);
    const answer = await stage.admin.post(`/api/staff/${stage.visit.account.id}`, {
      displayName: stage.visit.account.displayName,
      roles,
      version: 1,
    });
    expect(answer.status).toBe(204);
    expect((await seat()).admission).toBe(admission);
  });

  it.each([
    ['ended elsewhere', async (phone: ApiClient) => phone.post('/api/account/sessions/end-others')],
    ['signed out', async () => stage.visit.professional.post('/api/sign-out')],
    [
      'without the role',
      async () =>
        stage.admin.post(`/api/staff/${stage.visit.account.id}`, {
          displayName: 'Sanna',
          roles: ['admin'],
          version: 1,
        }),
    ],
  ])('tells whoever holds the visit when it is %s', async (_, happens) => {
    const phone = await secondDevice();
    await sitWith(stage.visit.professional);
    const { visitId } = stage.visit;
    await stage.api.dataSource.manager.update(
      Participant,
      { visitId, professionalId: stage.visit.account.id },
      { connectedNodeId: stage.nodeId },
    );
    const { told, stop } = await hearVisits(stage.api, stage.world);
    await happens(phone);
    await eventually('it is told', () => told.includes(visitId));
    stop();
  });

  describe('when it runs out in the middle of a call', () => {
    let device: ApiClient;
    let sessionId: string;

    /** The visit is booked from 8.15 to 8.45. */
    const comes = (time: string) => stage.api.clock.set(`2027-02-10T${time}Z`);

    /** The professional sits with a session that was opened twelve hours before an instant, and with no other. */
    const sitUntil = async (time: string) => {
      const end = new Date(`2027-02-10T${time}Z`).getTime();
      stage.api.clock.set(new Date(end - 12 * HOUR_MS));
      device = await secondDevice();
      stage.api.clock.set(new Date(end - 6 * HOUR_MS));
      expect((await device.get('/api/me')).status).toBe(200);
      stage.api.clock.set(NOW);
      sessionId = await sitWith(device);
    };
    const meetUntil = async (time: string) => {
      await sitUntil(time);
      await meet(stage.api, stage.visit);
      await stage.visit.professional.post('/api/sign-out');
    };
    const kept = () => ({ admission: 'admitted', sessionIds: [sessionId] });

    it('has its place to the last millisecond of an hour after the booked end', async () => {
      await meetUntil('08:30:00.000');
      for (const time of ['08:30:00.000', '08:45:00.000', '09:44:59.999']) {
        comes(time);
        expect(await seat()).toEqual(kept());
      }
      comes('09:45:00.000');
      expect(await seat()).toEqual(nobody);
    });

    it('has none where nobody has met', async () => {
      await sitUntil('08:30:00.000');
      await stage.visit.professional.post('/api/sign-out');
      comes('08:30:00.000');
      expect(await seat()).toEqual(nobody);
    });

    it.each([
      ['08:15:00.000', nobody.admission],
      ['08:15:00.001', 'admitted'],
    ])('must have been open at the booked start: until %s it is %s', async (time, admission) => {
      await meetUntil(time);
      comes('08:20:00.000');
      expect((await seat()).admission).toBe(admission);
    });

    it('opens nothing else', async () => {
      await meetUntil('08:30:00.000');
      comes('08:35:00.000');
      const { visitId, participantId } = stage.visit;
      const arrival = await arrivalOf(stage.api, stage.visit);
      const answers = [
        await device.get('/api/me'),
        await device.get(visitPath(visitId)),
        await device.get('/api/visit-changes'),
        await device.post(visitPath(visitId, '/meeting-access')),
        await device.post(visitPath(visitId, `/participants/${participantId}/admit`), arrival),
        await device.post(visitPath(visitId, '/end')),
      ];
      expect(new Set(answers.map((answer) => expectProblem(answer).code))).toEqual(
        new Set(['access.sign-in-required']),
      );
      expect(await seat()).toEqual(kept());
    });

    it('is neither listed nor counted, and a new one takes nothing from it', async () => {
      await meetUntil('08:30:00.000');
      comes('08:35:00.000');
      const phone = await secondDevice();
      const { sessions } = (await phone.get('/api/account/sessions')).json as { sessions: [] };
      expect(sessions).toHaveLength(1);
      expect((await seat()).sessionIds).toContain(sessionId);
    });

    it.each([
      ['it signs out', async () => device.post('/api/sign-out')],
      [
        'all others are ended from another device',
        async () => {
          const phone = await secondDevice();
          await phone.post('/api/account/sessions/end-others');
          return phone.post('/api/sign-out');
        },
      ],
      ['the account is closed', async () => staff('deactivate')],
      ['the sign-in is reset', async () => staff('reset-sign-in')],
      [
        'the role is taken away',
        async () =>
          stage.admin.post(`/api/staff/${stage.visit.account.id}`, {
            displayName: 'Sanna',
            roles: ['admin'],
            version: 1,
          }),
      ],
    ])('has its place no more once %s', async (_, happens) => {
      await meetUntil('08:30:00.000');
      comes('08:35:00.000');
      expect(await seat()).toEqual(kept());
      expect((await happens()).status).toBe(204);
      expect((await seat()).sessionIds).toEqual([]);
    });
    const staff = (act: string) => stage.admin.post(`/api/staff/${stage.visit.account.id}/${act}`);

    it('is forgotten nine hours later, as somebody signs in', async () => {
      await meetUntil('08:30:00.000');
      const rows = () => stage.api.dataSource.manager.countBy(StaffSession, { id: sessionId });
      for (const [time, count] of [
        ['17:29:59.999', 1],
        ['17:30:00.000', 0],
      ] as const) {
        comes(time);
        await secondDevice();
        expect(await rows()).toBe(count);
      }
    });
  });
});
