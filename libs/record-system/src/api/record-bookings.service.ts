import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { BookingRow } from '@tapaamo/booking';
import { Clock, DeniedOrMissingError } from '@tapaamo/common';
import type {
  MoveVisitRequest,
  RecordBooking,
  RecordBookingRequest,
  RecordCancelRequest,
} from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Colleagues } from '@tapaamo/professional';
import { BookVisitService, CancelVisitService, MoveVisitService } from '@tapaamo/visit';
import type { EntityManager } from 'typeorm';
import type { RecordActor } from '../keys/record-callers.js';
import { RecordAnswers, type Asked } from './record-answers.js';
import { recordedVisit } from './recorded-visit.js';

/** The use cases that change bookings. */
@Injectable()
export class RecordUseCases {
  constructor(
    readonly booking: BookVisitService,
    readonly moving: MoveVisitService,
    readonly cancelling: CancelVisitService,
  ) {}
}

/**
 * What a record system does to bookings. Each is a professional's, whose the visit is: booked by them as far as anybody
 * sees contact data, and by the key as the audit log tells it (README).
 */
@Injectable()
export class RecordBookings {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly colleagues: Colleagues,
    private readonly uses: RecordUseCases,
    private readonly answers: RecordAnswers,
    private readonly clock: Clock,
  ) {}

  /**
   * Books a visit for a professional of the organisation, once for an idempotency key.
   *
   * @throws CannotMeetClientsError (`staff.cannot-meet-clients`); the errors of `BookVisitService.book`;
   *   RequestKeyReusedError
   */
  async book(
    actor: RecordActor,
    requestKey: string,
    request: RecordBookingRequest,
  ): Promise<RecordBooking> {
    const { professionalId, ...booking } = request;
    const asked = { requestKey, act: 'book', body: request };
    return this.#once(actor, asked, async (tx) => {
      await this.colleagues.require(tx, actor.organisationId, professionalId);
      return this.uses.booking.book(tx, standingFor(actor, professionalId), booking);
    });
  }

  /** @throws The errors of `MoveVisitService.move`; CannotMeetClientsError; RequestKeyReusedError */
  async move(
    actor: RecordActor,
    requestKey: string | undefined,
    visitId: string,
    request: MoveVisitRequest,
  ): Promise<RecordBooking> {
    const asked = { requestKey, act: `move ${visitId}`, body: request };
    return this.#once(actor, asked, async (tx) => {
      const { professionalId } = await this.#lockedBooking(tx, actor, visitId);
      // Nobody is given a time with who has left: somebody takes the visit over first.
      await this.colleagues.require(tx, actor.organisationId, professionalId);
      await this.uses.moving.move(tx, standingFor(actor, professionalId), visitId, request);
      return visitId;
    });
  }

  /** @throws The errors of `CancelVisitService.cancel`; RequestKeyReusedError */
  async cancel(
    actor: RecordActor,
    requestKey: string | undefined,
    visitId: string,
    request: RecordCancelRequest,
  ): Promise<RecordBooking> {
    const asked = { requestKey, act: `cancel ${visitId}`, body: request };
    return this.#once(actor, asked, async (tx) => {
      const { professionalId } = await this.#lockedBooking(tx, actor, visitId);
      await this.uses.cancelling.cancel(tx, standingFor(actor, professionalId), visitId, request);
      return visitId;
    });
  }

  #once(
    actor: RecordActor,
    asked: Asked,
    act: (tx: EntityManager) => Promise<string>,
  ): Promise<RecordBooking> {
    return this.scope.of(actor.organisationId, (tx) =>
      this.answers.once(tx, actor, asked, () => act(tx)),
    );
  }

  /** Locked, so that nobody hands the visit over meanwhile. */
  async #lockedBooking(
    tx: EntityManager,
    { organisationId }: RecordActor,
    visitId: string,
  ): Promise<BookingRow> {
    const present = { organisationId, now: this.clock.now(), lock: true };
    const found = await recordedVisit(tx, visitId, present);
    if (found === null) {
      throw new DeniedOrMissingError();
    }
    return found.booking;
  }
}

/** The professional whose visit it is, by the key: that is told to the audit log. */
function standingFor({ organisationId, keyId }: RecordActor, professionalId: string): StaffActor {
  return { organisationId, professionalId, roles: ['professional'], recordKeyId: keyId };
}
