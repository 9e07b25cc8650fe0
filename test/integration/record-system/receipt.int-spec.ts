import { visitReceiptSchema } from '@tapaamo/contracts';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import {
  announceNode,
  arrivalOf,
  comeIn,
  enter,
  identify,
  meet,
  openDoor,
  report,
  sessionOf,
  visitPath,
} from '../../support/door.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

describe('the receipt of a visit', () => {
  let api: TestApi;
  let world: TestOrganisation;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
  });

  beforeEach(() => api.clock.set(NOW));

  afterAll(async () => {
    await api.close();
  });

  /** Time passes on the 10th. */
  const comes = (time: string) => api.clock.set(`2027-02-10T${time}:00.000Z`);
  const end = async ({ professional, visitId }: BookedVisit) => {
    expect((await professional.post(visitPath(visitId, '/end'))).status).toBe(204);
  };
  const receiptOf = async (visit: BookedVisit, client: ApiClient = visit.professional) =>
    expectAnswer(await client.get(visitPath(visit.visitId, '/receipt')), 200, visitReceiptSchema);
  /** Arrives 8.05, comes into the meeting waiting, is let in 8.16; the professional joins 8.14; they part at 8.40. */
  const heldVisit = async () => {
    const visit = await bookedVisit(api, world.service);
    const nodeId = await announceNode(api);
    comes('08:05');
    await openDoor(visit.client, visit.link);
    await enter(visit.client);
    const { visitId, participantId } = visit;
    const sessionId = await sessionOf(api, participantId);
    await identify(api, { visitId, participantId, sessionId });
    await report(api, 'connected', { visitId, nodeId, role: 'client' });
    comes('08:14');
    await report(api, 'connected', { visitId, nodeId, role: 'professional' });
    comes('08:16');
    const admit = visitPath(visitId, `/participants/${participantId}/admit`);
    expect((await visit.professional.post(admit, await arrivalOf(api, visit))).status).toBe(204);
    comes('08:40');
    await report(api, 'left', { visitId, nodeId, role: 'client' });
    comes('08:41');
    await end(visit);
    return visit;
  };

  it('tells the exact times, who took part, verdict and outcome', async () => {
    const visit = await heldVisit();
    const { receipt, until } = await receiptOf(visit);
    expect(receipt).toMatchObject({
      visitId: visit.visitId,
      professionalId: visit.account.id,
      outcome: 'fulfilled',
      cancelReason: null,
      correction: null,
      bookedFrom: '2027-02-10T08:15:00.000Z',
      bookedUntil: '2027-02-10T08:45:00.000Z',
      arrivedAt: '2027-02-10T08:05:00.000Z',
      letInAt: '2027-02-10T08:16:00.000Z',
      metFrom: '2027-02-10T08:16:00.000Z',
      metUntil: '2027-02-10T08:40:00.000Z',
      endedAt: '2027-02-10T08:41:00.000Z',
      participants: [
        { role: 'professional', professionalId: visit.account.id },
        { role: 'client', professionalId: null },
      ],
      identification: { result: 'same-person', assurance: 'substantial', method: 'bank' },
    });
    expect(until).toBe('2027-03-10');
  });

  it('keeps who was identified when they close the visit on their device', async () => {
    const visit = await bookedVisit(api, world.service);
    const { visitId, participantId } = visit;
    await openDoor(visit.client, visit.link);
    await enter(visit.client);
    await identify(api, { visitId, participantId, sessionId: await sessionOf(api, participantId) });
    await comeIn(api, visit);
    const nodeId = await announceNode(api);
    await report(api, 'connected', { visitId, nodeId, role: 'client' });
    expect((await visit.client.post('/api/door/leave')).status).toBe(200);
    await end(visit);
    const { receipt } = await receiptOf(visit);
    expect(receipt.identification).toMatchObject({ result: 'same-person', method: 'bank' });
  });

  it('tells nothing of whoever was put out with a stolen link', async () => {
    const visit = await bookedVisit(api, world.service);
    await meet(api, visit);
    const { visitId, participantId } = visit;
    const renew = visitPath(visitId, `/participants/${participantId}/link/renew`);
    expect((await visit.professional.post(renew)).status).toBe(204);
    comes('08:30');
    await end(visit);
    const { receipt } = await receiptOf(visit);
    expect([receipt.letInAt, receipt.metFrom, receipt.metUntil]).toEqual([null, null, null]);
    expect(receipt.participants.map(({ role }) => role)).toEqual(['professional']);
  });

  it('is a text in the professional’s language, and the text alone names the client', async () => {
    const visit = await heldVisit();
    const { text } = await receiptOf(visit);
    expect(text.split('\n').slice(0, 1)).toEqual(['Etätapaaminen 10.2.2027']);
    expect(text).toContain('Asiakas: Aino Virtanen');
    expect(text).toContain('Varattu aika: klo 10.15–10.45');
    expect(text).toContain('Tavattiin: klo 10.16–10.40');
    expect(text).toContain('Lopputulos: toteutui');
    expect(text).toContain('nimi vastaa varausta, varmuustaso korotettu, pankkitunnukset');
    const swedish = api.client({ language: 'sv' });
    await swedish.signIn(visit.account.email);
    expect((await receiptOf(visit, swedish)).text).toContain('Möttes: kl. 10.16–10.40');
    const { receipt } = await receiptOf(visit);
    expect(JSON.stringify(receipt)).not.toContain('Virtanen');
  });

  it('is a file in which a service’s name that looks like a formula is text', async () => {
    await api.dataSource.query('UPDATE service SET name_fi = $2 WHERE id = $1', [
      world.service.id,
      '=HYPERLINK("https://evil.example")',
    ]);
    const visit = await heldVisit();
    const { status, text } = await visit.professional.get(visitPath(visit.visitId, '/receipt.csv'));
    const [names = '', values = ''] = text.split('\r\n');
    expect([status, names.split(',').length]).toEqual([200, 25]);
    expect(values).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
    expect(values).toContain('2027-02-10T08:16:00.000Z,2027-02-10T08:40:00.000Z');
    expect(values).not.toContain('Virtanen');
  });

  it('of a client who did not come says nothing that was not', async () => {
    const visit = await bookedVisit(api, world.service);
    api.clock.set('2027-02-10T09:00:00.000Z');
    await visit.professional.signInAgain();
    await end(visit);
    const { receipt } = await receiptOf(visit);
    expect(receipt).toMatchObject({ outcome: 'noshow', participants: [], identification: null });
    expect([receipt.arrivedAt, receipt.letInAt, receipt.metFrom, receipt.metUntil]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('tells what was recorded first, and when, by whose part and why it was corrected', async () => {
    const visit = await bookedVisit(api, world.service);
    const { professional, visitId } = visit;
    const cancel = { version: 1, reason: 'client-asked' };
    expect((await professional.post(visitPath(visitId, '/cancel'), cancel)).status).toBe(200);
    expect((await receiptOf(visit)).text).toContain('Lopputulos: peruttu (asiakas pyysi)');
    comes('08:55');
    const correct = { version: 2, outcome: 'fulfilled', reason: 'met-otherwise' };
    expect((await professional.post(visitPath(visitId, '/outcome'), correct)).status).toBe(204);
    const { receipt, text } = await receiptOf(visit);
    expect(receipt).toMatchObject({
      outcome: 'fulfilled',
      cancelReason: 'client-asked',
      correction: {
        firstOutcome: 'cancelled',
        correctedAt: '2027-02-10T08:55:00.000Z',
        by: 'own',
        reason: 'met-otherwise',
      },
    });
    expect(text.split('\n').slice(-3)).toEqual([
      'Lopputulos: toteutui',
      'Ensin kirjattu lopputulos: peruttu (asiakas pyysi)',
      'Lopputulos korjattu: klo 10.55, korjaaja: tapaamisen ammattilainen, tavattiin muulla tavalla',
    ]);
    const csv = await professional.get(visitPath(visitId, '/receipt.csv'));
    expect(csv.text).toContain('cancelled,2027-02-10T08:55:00.000Z,own,met-otherwise');
  });

  it('is not there while the visit goes on, nor for a colleague, nor once it is due', async () => {
    const visit = await bookedVisit(api, world.service);
    await announceNode(api);
    await comeIn(api, visit);
    const path = visitPath(visit.visitId, '/receipt');
    expect(expectProblem(await visit.professional.get(path)).code).toBe('visit.not-ended');
    await end(visit);
    await receiptOf(visit);
    const colleague = api.client();
    await colleague.signIn(world.colleague.email);
    expect(expectProblem(await colleague.get(path)).code).toBe('access.denied-or-missing');
    api.clock.set('2027-03-10T08:45:00.000Z');
    await visit.professional.signInAgain();
    expect(expectProblem(await visit.professional.get(path)).code).toBe('access.denied-or-missing');
  });
});
