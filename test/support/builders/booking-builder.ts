import { bookingSchema, type Booking, type CreateBookingRequest } from '@tapaamo/contracts';
import type { Service } from '@tapaamo/organisation';
import { Vault } from '@tapaamo/vault';
import { Participant, type SealedPerson } from '@tapaamo/visit';
import { OutboxMessage } from '@tapaamo/notification';
import { expectAnswer, type ApiClient } from '../api-client.js';
import type { TestApi } from '../start-api.js';

/** What a professional types, with `changes`. The start is a quarter of an hour after the tests' present. */
export function bookingRequest(
  service: Pick<Service, 'id'>,
  changes: Partial<Record<keyof CreateBookingRequest, unknown>> = {},
): Record<string, unknown> {
  return {
    serviceId: service.id,
    date: '2027-02-10',
    time: '10:15',
    clientName: 'Aino Virtanen',
    clientPhone: '040 123 4567',
    ...changes,
  };
}

/** Books through the API as the signed-in professional. */
export async function book(
  professional: ApiClient,
  service: Pick<Service, 'id'>,
  changes: Partial<Record<keyof CreateBookingRequest, unknown>> = {},
): Promise<Booking> {
  const answer = await professional.post('/api/bookings', bookingRequest(service, changes));
  return expectAnswer(answer, 201, bookingSchema);
}

/** What the invitation of a visit says, opened as the job runner would. */
export async function invitationOf(
  api: TestApi,
  visitId: string,
): Promise<{ to: string; subject: string; text: string }> {
  const { manager } = api.dataSource;
  const message = await manager.findOneOrFail(OutboxMessage, {
    where: { visitId, kind: 'invitation' },
    order: { createdAt: 'DESC' },
  });
  const place = { table: 'outbox_message', rowId: message.id };
  return api.get(Vault).open(manager, visitId, place, message.envelope);
}

/** The secret in the client's link, as it stands in the unsent invitation. */
export async function linkOf(api: TestApi, visitId: string): Promise<string> {
  const { text } = await invitationOf(api, visitId);
  const secret = /\/v#([\w-]{43})/.exec(text)?.[1];
  if (secret === undefined) {
    throw new Error('The invitation has no link.');
  }
  return secret;
}

/** The client's row of a visit. */
export async function clientOf(api: TestApi, visitId: string): Promise<Participant> {
  return api.dataSource.manager.findOneByOrFail(Participant, { visitId, role: 'client' });
}

/** What is sealed of the client, opened. @throws VaultSealedError once the visit is due. */
export async function sealedClientOf(api: TestApi, visitId: string): Promise<SealedPerson> {
  const { id, envelope } = await clientOf(api, visitId);
  const place = { table: 'participant', rowId: id };
  return api.get(Vault).open(api.dataSource.manager, visitId, place, envelope ?? Buffer.alloc(0));
}
