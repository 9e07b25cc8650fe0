import { IdentificationRow } from '@tapaamo/identification';
import { Participant } from '@tapaamo/visit';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import {
  announceNode,
  enter,
  identify,
  openDoor,
  readVisit,
  sessionOf,
  visitPath,
} from '../../support/door.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

describe('an envelope that does not open', () => {
  let api: TestApi;
  let world: TestOrganisation;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
  });

  afterAll(async () => {
    await api.close();
  });

  const clientOf = async ({ professional, visitId }: BookedVisit) =>
    (await readVisit(professional, visitId)).participants.find(({ role }) => role === 'client');

  it('keeps nobody out: name and verdict are missing, the client can still be let in', async () => {
    await announceNode(api);
    const visit = await bookedVisit(api, world.service);
    const { visitId, participantId } = visit;
    await openDoor(visit.client, visit.link);
    await enter(visit.client);
    const sessionId = await sessionOf(api, participantId);
    await identify(api, { visitId, participantId, sessionId });
    await expect(clientOf(visit)).resolves.toMatchObject({
      name: 'Aino Virtanen',
      verdict: { result: 'same-person' },
    });
    const envelope = Buffer.alloc(60);
    await api.dataSource.manager.update(IdentificationRow, { sessionId }, { envelope });
    await expect(clientOf(visit)).resolves.toMatchObject({ name: 'Aino Virtanen', verdict: null });
    await api.dataSource.manager.update(Participant, { id: participantId }, { envelope });
    await expect(clientOf(visit)).resolves.toMatchObject({ name: '', verdict: null });
    const path = visitPath(visitId, `/participants/${participantId}/admit`);
    const admitted = await visit.professional.post(path, {
      arrivalId: sessionId,
      finding: 'not-identified',
    });
    expect(admitted.status).toBeLessThan(300);
  });
});
