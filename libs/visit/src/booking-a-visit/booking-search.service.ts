import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { ClientIdentifierViews } from '@tapaamo/audit';
import { BookingRepository } from '@tapaamo/booking';
import { Clock } from '@tapaamo/common';
import {
  FOUND_BOOKINGS_MAX,
  type FoundBookings,
  type SearchBookingsRequest,
} from '@tapaamo/contracts';
import { beginsLike, nameWords } from '@tapaamo/identification';
import { Vault } from '@tapaamo/vault';
import type { EntityManager } from 'typeorm';
import type { Participant } from '../participant.entity.js';
import { openPerson } from '../people/open-person.js';
import { reach } from '../reach/reach.js';
import { BookedVisits, WITHOUT_TEAM } from './booked-visits.service.js';

type Client = Pick<Participant, 'id' | 'visitId' | 'envelope'>;

/** As plain rows: there are thousands, and making an entity of each takes as long as opening it. */
const CLIENTS = `SELECT id, visit_id AS "visitId", envelope FROM participant
  WHERE visit_id = ANY($1) AND role = 'client'`;

/**
 * Finds bookings by the client's name. There is no index of names, not even a blind one: the envelopes of what one
 * reaches are opened and compared in memory, and forgotten again with the request.
 */
@Injectable()
export class BookingSearch {
  constructor(
    private readonly views: ClientIdentifierViews,
    private readonly bookings: BookingRepository,
    private readonly booked: BookedVisits,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /**
   * Bookings whose client's name has a word that begins like each word that is remembered, whatever their order. Those
   * ahead come first, the next one at the top; then those that have been, the latest at the top.
   */
  async find(
    actor: StaffActor,
    { name, scope = 'own' }: SearchBookingsRequest,
  ): Promise<FoundBookings> {
    const remembered = nameWords(name);
    const relations = scope === 'team' ? {} : { relations: WITHOUT_TEAM };
    return this.views.show(actor, 'booking-search', async (tx) => {
      const reached = await this.#reached(tx, actor, relations);
      const called = await this.#called(tx, [...reached.keys()], remembered);
      const bookingIds = called.flatMap((visitId) => reached.get(visitId) ?? []);
      const most = FOUND_BOOKINGS_MAX + 1;
      const found = await this.bookings.nextFirst(tx, bookingIds, this.clock.now(), most);
      const shown = found.slice(0, FOUND_BOOKINGS_MAX);
      const bookings = await this.booked.ofBookings(tx, actor, shown);
      const answer = { bookings, hasMore: found.length > shown.length };
      return { answer, visitIds: bookings.map(({ visitId }) => visitId) };
    });
  }

  /** Ids of the bookings that one reaches, by visit. */
  async #reached(
    tx: EntityManager,
    { organisationId, professionalId }: StaffActor,
    relations: Pick<Parameters<typeof reach>[2], 'relations'>,
  ): Promise<Map<string, string>> {
    const present = { organisationId, now: this.clock.now() };
    const reached = await reach(tx, present, { professionalId, ...relations });
    return new Map(reached.map(({ visitId, bookingId }) => [visitId, bookingId]));
  }

  /** Which of the visits are with somebody who is called so. */
  async #called(
    tx: EntityManager,
    visitIds: string[],
    remembered: readonly string[],
  ): Promise<string[]> {
    if (remembered.length === 0) {
      return [];
    }
    const clients = await tx.query<Client[]>(CLIENTS, [visitIds]);
    const open = await this.vault.opener(tx, visitIds, 'hidden');
    const isCalled = (row: Client) => {
      const client = openPerson(row, open);
      return client !== null && isCalledLike(client.name, remembered);
    };
    return clients.filter(isCalled).map(({ visitId }) => visitId);
  }
}

function isCalledLike(name: string, remembered: readonly string[]): boolean {
  const words = nameWords(name);
  return remembered.every((part) => words.some((word) => beginsLike(word, part)));
}
