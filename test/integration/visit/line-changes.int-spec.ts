import { VisitChanges, type VisitChange } from '@tapaamo/visit';
import { comeIn, report } from '../../support/door.js';
import { eventually } from '../../support/eventually.js';
import { hearVisits, setMeetingStage } from '../../support/meeting-stage.js';

describe('a change of a line', () => {
  const stage = setMeetingStage();

  it.each([
    ['connected', () => stage.nodeId],
    ['disconnected', () => undefined],
    // Who left has given their place up: that is read by everybody.
    ['left', () => undefined],
  ] as const)('that is %s is known to nobody but the node that it came to', async (fact, knower) => {
    await comeIn(stage.api, stage.visit);
    await report(stage.api, 'connected', { ...stage.visit, nodeId: stage.nodeId, role: 'client' });
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
  });
});
