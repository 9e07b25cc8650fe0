import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import {
  BookingRepository,
  NOT_CORRECTED,
  type BookingRow,
  type PeopleOfABooking,
} from '@tapaamo/booking';
import { Clock, Randomness, TZDATA_VERSION } from '@tapaamo/common';
import { purgeDueAt, relationshipReviewAt, type RetentionPolicy } from '@tapaamo/retention';
import { Vault } from '@tapaamo/vault';
import type { EntityManager } from 'typeorm';
import { NO_DELAY } from '../door/delay.js';
import { sealReference } from '../reference/sealed-reference.js';
import { VisitMessages } from '../telling/visit-messages.js';
import type { VisitRef } from '../visit-ref.js';
import { VisitRow } from '../visit.entity.js';
import { NewParticipants } from './new-participants.js';

/** What is known of a visit before it is booked. */
export interface NewVisit {
  terms: Pick<
    BookingRow,
    | 'serviceId'
    | 'identificationLevel'
    | 'discreet'
    | 'seriesId'
    | 'clientIsMinor'
    | 'nonDisclosure'
  >;
  policy: RetentionPolicy;
  startsAt: Date;
  endsAt: Date;
  people: PeopleOfABooking;
  /** What the record system calls it. */
  recordReference: string | null;
  /** Before this instant nobody is invited; null for at once. */
  inviteAt: Date | null;
}

/**
 * Makes the rows of one visit: booking, key, visit, its people, and the message that invites. The audit log is told last,
 * by who makes them all: its chain is the whole organisation's.
 */
@Injectable()
export class NewVisits {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly participants: NewParticipants,
    private readonly messages: VisitMessages,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** @returns The visit's id. @throws BookingOverlapError (`booking.overlap`) */
  async add(tx: EntityManager, actor: StaffActor, visit: NewVisit): Promise<string> {
    const { organisationId, professionalId } = actor;
    const [bookingId, visitId] = [this.randomness.uuid(), this.randomness.uuid()];
    const { startsAt, endsAt, policy, terms } = visit;
    const createdAt = this.clock.now();
    const plan = { id: bookingId, organisationId, professionalId, ...terms, startsAt, endsAt };
    const state = {
      status: 'booked',
      version: 1,
      cancelReason: null,
      ...NOT_CORRECTED,
    } as const;
    const bookedBy = professionalId;
    const booking: BookingRow = { ...plan, ...state, bookedBy, createdAt };
    await this.bookings.insert(tx, booking);
    const end = { scheduledEnd: endsAt, actualEnd: null };
    const dueAt = purgeDueAt(policy, end);
    await this.vault.createVisitKey(tx, { visitId, organisationId, dueAt });
    await tx.insert(VisitRow, {
      id: visitId,
      organisationId,
      bookingId,
      mediaNodeId: null,
      endedAt: null,
      firstMetAt: null,
      lastMetAt: null,
      ...NO_DELAY,
      sealedReference: await sealReference(this.vault, tx, visitId, visit.recordReference),
      purgeDueAt: dueAt,
      purgeTzdata: TZDATA_VERSION,
      retentionPolicyId: policy.id,
      relationshipEndedAt: null,
      relationshipReviewAt: relationshipReviewAt(policy.reviewPeriod, end),
      createdAt,
    });
    const ref = { organisationId, visitId };
    await this.participants.ensureProfessional(tx, ref, professionalId);
    await this.#ask(tx, booking, ref, visit);
    return visitId;
  }

  /** Each person gets an envelope, a link and messages of their own. */
  async #ask(
    tx: EntityManager,
    booking: BookingRow,
    ref: VisitRef,
    { people, inviteAt }: NewVisit,
  ): Promise<void> {
    const client = { ...people.client, role: 'client' } as const;
    for (const { role, ...person } of [client, ...people.companions]) {
      const participant = await this.participants.addPerson(tx, ref, role, person);
      await this.messages.invite(tx, booking, participant, inviteAt ?? undefined);
    }
  }
}
