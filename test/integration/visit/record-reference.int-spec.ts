import { visitReceiptSchema } from '@tapaamo/contracts';
import { VisitRow } from '@tapaamo/visit';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { bookedVisit } from '../../support/booked-visit.js';
import { readVisit, visitPath } from '../../support/door.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const REFERENCE = 'A-2027-118';

describe('what the record system calls a visit', () => {
  let api: TestApi;
  let world: TestOrganisation;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
  });

  beforeEach(() => api.clock.set(NOW));

  afterAll(() => api.close());

  const booked = () => bookedVisit(api, world.service, { recordReference: REFERENCE });
  const say = (browser: ApiClient, visitId: string, recordReference: string | null) =>
    browser.post(visitPath(visitId, '/record-reference'), { recordReference });
  const seen = async (browser: ApiClient, visitId: string) =>
    (await readVisit(browser, visitId)).recordReference;

  it('is said at booking, shown on the visit’s page, and carried by the receipt', async () => {
    const { professional, visitId } = await booked();
    expect(await seen(professional, visitId)).toBe(REFERENCE);
    expect((await professional.post(visitPath(visitId, '/end'))).status).toBe(204);
    const answer = await professional.get(visitPath(visitId, '/receipt'));
    const { receipt, text } = expectAnswer(answer, 200, visitReceiptSchema);
    expect(receipt.recordReference).toBe(REFERENCE);
    expect(text).toContain(`Viite: ${REFERENCE}`);
    const { text: file } = await professional.get(visitPath(visitId, '/receipt.csv'));
    expect(file).toContain(`${visitId},${REFERENCE},`);
  });

  it('is said later, changed and taken away, after the end, too, and each is in the audit log', async () => {
    const { professional, visitId } = await bookedVisit(api, world.service);
    expect(await seen(professional, visitId)).toBeNull();
    expect((await say(professional, visitId, ` ${REFERENCE} `)).status).toBe(204);
    expect(await seen(professional, visitId)).toBe(REFERENCE);
    // The same once more is no change.
    await say(professional, visitId, REFERENCE);
    await professional.post(visitPath(visitId, '/end'));
    expect((await say(professional, visitId, null)).status).toBe(204);
    expect(await seen(professional, visitId)).toBeNull();
    const entries = await entriesOf(api, world.service.organisationId);
    const ofIt = entries.filter(({ event }) => event === 'booking.reference-changed');
    expect(ofIt.map(({ targetId }) => targetId)).toEqual([visitId, visitId]);
  });

  it('is shown to whom the visit is shared with, who does not change it', async () => {
    const { professional, visitId } = await booked();
    const { id, email } = world.colleague;
    await professional.post(visitPath(visitId, '/shares'), { professionalId: id });
    const colleague = api.client();
    await colleague.signIn(email);
    expect(await seen(colleague, visitId)).toBe(REFERENCE);
    const refused = expectProblem(await say(colleague, visitId, 'B-1'));
    expect(refused.code).toBe('access.denied-or-missing');
    expect(await seen(professional, visitId)).toBe(REFERENCE);
  });

  it('is nobody’s identity code', async () => {
    const { professional, visitId } = await booked();
    const { fields } = expectProblem(await say(professional, visitId, 'HETU 131052-308T'));
    expect(fields).toEqual([{ field: 'recordReference', code: 'field.identity-code' }]);
  });

  it('is sealed for its own visit, and opens for no other', async () => {
    const [one, other] = [await booked(), await bookedVisit(api, world.service)];
    const { sealedReference } = await api.dataSource.manager.findOneByOrFail(VisitRow, {
      id: one.visitId,
    });
    expect(sealedReference?.includes(REFERENCE)).toBe(false);
    await api.dataSource.manager.update(VisitRow, { id: other.visitId }, { sealedReference });
    expect(await seen(other.professional, other.visitId)).toBeNull();
  });
});
