import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { BookingRepository, bookingTime, clientContact } from '@tapaamo/booking';
import { Clock, Randomness } from '@tapaamo/common';
import type { CreateBookingRequest } from '@tapaamo/contracts';
import { OrganisationService } from '@tapaamo/organisation';
import { purgeDueAt } from '@tapaamo/retention';
import { Vault } from '@tapaamo/vault';
import type { EntityManager } from 'typeorm';
import { VisitRow } from '../visit.entity.js';
import { NewParticipants } from './new-participants.js';

/** The use case "a professional books a visit". */
@Injectable()
export class BookVisitService {
  constructor(
    private readonly organisations: OrganisationService,
    private readonly bookings: BookingRepository,
    private readonly participants: NewParticipants,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Books a visit: booking, visit, participants with the client sealed, and the invitation.
   *
   * @param tx - A transaction of the caller's, in which the booking is also read for the answer: a second connection
   *   might not be had when many book at once, and who hears of a failure books again.
   * @returns The visit's id.
   * @throws DeniedOrMissingError for another organisation's service; the errors of `bookingTime`, `clientContact` and
   *   BookingOverlapError.
   */
  async book(tx: EntityManager, actor: StaffActor, request: CreateBookingRequest): Promise<string> {
    const { organisationId, professionalId } = actor;
    const client = clientContact(request);
    const [bookingId, visitId] = [this.randomness.uuid(), this.randomness.uuid()];
    const createdAt = this.clock.now();
    const { service, policy } = await this.organisations.bookableService(
      tx,
      organisationId,
      request.serviceId,
    );
    const durationMinutes = request.durationMinutes ?? service.durationMinutes;
    const time = bookingTime(
      { date: request.date, time: request.time, durationMinutes },
      createdAt,
    );
    const { identificationLevel, discreet } = service;
    const terms = { serviceId: service.id, identificationLevel, discreet };
    const plan = { id: bookingId, organisationId, professionalId, ...terms, ...time };
    await this.bookings.insert(tx, { ...plan, status: 'booked', createdAt });
    const dueAt = purgeDueAt(policy, { scheduledEnd: time.endsAt, actualEnd: null });
    await this.vault.createVisitKey(tx, { visitId, organisationId, dueAt });
    await tx.insert(VisitRow, {
      id: visitId,
      organisationId,
      bookingId,
      mediaNodeId: null,
      endedAt: null,
      lastMetAt: null,
      purgeDueAt: dueAt,
      retentionPolicyId: policy.id,
      createdAt,
    });
    await this.participants.ensureProfessional(tx, { organisationId, visitId }, professionalId);
    await this.participants.addClient(
      tx,
      { visitId, organisationId, startsAt: time.startsAt, discreet },
      client,
    );
    const target = { kind: 'visit' as const, id: visitId };
    await this.audit.append(tx, {
      ...byStaff(actor),
      event: 'booking.created',
      target,
      details: {},
    });
    return visitId;
  }
}
