import { randomUUID } from 'node:crypto';
import { VisitChanges } from '@tapaamo/visit';
import type { ApiClient } from './api-client.js';
import { bookedVisit, type BookedVisit } from './booked-visit.js';
import { announceNode } from './door.js';
import { eventually } from './eventually.js';
import { NOW, startApi, type TestApi } from './start-api.js';
import { buildWorld, type TestOrganisation } from './world.js';

/** An organisation with an admin, and in each test a visit of its own and a meeting node that may hold it. */
export interface MeetingStage {
  api: TestApi;
  world: TestOrganisation;
  admin: ApiClient;
  visit: BookedVisit;
  nodeId: string;
}

/** Sets the stage for every test of the `describe` that calls this. @returns It, whole as soon as a test runs. */
export function setMeetingStage(): MeetingStage {
  const stage = {} as MeetingStage;

  beforeAll(async () => {
    stage.api = await startApi();
    stage.world = await buildWorld(stage.api.dataSource);
  });

  beforeEach(async () => {
    const { api, world } = stage;
    api.clock.set(NOW);
    stage.nodeId = await announceNode(api);
    stage.visit = await bookedVisit(api, world.service);
    stage.admin = api.client();
    await stage.admin.signIn(world.admin.email);
  });

  afterAll(async () => {
    await stage.api.close();
  });

  return stage;
}

/** Ids of visits that were told of so far; undefined when some may have been missed. */
export interface ToldVisits {
  told: (string | undefined)[];
  stop: () => void;
}

/** Listens to changes of visits as a meeting node does. What it hears first is of a visit that there is not. */
export async function hearVisits(
  api: TestApi,
  { organisationId }: { organisationId: string },
): Promise<ToldVisits> {
  const told: ToldVisits['told'] = [];
  const stop = api.get(VisitChanges).onChange((changed) => told.push(changed?.visitId));
  const nothing = { organisationId, visitId: randomUUID() };
  await eventually('changes are listened to', async () => {
    await api.get(VisitChanges).announce(api.dataSource.manager, nothing);
    return told.includes(nothing.visitId);
  });
  return { told, stop };
}
