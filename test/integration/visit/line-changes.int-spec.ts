import { Participant, VisitChanges, type VisitChange } from '@tapaamo/visit';
import { comeIn, report } from '../../support/door.js';
import { eventually } from '../../support/eventually.js';
import { hearVisits, setMeetingStage } from '../../support/meeting-stage.js';

describe('a change of a line', () => {
  const stage = setMeetingStage();

  it.each([
    ['connected', (): string | undefined => stage.nodeId],
    ['disconnected', (): undefined => undefined],
    // Who left has given their place up: that is read by everybody.
    ['left', (): undefined => undefined],
  ] as const)(
    'that is %s is known to nobody but the node that it came to',
    async (fact, knower) => {
      await comeIn(stage.api, stage.visit);
      await report(stage.api, 'connected', {
        ...stage.visit,
        nodeId: stage.nodeId,
        role: 'client',
      });
      const { visitId } = stage.visit;
      const heard: VisitChange[] = [];
      const { stop } = await hearVisits(stage.api, stage.world);
      const stopHearing = stage.api.get(VisitChanges).onChange((change) => {
        heard.push(...(change?.visitId === visitId ? [change] : []));
      });
      await report(stage.api, fact, { ...stage.visit, nodeId: stage.nodeId, role: 'client' });
      await eventually('it is told', () => heard.length > 0);
      expect(heard.map(({ lineAt }) => lineAt)).toEqual([knower()]);
      stop();
      stopHearing();
    },
  );

  it('that a professional’s line came is read by its own node, too: they may have signed out meanwhile', async () => {
    const { api, visit, nodeId } = stage;
    const { visitId } = visit;
    const staff = await api.dataSource.manager.findOneByOrFail(Participant, {
      visitId,
      role: 'professional',
    });
    const heard: VisitChange[] = [];
    const { stop } = await hearVisits(api, stage.world);
    const stopHearing = api.get(VisitChanges).onChange((change) => {
      heard.push(...(change?.visitId === visitId ? [change] : []));
    });
    const seat = { ...visit, participantId: staff.id, role: 'professional' as const };
    await report(api, 'connected', { ...seat, nodeId });
    await eventually('it is told', () => heard.length > 0);
    expect(heard.map(({ lineAt }) => lineAt)).toEqual([undefined]);
    stop();
    stopHearing();
  });

  it('is when somebody joins, once they were let in and come for the first time', async () => {
    const { api, visit, nodeId } = stage;
    const connect = () => report(api, 'connected', { ...visit, nodeId, role: 'client' });
    const row = () =>
      api.dataSource.manager.findOneByOrFail(Participant, { id: visit.participantId });
    await comeIn(api, visit);
    await api.dataSource.manager.update(
      Participant,
      { id: visit.participantId },
      { admission: 'waiting' },
    );
    await connect();
    expect(await row()).toMatchObject({ joinedAt: null, connectedNodeId: nodeId });
    await api.dataSource.manager.update(
      Participant,
      { id: visit.participantId },
      { admission: 'admitted' },
    );
    await connect();
    const joinedAt = api.clock.now();
    api.clock.advance(60_000);
    await connect();
    expect(await row()).toMatchObject({ joinedAt, withoutLineSince: null });
  });
});
