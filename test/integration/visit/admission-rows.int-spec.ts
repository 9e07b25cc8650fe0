import { randomUUID } from 'node:crypto';
import { MeetingAdmission, Participant, VisitRow, type MeetingVisit } from '@tapaamo/visit';
import { comeIn } from '../../support/door.js';
import { setMeetingStage } from '../../support/meeting-stage.js';

describe('what a meeting node reads of a visit', () => {
  const stage = setMeetingStage();

  const read = (organisationId = stage.world.organisationId): Promise<MeetingVisit | null> =>
    stage.api.get(MeetingAdmission).read({ organisationId, visitId: stage.visit.visitId });
  const client = async () => (await read())?.participants.find(({ role }) => role === 'client');

  it('is the visit with everybody of it, their sessions and its instants', async () => {
    const { api, visit, world, nodeId } = stage;
    const purgeDueAt = new Date(api.clock.nowMs() + 3_600_000);
    await comeIn(api, visit);
    await api.dataSource.manager.update(
      VisitRow,
      { id: visit.visitId },
      { purgeDueAt, mediaNodeId: nodeId },
    );
    const { sessionId } = await api.dataSource.manager.findOneByOrFail(Participant, {
      id: visit.participantId,
    });
    expect(await read()).toMatchObject({
      visitId: visit.visitId,
      organisationId: world.organisationId,
      nodeId,
      endedAt: null,
      purgeDueAt,
      changesAt: purgeDueAt,
      delay: null,
    });
    expect(await client()).toEqual({
      participantId: visit.participantId,
      role: 'client',
      admission: 'admitted',
      because: null,
      sessionIds: [sessionId],
      agreed: null,
    });
  });

  it('is nobody who was removed', async () => {
    const { api, visit } = stage;
    expect(await client()).toBeDefined();
    const gone = { removedAt: api.clock.now(), envelope: null, linkHash: null };
    await api.dataSource.manager.update(Participant, { id: visit.participantId }, gone);
    expect(await client()).toBeUndefined();
  });

  it('is nothing from the instant on at which the visit is forgotten', async () => {
    const { api, visit } = stage;
    const purgeDueAt = new Date(api.clock.nowMs() + 1);
    await api.dataSource.manager.update(VisitRow, { id: visit.visitId }, { purgeDueAt });
    expect(await read()).not.toBeNull();
    api.clock.advance(1);
    expect(await read()).toBeNull();
  });

  it('is nothing to another organisation', async () => {
    expect(await read(randomUUID())).toBeNull();
  });
});
