import { bookingListSchema, foundBookingsSchema } from '@tapaamo/contracts';
import { Professional } from '@tapaamo/professional';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { buildProfessional } from '../../support/builders/professional-builder.js';
import { buildTeam, standInFor } from '../../support/builders/team-builder.js';
import { announceNode, readVisit, visitPath } from '../../support/door.js';
import {
  CHILD,
  FRIEND,
  INTERPRETER,
  MOTHER,
  visitOfMany,
  type VisitOfMany,
} from '../../support/people.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner } from '../../support/start-job-runner.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const PHONE = '+358402000008';
/** How everybody of the client's side is reached. */
const SECRETS = [PHONE, MOTHER.phone, FRIEND.phone];

describe('a visit under non-disclosure', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let visit: VisitOfMany;
  let account: Professional;
  let colleague: ApiClient;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
    await announceNode(api);
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    visit = await visitOfMany(api, world.service, {
      ...CHILD,
      clientPhone: PHONE,
      nonDisclosure: true,
      participants: [MOTHER, FRIEND, INTERPRETER],
    });
    account = await buildProfessional(api.dataSource, world, {
      roles: ['professional', 'team-lead'],
    });
    colleague = api.client();
    await colleague.signIn(account.email);
  });

  afterAll(() => api.close());

  /** Everything the API says of the visit to somebody. */
  const told = async (browser: ApiClient) => {
    const answers = [
      await browser.get('/api/bookings?from=2027-02-01&to=2027-02-28&scope=team'),
      await browser.get(visitPath(visit.visitId)),
      await browser.post('/api/bookings/search', { name: 'Onni Virtanen', scope: 'team' }),
      await browser.get(visitPath(visit.visitId, '/receipt')),
      await browser.get(visitPath(visit.visitId, '/receipt.csv')),
    ];
    return answers.map(({ text }) => text).join('\n');
  };
  const set = (browser: ApiClient, nonDisclosure: boolean) =>
    browser.post(visitPath(visit.visitId, '/non-disclosure'), { nonDisclosure });
  const share = () =>
    visit.professional.post(visitPath(visit.visitId, '/shares'), { professionalId: account.id });

  const standIn = () =>
    standInFor(api.dataSource, {
      world,
      absentId: visit.account.id,
      standInId: account.id,
      firstDay: '2027-02-10',
      lastDay: '2027-02-10',
    });

  it('shows contact data to who booked', async () => {
    const text = await told(visit.professional);
    const shown = SECRETS.filter((secret) => text.includes(secret));
    expect(shown).toEqual(SECRETS);
    const { nonDisclosure, bookedBySelf } = await readVisit(visit.professional, visit.visitId);
    expect({ nonDisclosure, bookedBySelf }).toEqual({ nonDisclosure: true, bookedBySelf: true });
  });

  it.each([
    ['shared', share],
    ['stand-in', () => standIn()],
    [
      'team',
      () => buildTeam(api.dataSource, world, { leads: [account.id], members: [visit.account.id] }),
    ],
  ])('withholds it from everybody else who reaches it: %s', async (relation, reachIt) => {
    await reachIt();
    const seen = await readVisit(colleague, visit.visitId);
    expect(seen.relation).toBe(relation);
    const text = await told(colleague);
    expect(SECRETS.filter((secret) => text.includes(secret))).toEqual([]);
    const withheld = { phone: null, email: null, withheld: true };
    expect(seen.participants.find(({ role }) => role === 'guardian')).toMatchObject({
      name: MOTHER.name,
      contact: withheld,
      isWrittenTo: true,
    });
    // An interpreter is no client: whoever needs them may call them.
    expect(seen.participants.find(({ role }) => role === 'interpreter')?.contact?.phone).toBe(
      INTERPRETER.phone,
    );
    const list = await colleague.get('/api/bookings?from=2027-02-01&to=2027-02-28&scope=team');
    const { bookings } = expectAnswer(list, 200, bookingListSchema);
    expect(bookings.find(({ visitId }) => visitId === visit.visitId)?.client).toMatchObject({
      name: 'Onni Virtanen',
      ...withheld,
    });
    const found = await colleague.post('/api/bookings/search', { name: 'Onni', scope: 'team' });
    const mine = expectAnswer(found, 200, foundBookingsSchema).bookings.filter(
      ({ visitId }) => visitId === visit.visitId,
    );
    expect(mine[0]?.client).toMatchObject(withheld);
  });

  it('sends its messages all the same', async () => {
    const runner = await startJobRunner(api);
    await runner.deliver();
    expect(runner.sms.record.sent.map(({ to }) => to)).toEqual(
      expect.arrayContaining([PHONE, MOTHER.phone]),
    );
    await runner.close();
  });

  it('is ended by who booked and by nobody else', async () => {
    await standIn();
    expect(expectProblem(await set(colleague, false)).code).toBe('access.denied-or-missing');
    expect((await set(visit.professional, false)).status).toBe(204);
    expect(await told(colleague)).toContain(PHONE);
    const events = (await entriesOf(api, world.organisationId)).map(({ event }) => event);
    expect(events).toContain('booking.non-disclosure-ended');
  });

  it('can be begun later by whose visit it is, and not by whom it is only shared with', async () => {
    await set(visit.professional, false);
    await share();
    expect((await set(colleague, true)).status).toBe(404);
    expect(await told(colleague)).toContain(PHONE);
    expect((await set(visit.professional, true)).status).toBe(204);
    expect(await told(colleague)).not.toContain(PHONE);
  });

  it('goes over to the colleague to whom the visit is handed', async () => {
    await visit.professional.post(visitPath(visit.visitId, '/hand-over'), {
      professionalId: account.id,
    });
    expect((await visit.professional.get(visitPath(visit.visitId))).status).toBe(404);
    expect(await readVisit(colleague, visit.visitId)).toMatchObject({
      relation: 'own',
      nonDisclosure: true,
      bookedBySelf: true,
    });
    const text = await told(colleague);
    expect(SECRETS.filter((secret) => text.includes(secret))).toEqual(SECRETS);
    expect((await set(colleague, false)).status).toBe(204);
  });

  it('is not for ever once who booked has left: an admin hands everything over', async () => {
    const { manager } = api.dataSource;
    await standIn();
    await manager.update(Professional, { id: visit.account.id }, { deactivatedAt: new Date(NOW) });
    const before = await told(colleague);
    expect(SECRETS.filter((secret) => before.includes(secret))).toEqual([]);
    expect((await set(colleague, false)).status).toBe(404);
    const admin = api.client();
    await admin.signIn(world.admin.email);
    const path = `/api/staff/${visit.account.id}/hand-over`;
    expect((await admin.post(path, { professionalId: account.id })).status).toBe(200);
    const text = await told(colleague);
    expect(SECRETS.filter((secret) => text.includes(secret))).toEqual(SECRETS);
    expect((await set(colleague, false)).status).toBe(204);
  });
});
