import {
  bookingSchema,
  doorSessionSchema,
  doorViewSchema,
  sheetSchema,
  type Sheet,
} from '@tapaamo/contracts';
import { VisitCode } from '@tapaamo/visit';
import { expectAnswer, expectProblem } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { bookingRequest, clientOf } from '../../support/builders/booking-builder.js';
import { buildService } from '../../support/builders/organisation-builder.js';
import { buildProfessional } from '../../support/builders/professional-builder.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { databaseSnapshot } from '../../support/database-snapshot.js';
import { announceNode, enter, readVisit, visitPath } from '../../support/door.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner } from '../../support/start-job-runner.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

type Invited = Pick<BookedVisit, 'professional' | 'visitId' | 'participantId'>;

describe('an invitation on paper', () => {
  let api: TestApi;
  let world: TestOrganisation;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    await api.dataSource.query('TRUNCATE booking CASCADE');
    await announceNode(api);
  });

  afterAll(async () => {
    await api.close();
  });

  const pathOf = ({ visitId, participantId }: Invited, rest: string) =>
    visitPath(visitId, `/participants/${participantId}${rest}`);
  const open = async (visit: Invited): Promise<Sheet> =>
    expectAnswer(await visit.professional.post(pathOf(visit, '/sheet')), 200, sheetSchema);
  const linkOn = ({ link }: Sheet) => new URL(link).hash.slice(1);
  const look = (code: string, from?: string) =>
    api.client(from === undefined ? {} : { from }).post('/api/door/code/look', { code });
  const problemOf = async (code: string, from?: string) =>
    expectProblem(await look(code, from)).code;

  /** A visit whose client can be reached in no way. */
  const onPaper = async (service = world.offered): Promise<Invited> => {
    const account = await buildProfessional(api.dataSource, service);
    const professional = api.client();
    await professional.signIn(account.email);
    const wish = bookingRequest(service, { clientPhone: undefined, printedSheet: true });
    const answer = await professional.post('/api/bookings', wish);
    const { visitId, client, messages } = expectAnswer(answer, 201, bookingSchema);
    expect([client?.phone, client?.email, messages]).toEqual([null, null, []]);
    return { professional, visitId, participantId: (await clientOf(api, visitId)).id };
  };

  it('is enough where the client has neither phone nor e-mail, once it is chosen', async () => {
    const visit = await onPaper();
    const { participants } = await readVisit(visit.professional, visit.visitId);
    expect(participants.find(({ role }) => role === 'client')?.isWrittenTo).toBe(false);
    const unchosen = bookingRequest(world.offered, { clientPhone: undefined, time: '13:00' });
    const refused = await visit.professional.post('/api/bookings', unchosen);
    expect(expectProblem(refused).code).toBe('booking.contact-required');
    const runner = await startJobRunner(api);
    await expect(runner.deliver()).resolves.toBe(0);
    await runner.close();
  });

  it('has link, code and time, and names neither the client nor the service', async () => {
    const visit = await onPaper();
    const answer = await visit.professional.post(pathOf(visit, '/sheet'));
    const sheet = expectAnswer(answer, 200, sheetSchema);
    expect(sheet).toEqual({
      link: expect.stringMatching(/^http:\/\/localhost:8080\/v#[\w-]{43}$/) as string,
      code: expect.stringMatching(/^[\dA-Z]{4}-[\dA-Z]{4}-[\dA-Z]{4}$/) as string,
      codeAddress: 'http://localhost:8080/k',
      startsAt: '2027-02-10T08:15:00.000Z',
      endsAt: '2027-02-10T08:45:00.000Z',
      inviter: {
        organisationName: {
          fi: 'Mallilan hyvinvointialue',
          sv: 'Mallilan hyvinvointialue (sv)',
          en: 'Mallilan hyvinvointialue (en)',
        },
        phone: null,
      },
      language: null,
      languages: ['fi', 'sv', 'en'],
      identificationLevel: 'offered',
      purgeDueAt: '2027-03-10T08:45:00.000Z',
    });
    expect(answer.text).not.toMatch(/Aino|Virtanen|Asumisen/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('does not tell who invites when the service is discreet', async () => {
    const discreet = await buildService(api.dataSource, world, { discreet: true });
    const sheet = await open(await onPaper(discreet));
    expect(sheet.inviter).toBeNull();
  });

  it('brings the client to the door by its link and by its code, and no further', async () => {
    const visit = await onPaper();
    const sheet = await open(visit);
    const byLink = await api.client().post('/api/door/look', { link: linkOn(sheet) });
    const byCode = await look(sheet.code);
    expect(byCode.json).toEqual(byLink.json);
    expect(byCode.text).not.toContain(linkOn(sheet));
    const client = api.client();
    const typed = ` ${sheet.code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} `;
    const opened = await client.post('/api/door/code/open', { code: typed, language: 'sv' });
    const session = expectAnswer(opened, 200, doorSessionSchema);
    expect(session).toMatchObject({ language: 'sv', admission: 'outside', identified: false });
    await enter(client);
    const { participants } = await readVisit(visit.professional, visit.visitId);
    expect(participants.find(({ role }) => role === 'client')?.admission).toBe('waiting');
    // Typed again in the same browser, it is the same session and place.
    await client.post('/api/door/code/open', { code: sheet.code, language: 'fi' });
    expect((await client.get('/api/door')).json).toMatchObject({ admission: 'waiting' });
  });

  it('has a code that opens nothing before the sheet was opened', async () => {
    const visit = await onPaper();
    expect(await api.dataSource.manager.count(VisitCode)).toBe(0);
    const { code } = await open(visit);
    await api.dataSource.manager.clear(VisitCode);
    expect(await problemOf(code)).toBe('visit-code.unknown');
  });

  it('is the same when it is opened again, and each time is told to the audit log', async () => {
    const visit = await onPaper();
    const first = await open(visit);
    expect(await open(visit)).toEqual(first);
    const entries = await entriesOf(api, world.organisationId);
    const told = entries.filter(({ event }) => event === 'sheet.opened');
    expect(told.slice(-2)).toMatchObject([
      { targetId: visit.participantId, visits: [visit.visitId] },
      { targetId: visit.participantId, visits: [visit.visitId] },
    ]);
  });

  it('has another link and another code once the link is renewed, and the old ones are dead', async () => {
    const visit = await onPaper();
    const before = await open(visit);
    const client = api.client();
    await client.post('/api/door/code/open', { code: before.code, language: 'fi' });
    expect((await visit.professional.post(pathOf(visit, '/link/renew'))).status).toBe(204);
    expect(await problemOf(before.code)).toBe('visit-code.unknown');
    expect((await client.get('/api/door')).status).toBe(401);
    const after = await open(visit);
    expect([after.link === before.link, after.code === before.code]).toEqual([false, false]);
    expect(await problemOf(before.code)).toBe('visit-code.unknown');
    expect((await look(after.code)).status).toBe(200);
  });

  it('has a code that tells of a cancelled visit what the link tells, and opens it no more', async () => {
    const visit = await onPaper();
    const { code } = await open(visit);
    const cancel = { version: 1, reason: 'client-asked' };
    await visit.professional.post(visitPath(visit.visitId, '/cancel'), cancel);
    const view = expectAnswer(await look(code), 200, doorViewSchema);
    expect(view).toMatchObject({ state: 'ended', cancelled: true });
    const opened = await api.client().post('/api/door/code/open', { code, language: 'fi' });
    expect(expectProblem(opened).code).toBe('visit.ended');
    const again = await visit.professional.post(pathOf(visit, '/sheet'));
    expect(expectProblem(again).code).toBe('visit.ended');
  });

  it('has a code that is forgotten with the visit', async () => {
    const visit = await onPaper();
    const { code } = await open(visit);
    await visit.professional.post(visitPath(visit.visitId, '/end'));
    api.clock.set('2027-03-10T08:45:00.000Z');
    expect((await look(code)).json).toEqual({ state: 'forgetting' });
    const runner = await startJobRunner(api);
    await runner.sweep();
    await runner.close();
    expect((await look(code)).json).toEqual({ state: 'forgotten', forgottenOn: '2027-03-10' });
    const opened = await api.client().post('/api/door/code/open', { code, language: 'fi' });
    expect(expectProblem(opened).code).toBe('visit.ended');
    expect(await api.dataSource.manager.count(VisitCode)).toBe(0);
    api.clock.set('2028-03-12T08:45:00.000Z');
    const later = await startJobRunner(api);
    await later.sweep();
    await later.close();
    expect(await problemOf(code)).toBe('visit-code.unknown');
  });

  it('has a code of which the database holds nothing that can be tried without the key', async () => {
    const visit = await onPaper();
    const { code } = await open(visit);
    const rows = JSON.stringify(await databaseSnapshot(api.database.adminUrl, { besides: [] }));
    for (const form of [code, code.replaceAll('-', '')]) {
      expect(rows).not.toContain(form);
      expect(rows).not.toContain(Buffer.from(form).toString('hex'));
    }
    const other = await startApi({
      beside: api,
      config: { ACCOUNT_SECRET: 'another secret of another installation, long enough' },
    });
    const elsewhere = await other.client().post('/api/door/code/look', { code });
    expect(expectProblem(elsewhere).code).toBe('visit-code.unknown');
    await other.close();
  });

  it('has a code that is still read after the key was rotated', async () => {
    const { code } = await open(await onPaper());
    const rotated = await startApi({
      beside: api,
      config: {
        ACCOUNT_SECRET: 'the next secret of this installation, long enough',
        ACCOUNT_SECRET_PREVIOUS: api.config.ACCOUNT_SECRET,
      },
    });
    expect((await rotated.client().post('/api/door/code/look', { code })).status).toBe(200);
    await rotated.close();
  });

  it('gives one answer to what is wrong, malformed or empty, and never an address', async () => {
    const answers = await Promise.all(
      ['0000-0000-0000', 'ZZZZ-ZZZZ-ZZZZ', 'no', '\0', '💌'.repeat(12), "' OR 1=1 --"].map((code) =>
        look(code, '203.0.113.7'),
      ),
    );
    expect(new Set(answers.map((answer) => expectProblem(answer).code))).toEqual(
      new Set(['visit-code.unknown']),
    );
    expect(expectProblem(await look('x'.repeat(65))).code).toBe('request.invalid');
  });

  it('can be sent to nobody who has neither phone nor e-mail', async () => {
    const visit = await onPaper();
    for (const how of ['resend', 'call-in']) {
      const refused = await visit.professional.post(pathOf(visit, `/link/${how}`));
      expect(expectProblem(refused).code).toBe('link.no-way-to-send');
    }
  });

  it('is also there for who gets messages', async () => {
    const visit = await bookedVisit(api, world.offered);
    expect(linkOn(await open(visit))).toBe(visit.link);
  });

  it('bounds guessing by network, and keeps nobody out who types the right code', async () => {
    const office = '198.51.100.20';
    const { code } = await open(await onPaper());
    for (let right = 0; right < 50; right += 1) {
      expect((await look(code, office)).status).toBe(200);
    }
    const codes = [];
    for (let wrong = 0; wrong < 41; wrong += 1) {
      codes.push(await problemOf('0000-0000-0000', office));
    }
    expect(new Set(codes.slice(0, 40))).toEqual(new Set(['visit-code.unknown']));
    expect(codes[40]).toBe('request.too-many');
    expect(await problemOf(code, office)).toBe('request.too-many');
    expect((await look(code, '198.51.100.99')).status).toBe(200);
  });

  it('is no guess when it has not the form of a code', async () => {
    const typing = '198.51.100.30';
    for (let slip = 0; slip < 45; slip += 1) {
      expect(await problemOf(`7KQ2-M9X${String(slip)}`, typing)).toBe('visit-code.unknown');
    }
  });
});
