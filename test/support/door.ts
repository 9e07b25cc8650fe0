import { randomUUID } from 'node:crypto';
import {
  arrivalFindingOf,
  doorSessionSchema,
  meetingAccessSchema,
  visitSchema,
  type AdmitRequest,
  type DoorSession,
  type Language,
  type MeetingAccess,
  type Verdict,
  type VerdictResult,
  type Visit,
} from '@tapaamo/contracts';
import { IdentificationRow, IdentificationService } from '@tapaamo/identification';
import { Vault } from '@tapaamo/vault';
import {
  DoorSessionRow,
  MediaNodes,
  MeetingAdmission,
  Participant,
  VisitRow,
} from '@tapaamo/visit';
import { expectAnswer, type ApiClient } from './api-client.js';
import type { BookedVisit } from './booked-visit.js';
import type { TestApi } from './start-api.js';

/** The path of a visit's own routes. */
export const visitPath = (visitId: string, rest = ''): string => `/api/visits/${visitId}${rest}`;

/** A person opens the link and acts. */
export async function openDoor(
  client: ApiClient,
  link: string,
  language: Language = 'fi',
): Promise<DoorSession> {
  return expectAnswer(
    await client.post('/api/door/open', { link, language }),
    200,
    doorSessionSchema,
  );
}

/** Comes to the waiting room. */
export async function enter(client: ApiClient, takeOver = false): Promise<MeetingAccess> {
  return expectAnswer(await client.post('/api/door/enter', { takeOver }), 200, meetingAccessSchema);
}

/** What the client sees of their own state. */
export async function doorSession(client: ApiClient): Promise<DoorSession> {
  return expectAnswer(await client.get('/api/door'), 200, doorSessionSchema);
}

/** The visit as its professional sees it. */
export async function readVisit(professional: ApiClient, visitId: string): Promise<Visit> {
  return expectAnswer(await professional.get(visitPath(visitId)), 200, visitSchema);
}

/** What a node tells that has much place. */
export const CALM = { load: 0.1, visits: 0, takesVisits: true, workers: 2 };

/**
 * A meeting node that is alive until `silence` is told of it: its heartbeat is by the database's clock, which goes on
 * while a test takes its time. @returns Its id.
 */
export async function announceNode(
  api: TestApi,
  node: { nodeId?: string; load?: number; visits?: number; takesVisits?: boolean } = {},
): Promise<string> {
  const nodeId = node.nodeId ?? randomUUID();
  const url = `http://${nodeId}.meeting.example:8081`;
  await api.get(MediaNodes).announce({ url, ...CALM, ...node, nodeId });
  await silence(api, nodeId, '-1 hour');
  return nodeId;
}

/** A meeting node that has been silent for a while, in PostgreSQL's words. */
export async function silence(api: TestApi, nodeId: string, since: string): Promise<void> {
  await api.dataSource.query(
    'UPDATE media_node SET heartbeat_at = clock_timestamp() - $2::interval WHERE id = $1',
    [nodeId, since],
  );
}

/** The door session that a client has its place with, found by its row. */
export async function sessionOf(api: TestApi, participantId: string): Promise<string> {
  const { sessionId } = await api.dataSource.manager.findOneByOrFail(Participant, {
    id: participantId,
  });
  if (sessionId === null) {
    throw new Error('Nobody is at the door.');
  }
  return sessionId;
}

/** Who stands at the door by a link and what was found of them, as a professional who sees it says when letting them in. */
export async function arrivalOf(
  api: TestApi,
  { visitId, participantId }: { visitId: string; participantId: string },
): Promise<AdmitRequest> {
  const sessionId = await sessionOf(api, participantId);
  const people = [{ id: participantId, sessionId }];
  const { manager } = api.dataSource;
  const found = await api.get(IdentificationService).verdictsAtTheDoor(manager, visitId, people);
  return { arrivalId: sessionId, finding: arrivalFindingOf(found.get(participantId)?.verdict) };
}

/** Row ids of the browsers that opened a client's link, the latest first. */
export async function sessionIdsOf(api: TestApi, participantId: string): Promise<string[]> {
  const order = { createdAt: 'DESC' } as const;
  const rows = await api.dataSource.manager.find(DoorSessionRow, {
    where: { participantId },
    order,
  });
  return rows.map(({ id }) => id);
}

/**
 * Writes down that a door session was identified, as the identity provider's answer would have it.
 *
 * @param owner.sessionId - Row id of the door session.
 * @param result - How the identified name compares with the booked one.
 * @param more - What else the verdict says.
 */
export async function identify(
  api: TestApi,
  owner: { visitId: string; participantId: string; sessionId: string },
  result: VerdictResult = 'same-person',
  more: Partial<Verdict> = {},
): Promise<void> {
  const id = randomUUID();
  const { manager } = api.dataSource;
  const identifiedAt = api.clock.now();
  const visit = await manager.findOneByOrFail(VisitRow, { id: owner.visitId });
  const verdict = {
    result,
    basis: 'name',
    nameDiffers: result !== 'same-person',
    birthDateDiffers: false,
    assurance: 'substantial',
    identifiedAt: identifiedAt.toISOString(),
    method: 'bank',
    ...more,
  };
  const place = { table: 'identification', rowId: id };
  await manager.insert(IdentificationRow, {
    id,
    ...owner,
    organisationId: visit.organisationId,
    envelope: await api.get(Vault).seal(manager, owner.visitId, place, verdict),
    createdAt: identifiedAt,
  });
}

/** Comes to the waiting room, and is let in. */
export async function comeIn(
  api: TestApi,
  visit: Pick<BookedVisit, 'client' | 'link' | 'professional' | 'visitId' | 'participantId'>,
): Promise<void> {
  const { client, link, professional, visitId, participantId } = visit;
  await openDoor(client, link);
  await enter(client);
  const path = visitPath(visitId, `/participants/${participantId}/admit`);
  const admitted = await professional.post(path, {
    ...(await arrivalOf(api, visit)),
  });
  expect(admitted.status).toBe(204);
}

/**
 * A meeting node tells of somebody's line.
 *
 * @param who.nodeId - The node that tells.
 */
export async function report(
  api: TestApi,
  fact: 'connected' | 'disconnected' | 'left',
  who: { visitId: string; nodeId: string; role: 'client' | 'professional' },
): Promise<void> {
  const { visitId, nodeId, role } = who;
  const row = await api.dataSource.manager.findOneByOrFail(Participant, { visitId, role });
  const sessionId = row.sessionId ?? row.id;
  const { organisationId, id: participantId } = row;
  await api.get(MeetingAdmission)[fact]({
    organisationId,
    visitId,
    participantId,
    role,
    sessionId,
    nodeId,
  });
}

/** The client is let in, and both sit in the meeting, on a node that lives now. @returns The node's id. */
export async function meet(api: TestApi, visit: Parameters<typeof comeIn>[1]): Promise<string> {
  const nodeId = await announceNode(api);
  await comeIn(api, visit);
  await report(api, 'connected', { ...visit, nodeId, role: 'professional' });
  await report(api, 'connected', { ...visit, nodeId, role: 'client' });
  return nodeId;
}
