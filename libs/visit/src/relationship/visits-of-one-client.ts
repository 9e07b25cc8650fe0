import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { Clock } from '@tapaamo/common';
import type { VisitRelation } from '@tapaamo/contracts';
import { nameWords } from '@tapaamo/identification';
import { Vault } from '@tapaamo/vault';
import type { EntityManager } from 'typeorm';
import type { Participant, SealedPerson } from '../participant.entity.js';
import { openPerson } from '../people/open-person.js';
import { reach } from '../reach/reach.js';
import type { ReachedVisit } from '../reach/reached-visit.js';

/** By what somebody decides about a visit; sharing is for looking. */
const DECIDING: readonly VisitRelation[] = ['own', 'stand-in', 'team'];

type Client = Pick<Participant, 'id' | 'visitId' | 'envelope'> & { seriesId: string | null };

/**
 * Of these visits those of a service and a professional that count from the end of a relationship that nobody has ended, with
 * their client.
 */
const CLIENTS = `SELECT participant.id, visit.id AS "visitId", envelope, series_id AS "seriesId"
  FROM visit JOIN booking ON booking.id = visit.booking_id
  LEFT JOIN participant ON participant.visit_id = visit.id AND role = 'client'
  WHERE visit.id = ANY ($1) AND service_id = $2 AND booking.professional_id = $3 AND relationship_review_at IS NOT NULL`;

/**
 * Finds the visits of one client in one service. Nothing in the database tells that two visits are of the same client: their
 * envelopes are opened and compared in memory, and forgotten again with the request.
 */
@Injectable()
export class VisitsOfOneClient {
  constructor(
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /**
   * The visit itself and, of what the actor decides about and is the same professional's, its series and every other visit
   * whose client has the same name and the same phone, e-mail or identity code. In the order of their ids, in which they can
   * be locked.
   */
  async find(
    tx: EntityManager,
    { organisationId, professionalId }: StaffActor,
    { visit, booking }: ReachedVisit,
  ): Promise<string[]> {
    const present = { organisationId, now: this.clock.now() };
    const reached = await reach(tx, present, { professionalId, relations: DECIDING });
    const visitIds = [...new Set([visit.id, ...reached.map(({ visitId }) => visitId)])];
    const { serviceId, professionalId: whose } = booking;
    const clients = await tx.query<Client[]>(CLIENTS, [visitIds, serviceId, whose]);
    const open = await this.vault.opener(tx, visitIds, 'hidden');
    const own = clients.find(({ visitId }) => visitId === visit.id);
    const client = own === undefined ? null : openPerson(own, open);
    const isSame = (other: Client) =>
      other.visitId === visit.id ||
      (booking.seriesId !== null && other.seriesId === booking.seriesId) ||
      (client !== null && isSamePerson(client, openPerson(other, open)));
    return clients
      .filter(isSame)
      .map(({ visitId }) => visitId)
      .toSorted();
  }
}

function isSamePerson(one: SealedPerson, other: SealedPerson | null): boolean {
  return (
    other !== null &&
    nameWords(one.name).join(' ') === nameWords(other.name).join(' ') &&
    ((one.phone !== null && one.phone === other.phone) ||
      (one.email !== null && one.email.toLowerCase() === other.email?.toLowerCase()) ||
      (typeof one.hetu === 'string' && one.hetu === other.hetu))
  );
}
