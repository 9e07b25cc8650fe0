import { HIDDEN_HETU, bookingListSchema, meetingAccessSchema } from '@tapaamo/contracts';
import type { Professional } from '@tapaamo/professional';
import { BookingShare, Participant } from '@tapaamo/visit';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { buildProfessional } from '../../support/builders/professional-builder.js';
import { buildTeam, standInFor } from '../../support/builders/team-builder.js';
import { announceNode, enter, openDoor, readVisit, visitPath } from '../../support/door.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

describe('a visit that several colleagues reach', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let visit: BookedVisit;
  let account: Professional;
  let colleague: ApiClient;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
    await announceNode(api);
  });

  beforeEach(async () => {
    visit = await bookedVisit(api, world.service);
    account = await buildProfessional(api.dataSource, world, { displayName: 'Kaisa Kollega' });
    colleague = api.client();
    await colleague.signIn(account.email);
  });

  afterAll(async () => {
    await api.close();
  });

  const share = (professionalId = account.id) =>
    visit.professional.post(visitPath(visit.visitId, '/shares'), { professionalId });
  const join = async (browser: ApiClient) =>
    expectAnswer(
      await browser.post(visitPath(visit.visitId, '/meeting-access')),
      200,
      meetingAccessSchema,
    ).participantId;
  const list = async (browser: ApiClient, query = '') =>
    expectAnswer(
      await browser.get(`/api/bookings?from=2027-02-10&to=2027-02-10${query}`),
      200,
      bookingListSchema,
    ).bookings.map(({ visitId, relation, professional, client }) => ({
      visitId,
      relation,
      whose: professional.displayName,
      client: client?.name,
    }));

  it('is seen, let in, joined and ended by a colleague it is shared with', async () => {
    expect((await share()).status).toBe(204);
    expect(await list(colleague)).toEqual([
      {
        visitId: visit.visitId,
        relation: 'shared',
        whose: 'Sanna Salonen',
        client: 'Aino Virtanen',
      },
    ]);
    await openDoor(visit.client, visit.link);
    await enter(visit.client);
    const seen = await readVisit(colleague, visit.visitId);
    expect(seen).toMatchObject({
      relation: 'shared',
      professional: { id: visit.account.id, displayName: 'Sanna Salonen' },
      sharedWith: [{ id: account.id, displayName: 'Kaisa Kollega' }],
      ownParticipantId: null,
    });
    const client = seen.participants.find(({ role }) => role === 'client');
    const admit = visitPath(visit.visitId, `/participants/${visit.participantId}/admit`);
    expect(
      (await colleague.post(admit, { arrivalId: client?.arrivalId, finding: 'not-identified' }))
        .status,
    ).toBe(204);
    const own = await join(colleague);
    expect((await readVisit(colleague, visit.visitId)).ownParticipantId).toBe(own);
    expect((await colleague.post(visitPath(visit.visitId, '/end'))).status).toBe(204);
    expect((await readVisit(visit.professional, visit.visitId)).endedAt).not.toBeNull();
    const told = (await entriesOf(api, world.organisationId)).filter(
      ({ actorId }) => actorId === account.id,
    );
    expect(told.map(({ event }) => event)).toEqual([
      'sign-in.succeeded',
      'client-identifiers.viewed',
      'client-identifiers.viewed',
      'visit.client-admitted',
      'visit.meeting-access-given',
      'visit.ended',
    ]);
  });

  it('shows whose identity code is booked to who may change it, and to others that there is one', async () => {
    const lead = await buildProfessional(api.dataSource, world, { roles: ['team-lead'] });
    const leading = api.client();
    await leading.signIn(lead.email);
    const codeSeenBy = async (browser: ApiClient) => {
      const { participants } = await readVisit(browser, visit.visitId);
      return participants.find(({ role }) => role === 'client')?.identityCode;
    };
    const seenByAll = async (nonDisclosure: boolean) => {
      visit = await bookedVisit(api, world.service, { clientHetu: '131052-308T', nonDisclosure });
      await buildTeam(api.dataSource, world, { leads: [lead.id], members: [visit.account.id] });
      await share();
      return Promise.all([visit.professional, leading, colleague].map(codeSeenBy));
    };
    expect(await seenByAll(false)).toEqual(['131052-****', '131052-****', HIDDEN_HETU]);
    expect(await seenByAll(true)).toEqual(['131052-****', HIDDEN_HETU, HIDDEN_HETU]);
  });

  it('has a seat for each, the same one however often they join', async () => {
    await share();
    const seats = [await join(visit.professional), await join(colleague)];
    await Promise.all([join(colleague), join(colleague), join(visit.professional)]);
    const rows = await api.dataSource.manager.findBy(Participant, {
      visitId: visit.visitId,
      role: 'professional',
    });
    expect(rows.map(({ id }) => id).sort()).toEqual(seats.sort());
    expect(new Set(rows.map(({ professionalId }) => professionalId)).size).toBe(2);
  });

  it('is not shared with oneself by a lead or a stand-in: it would outlive what they are', async () => {
    const lead = await buildProfessional(api.dataSource, world, { roles: ['team-lead'] });
    await buildTeam(api.dataSource, world, { leads: [lead.id], members: [visit.account.id] });
    const day = { firstDay: '2027-02-10', lastDay: '2027-02-10' };
    const who = { absentId: visit.account.id, standInId: account.id };
    await standInFor(api.dataSource, { world, ...who, ...day });
    const leads = api.client();
    await leads.signIn(lead.email);
    const path = visitPath(visit.visitId, '/shares');
    for (const [browser, self, other] of [
      [leads, lead.id, account.id],
      [colleague, account.id, lead.id],
    ] as const) {
      const { code } = expectProblem(await browser.post(path, { professionalId: self }));
      expect(code).toBe('staff.cannot-meet-clients');
      expect((await browser.post(path, { professionalId: other })).status).toBe(204);
    }
  });

  it('is shared once, not with its own professional, and told of once', async () => {
    await Promise.all([share(), share()]);
    expect(await api.dataSource.manager.countBy(BookingShare, { visitId: visit.visitId })).toBe(1);
    expect((await share(visit.account.id)).status).toBe(422);
    const end = visitPath(visit.visitId, `/shares/${account.id}/end`);
    expect([
      (await visit.professional.post(end)).status,
      (await visit.professional.post(end)).status,
    ]).toEqual([204, 204]);
    const told = (await entriesOf(api, world.organisationId)).filter(
      ({ targetId, event }) => targetId === visit.visitId && event.startsWith('booking.share'),
    );
    expect(told.map(({ event, details }) => [event, details])).toEqual([
      ['booking.shared', { withId: account.id }],
      ['booking.share-ended', { withId: account.id }],
    ]);
  });

  it('stays in the lead’s own list when it is shared with them too, and says the stronger tie', async () => {
    const lead = await buildProfessional(api.dataSource, world, { roles: ['team-lead'] });
    const browser = api.client();
    await browser.signIn(lead.email);
    await buildTeam(api.dataSource, world, { leads: [lead.id], members: [visit.account.id] });
    expect([await list(browser), (await list(browser, '&scope=team')).length]).toEqual([[], 1]);
    await share(lead.id);
    expect((await list(browser)).map(({ relation }) => relation)).toEqual(['shared']);
    expect((await list(browser, '&scope=team')).map(({ relation }) => relation)).toEqual(['team']);
    const days = { firstDay: '2027-02-10', lastDay: '2027-02-10' };
    await standInFor(api.dataSource, {
      world,
      absentId: visit.account.id,
      standInId: lead.id,
      ...days,
    });
    expect((await list(browser)).map(({ relation }) => relation)).toEqual(['stand-in']);
  });

  it('is nobody’s when it is due to be forgotten', async () => {
    await share();
    api.clock.set(visit.booking.purgeDueAt);
    await colleague.signInAgain();
    expect((await colleague.get(visitPath(visit.visitId))).status).toBe(404);
    api.clock.set(new Date(Date.parse(visit.booking.purgeDueAt) - 1).toISOString());
    expect((await colleague.get(visitPath(visit.visitId))).status).toBe(200);
  });
});
