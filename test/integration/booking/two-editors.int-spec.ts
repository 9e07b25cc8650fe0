import { bookingSchema } from '@tapaamo/contracts';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { buildProfessional } from '../../support/builders/professional-builder.js';
import { standInFor } from '../../support/builders/team-builder.js';
import { readVisit, visitPath } from '../../support/door.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const MOVE = { path: '/time', body: { date: '2027-02-10', time: '13:00', durationMinutes: 30 } };
const LENGTHEN = {
  path: '/time',
  body: { date: '2027-02-10', time: '10:15', durationMinutes: 60 },
};
const CANCEL = { path: '/cancel', body: { reason: 'client-asked' } };
type Edit = typeof MOVE | typeof CANCEL;

describe('a visit that its owner and a stand-in change at the same time', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let visit: BookedVisit;
  let standIn: ApiClient;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
  });

  beforeEach(async () => {
    visit = await bookedVisit(api, world.service);
    const account = await buildProfessional(api.dataSource, world);
    await standInFor(api.dataSource, {
      world,
      absentId: visit.account.id,
      standInId: account.id,
      firstDay: '2027-02-10',
      lastDay: '2027-02-11',
    });
    standIn = api.client();
    await standIn.signIn(account.email);
  });

  afterAll(async () => {
    await api.close();
  });

  const make = (browser: ApiClient, { path, body }: Edit, version = 1) =>
    browser.post(visitPath(visit.visitId, path), { ...body, version });

  it.each<[string, Edit, Edit]>([
    ['both move', MOVE, LENGTHEN],
    ['one moves, one calls off', MOVE, CANCEL],
    ['one lengthens, one calls off', LENGTHEN, CANCEL],
    ['both call off', CANCEL, CANCEL],
  ])('%s: one wins, the other is told, and nothing is half done', async (_, one, other) => {
    const answers = await Promise.all([make(visit.professional, one), make(standIn, other)]);
    const won = answers.filter(({ status }) => status === 200);
    const lost = answers.filter(({ status }) => status !== 200);
    expect([won.length, lost.length]).toEqual([1, 1]);
    const codes = lost.map((answer) => expectProblem(answer).code);
    expect(['booking.changed-meanwhile', 'visit.ended']).toContain(codes[0]);
    const [kept] = won.map((answer) => expectAnswer(answer, 200, bookingSchema));
    await expect(readVisit(visit.professional, visit.visitId)).resolves.toMatchObject({
      version: 2,
      status: kept?.status,
      startsAt: kept?.startsAt,
      endsAt: kept?.endsAt,
    });
  });

  it('is changed by the one who lost, once they have read it anew', async () => {
    expect((await make(visit.professional, MOVE)).status).toBe(200);
    expect(expectProblem(await make(standIn, LENGTHEN)).code).toBe('booking.changed-meanwhile');
    const { version } = await readVisit(standIn, visit.visitId);
    expect((await make(standIn, LENGTHEN, version)).status).toBe(200);
  });
});
