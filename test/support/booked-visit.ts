import type { Booking } from '@tapaamo/contracts';
import type { Service } from '@tapaamo/organisation';
import type { Professional } from '@tapaamo/professional';
import type { ApiClient } from './api-client.js';
import { book, clientOf, linkOf } from './builders/booking-builder.js';
import type { BuiltOrganisation } from './builders/organisation-builder.js';
import { buildProfessional } from './builders/professional-builder.js';
import type { TestApi } from './start-api.js';

/** A visit that was booked through the API, and the two browsers it concerns. */
export interface BookedVisit {
  visitId: string;
  booking: Booking;
  /** Secret of the client's link. */
  link: string;
  /** The client's participant. */
  participantId: string;
  account: Professional;
  /** The professional's signed-in browser. */
  professional: ApiClient;
  /** The client's browser, which has not opened the link yet. */
  client: ApiClient;
}

/**
 * Books a visit with a professional of its own, so that visits of one test file do not overlap.
 *
 * @param changes - What is typed differently; the visit is at 10.15, a quarter of an hour after the tests' present.
 */
export async function bookedVisit(
  api: TestApi,
  service: Service & BuiltOrganisation,
  changes: Parameters<typeof book>[2] = {},
): Promise<BookedVisit> {
  const account = await buildProfessional(api.dataSource, service);
  const professional = api.client();
  await professional.signIn(account.email);
  const booking = await book(professional, service, changes);
  const { visitId } = booking;
  return {
    visitId,
    booking,
    link: await linkOf(api, visitId),
    participantId: (await clientOf(api, visitId)).id,
    account,
    professional,
    client: api.client(),
  };
}
