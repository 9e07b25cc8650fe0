import type { ParticipantRole, UnidentifiedReason } from '@tapaamo/contracts';
import { OutboxMessage } from '@tapaamo/notification';
import { Vault } from '@tapaamo/vault';
import { Participant } from '@tapaamo/visit';
import type { ApiAnswer, ApiClient } from './api-client.js';
import { bookedVisit, type BookedVisit } from './booked-visit.js';
import { arrivalOf, enter, openDoor, visitPath } from './door.js';
import type { TestApi } from './start-api.js';

/** The people who are asked besides a child; each can be reached by a number or an address of their own. */
export const MOTHER = { role: 'guardian', name: 'Liisa Virtanen', phone: '+358402000001' };
export const FATHER = { role: 'guardian', name: 'Mikko Mäkelä', email: 'mikko@example.fi' };
export const INTERPRETER = {
  role: 'interpreter',
  name: 'Omar Ali',
  phone: '+358402000003',
  interpreterLanguage: 'so',
};
export const STUDENT = { role: 'observer', name: 'Olli Opiskelija', email: 'olli@example.fi' };
export const FRIEND = { role: 'support-person', name: 'Tiina Laine', phone: '+358402000005' };
export const OUTSIDER = { role: 'colleague', name: 'Ville Vieras', email: 'ville@example.com' };

/** The booking of a child. */
export const CHILD = { clientName: 'Onni Virtanen', clientPhone: undefined, clientIsMinor: true };

/** Somebody of a visit, and their browser. */
export interface Person {
  participantId: string;
  role: ParticipantRole;
  /** Secret of their link. */
  link: string;
  client: ApiClient;
}

/** A visit and everybody who comes to it by a link, by their role; the first of each. */
export interface VisitOfMany extends BookedVisit {
  people: Person[];
  person: (role: ParticipantRole) => Person;
}

/** Books a visit whose participants can all be reached. @param service - As for `bookedVisit`. */
export async function visitOfMany(
  api: TestApi,
  service: Parameters<typeof bookedVisit>[1],
  changes: Parameters<typeof bookedVisit>[2] = {},
): Promise<VisitOfMany> {
  const visit = await bookedVisit(api, service, changes);
  const people = await peopleOf(api, visit.visitId);
  const person = (role: ParticipantRole) => {
    const found = people.find((one) => one.role === role);
    if (found === undefined) {
      throw new Error(`The visit has no ${role}.`);
    }
    return found;
  };
  return { ...visit, people, person };
}

/** Everybody who was invited to a visit, in the order in which they were added. */
export async function peopleOf(api: TestApi, visitId: string): Promise<Person[]> {
  const { manager } = api.dataSource;
  const kind = 'invitation';
  const invitations = await manager.findBy(OutboxMessage, { visitId, kind });
  const rows = await manager.find(Participant, { where: { visitId }, order: { createdAt: 'ASC' } });
  const open = await api.get(Vault).opener(manager, [visitId]);
  return rows.flatMap(({ id, role }) => {
    const message = invitations.find(({ participantId }) => participantId === id);
    const place = { table: 'outbox_message', rowId: message?.id ?? '' };
    const opened = message && open<{ text: string }>(visitId, place, message.envelope);
    const link = /\/v#([\w-]{43})/.exec(opened?.text ?? '')?.[1];
    return link === undefined ? [] : [{ participantId: id, role, link, client: api.client() }];
  });
}

/** Opens the own link and comes to the waiting room. */
export async function arrive({ client, link }: Person): Promise<void> {
  await openDoor(client, link);
  await enter(client);
}

/** The professional lets one person in, with a reason for who was not identified as booked. */
export async function letIn(
  api: TestApi,
  { professional, visitId }: BookedVisit,
  { participantId }: Person,
  reason?: UnidentifiedReason,
): Promise<ApiAnswer> {
  const path = visitPath(visitId, `/participants/${participantId}/admit`);
  return professional.post(path, { ...(await arrivalOf(api, { visitId, participantId })), reason });
}
