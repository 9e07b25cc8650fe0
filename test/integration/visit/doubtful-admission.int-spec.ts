import type { AdmitRequest, UnidentifiedReason, VerdictResult } from '@tapaamo/contracts';
import { DoubtfulAdmissionCount } from '@tapaamo/statistics';
import { register } from 'prom-client';
import { expectProblem } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import {
  announceNode,
  arrivalOf,
  enter,
  identify,
  openDoor,
  readVisit,
  sessionIdsOf,
  sessionOf,
  visitPath,
} from '../../support/door.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

describe('somebody whom the door did not identify as the booked person', () => {
  let api: TestApi;
  let world: TestOrganisation;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
    await announceNode(api);
  });

  afterAll(() => api.close());

  /** Waits, identified as that; undefined for not at all, where the service lets in who is not. */
  const waiting = async (result: VerdictResult | undefined): Promise<BookedVisit> => {
    const service = result === undefined ? world.service : world.required;
    const visit = await bookedVisit(api, service);
    await openDoor(visit.client, visit.link);
    const [sessionId = ''] = await sessionIdsOf(api, visit.participantId);
    if (result !== undefined) {
      await identify(api, { ...whoseIs(visit), sessionId }, result);
    }
    await enter(visit.client);
    return visit;
  };
  const whoseIs = ({ visitId, participantId }: BookedVisit) => ({ visitId, participantId });
  const admit = async (visit: BookedVisit, reason?: UnidentifiedReason, seen?: AdmitRequest) =>
    visit.professional.post(
      visitPath(visit.visitId, `/participants/${visit.participantId}/admit`),
      { ...(seen ?? (await arrivalOf(api, visit))), reason },
    );
  const openedBy = async (visit: BookedVisit) => {
    await openDoor(api.client({ from: '198.51.100.22' }), visit.link);
    return sessionIdsOf(api, visit.participantId);
  };
  const counted = async (): Promise<Record<string, number>> => {
    const where = { organisationId: world.organisationId };
    const rows = await api.dataSource.manager.findBy(DoubtfulAdmissionCount, where);
    return Object.fromEntries(
      rows.map(({ serviceId, month, reason, admissions }) => [
        `${serviceId} ${month} ${reason}`,
        admissions,
      ]),
    );
  };

  it.each([
    'same-name',
    'different-name',
    'different-code',
    'different-birth-date',
    'guardian',
    'other-participant',
  ] as const)('is let in with a reason only: %s', async (result) => {
    const visit = await waiting(result);
    const refused = expectProblem(await admit(visit));
    expect(refused).toMatchObject({ code: 'visit.reason-needed', fields: [{ field: 'reason' }] });
    expect((await admit(visit, 'known-person')).status).toBe(204);
  });

  it('is let in by who checks who it is as soon as the meeting begins, which is counted', async () => {
    const visit = await waiting('different-code');
    expect((await admit(visit, 'checked-at-start')).status).toBe(204);
    expect(await counted()).toMatchObject({
      [`${world.required.id} 2027-02-01 checked-at-start`]: 1,
    });
  });

  it('needs none where it was the booked person, or nobody must be', async () => {
    expect((await admit(await waiting('same-person'))).status).toBe(204);
    expect((await admit(await waiting(undefined))).status).toBe(204);
  });

  it.each([
    ['a guardian who is not there', 'different-name', 'with-guardian'],
    ['a child, of a grown-up', 'different-name', 'known-child'],
    ['a new name, of another code', 'different-code', 'name-changed'],
  ] as const)('is not let in for what is not true: %s', async (_, result, reason) => {
    const visit = await waiting(result);
    expect(expectProblem(await admit(visit, reason)).code).toBe('visit.reason-needed');
  });

  it('is let in as they were seen only: what was found meanwhile is looked at first', async () => {
    const visit = await bookedVisit(api, world.required);
    const other = await waiting('different-name');
    await openDoor(visit.client, visit.link);
    const [sessionId = ''] = await sessionIdsOf(api, visit.participantId);
    await identify(api, { ...whoseIs(visit), sessionId });
    await enter(visit.client);
    const seen = { ...(await arrivalOf(api, visit)), finding: 'not-identified' } as const;
    const refused = expectProblem(await admit(visit, 'known-person', seen));
    expect(refused).toMatchObject({ code: 'visit.finding-changed', status: 409 });
    const clear = { ...(await arrivalOf(api, other)), finding: 'same-person' } as const;
    expect(expectProblem(await admit(other, 'known-person', clear)).code).toBe(refused.code);
    const { participants } = await readVisit(visit.professional, visit.visitId);
    expect(participants.find(({ role }) => role === 'client')?.admission).toBe('waiting');
    expect((await admit(visit)).status).toBe(204);
  });

  it('is let in by a page of before an update, which does not say what it showed, with a reason all the same', async () => {
    const visit = await waiting('different-name');
    const { arrivalId } = await arrivalOf(api, visit);
    expect(expectProblem(await admit(visit, undefined, { arrivalId })).code).toBe(
      'visit.reason-needed',
    );
    expect((await admit(visit, 'known-person', { arrivalId })).status).toBe(204);
  });

  it('needs a reason, too, where the day of birth contradicts the code of the booked person', async () => {
    const visit = await bookedVisit(api, world.required);
    await openDoor(visit.client, visit.link);
    const [sessionId = ''] = await sessionIdsOf(api, visit.participantId);
    const doubt = { birthDateDiffers: true };
    await identify(api, { ...whoseIs(visit), sessionId }, 'same-person', doubt);
    await enter(visit.client);
    expect(await arrivalOf(api, visit)).toMatchObject({ finding: 'birth-date-differs' });
    expect(expectProblem(await admit(visit)).code).toBe('visit.reason-needed');
    expect((await admit(visit, 'known-person')).status).toBe(204);
  });

  it('is so, too, who comes again by the link and does not identify', async () => {
    const visit = await bookedVisit(api, world.service);
    await openDoor(visit.client, visit.link);
    const [first = ''] = await sessionIdsOf(api, visit.participantId);
    await identify(api, { ...whoseIs(visit), sessionId: first }, 'different-name');
    const again = api.client({ from: '198.51.100.20' });
    await openDoor(again, visit.link);
    await enter(again);
    expect(expectProblem(await admit(visit)).code).toBe('visit.reason-needed');
    const { participants } = await readVisit(visit.professional, visit.visitId);
    expect(participants.find(({ role }) => role === 'client')).toMatchObject({
      verdict: { result: 'different-name' },
      verdictIsOther: true,
    });
    // Who proves to be the booked person is not kept out by it.
    const sessionId = await sessionOf(api, visit.participantId);
    expect(sessionId).not.toBe(first);
    await identify(api, { ...whoseIs(visit), sessionId });
    const proved = await readVisit(visit.professional, visit.visitId);
    expect(proved.participants.find(({ role }) => role === 'client')).toMatchObject({
      verdict: { result: 'same-person' },
      verdictIsOther: false,
    });
    expect((await admit(visit)).status).toBe(204);
  });

  it('proves nothing, where the day of birth contradicts the code: not to another browser by the link either', async () => {
    const doubt = { birthDateDiffers: true };
    const visit = await bookedVisit(api, world.service);
    await openDoor(visit.client, visit.link);
    const [first = ''] = await sessionIdsOf(api, visit.participantId);
    await identify(api, { ...whoseIs(visit), sessionId: first }, 'same-person', doubt);
    const again = api.client({ from: '198.51.100.21' });
    await openDoor(again, visit.link);
    await enter(again);
    expect(await arrivalOf(api, visit)).toMatchObject({ finding: 'birth-date-differs' });
    expect(expectProblem(await admit(visit)).code).toBe('visit.reason-needed');
    // Somebody else who was found by the link is not hidden by it.
    const sessionId = await sessionOf(api, visit.participantId);
    await identify(api, { ...whoseIs(visit), sessionId }, 'same-person', doubt);
    const third = (await openedBy(visit)).find((id) => id !== first && id !== sessionId) ?? '';
    await identify(api, { ...whoseIs(visit), sessionId: third }, 'different-code');
    expect(await arrivalOf(api, visit)).toMatchObject({ finding: 'different-code' });
  });

  it('is told in the audit log, and counted by service, month and reason', async () => {
    await api.dataSource.manager.clear(DoubtfulAdmissionCount);
    register.resetMetrics();
    const visit = await waiting('different-name');
    expect((await admit(visit, 'name-changed')).status).toBe(204);
    // Who is in already is let in no second time.
    expect((await admit(visit, 'name-changed')).status).toBe(204);
    expect((await admit(await waiting('guardian'), 'with-guardian')).status).toBe(204);
    const entries = await entriesOf(api, world.organisationId);
    expect(entries.find(({ targetId }) => targetId === visit.participantId)).toMatchObject({
      event: 'visit.doubtful-admitted',
      actorId: visit.account.id,
      // Not why: a reason that is true of one finding only would name it.
      details: { role: 'client' },
    });
    expect(await counted()).toEqual({
      [`${world.required.id} 2027-02-01 name-changed`]: 1,
      [`${world.required.id} 2027-02-01 with-guardian`]: 1,
    });
    const metrics = await register.metrics();
    expect(metrics).toContain('tapaamo_doubtful_admissions_total 2');
    expect(metrics).not.toContain(world.organisationId);
  });
});
