import { Inject, Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import {
  BookingRepository,
  bookingTime,
  clientContact,
  type ClientContact,
} from '@tapaamo/booking';
import { Clock, Randomness, hashSecret, newSecret } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import type { Booking, CreateBookingRequest } from '@tapaamo/contracts';
import { Outbox } from '@tapaamo/notification';
import { OrganisationService, nameOf } from '@tapaamo/organisation';
import { purgeDueAt } from '@tapaamo/retention';
import { Vault } from '@tapaamo/vault';
import { DataSource, type EntityManager } from 'typeorm';
import { Participant } from '../participant.entity.js';
import { VisitRow } from '../visit.entity.js';
import { BookedVisits } from './booked-visits.service.js';

/** Path of the client's door; the link's secret follows in the fragment and so reaches no server log. */
const DOOR_PATH = '/v';

/** The use case "a professional books a visit". */
@Injectable()
export class BookVisitService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly organisations: OrganisationService,
    private readonly bookings: BookingRepository,
    private readonly bookedVisits: BookedVisits,
    private readonly vault: Vault,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Books a visit: booking, visit, participants with the client sealed, and the invitation, in one transaction.
   *
   * @returns The booking as the professional sees it.
   * @throws DeniedOrMissingError for another organisation's service; the errors of `bookingTime`, `clientContact` and
   *   BookingOverlapError.
   */
  async book(actor: StaffActor, request: CreateBookingRequest): Promise<Booking> {
    const client = clientContact(request);
    const visitId = await this.dataSource.transaction((tx) =>
      this.#book(tx, actor, request, client),
    );
    return this.bookedVisits.one(actor, visitId);
  }

  async #book(
    tx: EntityManager,
    actor: StaffActor,
    request: CreateBookingRequest,
    client: ClientContact,
  ): Promise<string> {
    const { organisationId, professionalId } = actor;
    const now = this.clock.now();
    const { service, policy } = await this.organisations.bookableService(
      tx,
      organisationId,
      request.serviceId,
    );
    const durationMinutes = request.durationMinutes ?? service.durationMinutes;
    const time = bookingTime({ date: request.date, time: request.time, durationMinutes }, now);
    const [bookingId, visitId] = [this.randomness.uuid(), this.randomness.uuid()];
    await this.bookings.insert(tx, {
      id: bookingId,
      organisationId,
      serviceId: service.id,
      professionalId,
      ...time,
      status: 'booked',
      createdAt: now,
    });
    const dueAt = purgeDueAt(policy, { scheduledEnd: time.endsAt, endedAt: null });
    await this.vault.createVisitKey(tx, { visitId, organisationId, dueAt });
    await tx.insert(VisitRow, {
      id: visitId,
      organisationId,
      bookingId,
      mediaNodeId: null,
      endedAt: null,
      purgeDueAt: dueAt,
      retentionPolicyId: policy.id,
      createdAt: now,
    });
    await this.#addProfessional(tx, visitId, professionalId, now);
    await this.#addClient(tx, { visitId, organisationId, startsAt: time.startsAt }, client, now);
    return visitId;
  }

  async #addProfessional(
    tx: EntityManager,
    visitId: string,
    professionalId: string,
    now: Date,
  ): Promise<void> {
    const participant = { ...this.#newParticipant(visitId, now), professionalId };
    await tx.insert(Participant, { ...participant, role: 'professional', admission: 'admitted' });
  }

  async #addClient(
    tx: EntityManager,
    visit: { visitId: string; organisationId: string; startsAt: Date },
    client: ClientContact,
    now: Date,
  ): Promise<void> {
    const { visitId } = visit;
    const participant = this.#newParticipant(visitId, now);
    const secret = newSecret(this.randomness);
    const place = { table: 'participant', rowId: participant.id };
    await tx.insert(Participant, {
      ...participant,
      role: 'client',
      admission: 'outside',
      envelope: await this.vault.seal(tx, visitId, place, client),
      linkHash: hashSecret('link', secret),
    });
    const organisation = await this.organisations.organisation(tx, visit.organisationId);
    const link = `${this.config.PUBLIC_URL}${DOOR_PATH}#${secret}`;
    await this.outbox.invite(
      tx,
      { visitId, participantId: participant.id, phone: client.phone, email: client.email },
      { organisationName: nameOf(organisation), startsAt: visit.startsAt, link },
    );
  }

  #newParticipant(visitId: string, createdAt: Date) {
    return {
      id: this.randomness.uuid(),
      visitId,
      professionalId: null,
      envelope: null,
      linkHash: null,
      sessionId: null,
      connectedNodeId: null,
      arrivedAt: null,
      deviceCamera: null,
      deviceMicrophone: null,
      createdAt,
    };
  }
}
