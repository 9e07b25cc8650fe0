import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { BookingRow } from '@tapaamo/booking';
import { Clock, DeniedOrMissingError } from '@tapaamo/common';
import type { CancelReason, CancelVisitRequest, VisitRelation } from '@tapaamo/contracts';
import { In, MoreThan, type EntityManager } from 'typeorm';
import { VisitClosing } from '../ending/visit-closing.js';
import type { ReachedVisit } from '../reach/reached-visit.js';
import { VisitRow } from '../visit.entity.js';
import { VisitAlreadyMetError, VisitEndedError } from '../visit.errors.js';
import { changeableVisit } from './changeable-visit.js';

/** Why a later visit of a series is left as it is. */
const STAYING = [VisitAlreadyMetError, VisitEndedError, DeniedOrMissingError] as const;

/** The use case "a visit is called off". */
@Injectable()
export class CancelVisitService {
  constructor(
    private readonly closing: VisitClosing,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Calls a visit off, and the later ones of its series where that is wished. Who has heard of them is told; what
   * identifies the client is forgotten one period from now on.
   *
   * @param tx - A transaction of the caller's, in which the booking is also read for the answer.
   * @returns By what the actor reached it.
   * @throws The errors of `changeableVisit`; VisitEndedError once its booked end has passed
   */
  async cancel(
    tx: EntityManager,
    actor: StaffActor,
    visitId: string,
    { version, reason, following = false }: CancelVisitRequest,
  ): Promise<VisitRelation> {
    const now = this.clock.now();
    const first = await changeableVisit(tx, actor, visitId, { now, version });
    // What has become of it by then is decided by facts.
    if (first.booking.endsAt <= now) {
      throw new VisitEndedError();
    }
    await this.#callOff(tx, actor, first, reason);
    for (const later of following ? await laterInSeries(tx, first.booking) : []) {
      const reached = await this.#ifChangeable(tx, actor, later, now);
      if (reached !== null) {
        await this.#callOff(tx, actor, reached, reason);
      }
    }
    return first.relation;
  }

  /**
   * Locks a later visit. @returns Null for one that stays: it is over, people have met in it, or it is beyond the actor's
   * reach, as for a stand-in who is back to their own work by then.
   */
  async #ifChangeable(
    tx: EntityManager,
    actor: StaffActor,
    { id, version }: BookingRow,
    now: Date,
  ): Promise<ReachedVisit | null> {
    const { id: visitId } = await tx.findOneByOrFail(VisitRow, { bookingId: id });
    try {
      return await changeableVisit(tx, actor, visitId, { now, version });
    } catch (error) {
      if (STAYING.some((kind) => error instanceof kind)) {
        return null;
      }
      throw error;
    }
  }

  async #callOff(
    tx: EntityManager,
    actor: StaffActor,
    { visit, booking }: ReachedVisit,
    reason: CancelReason,
  ): Promise<void> {
    const endedAt = this.clock.now();
    await this.closing.close(tx, visit, booking, { endedAt, cancelled: reason });
    const target = { kind: 'visit', id: visit.id } as const;
    await this.audit.append(tx, {
      ...byStaff(actor),
      event: 'booking.cancelled',
      target,
      details: { reason },
    });
  }
}

/** What comes after a booking in its series and was not handed over, the earliest first: in this order they are locked. */
async function laterInSeries(
  tx: EntityManager,
  { seriesId, professionalId, startsAt }: BookingRow,
): Promise<BookingRow[]> {
  return seriesId === null
    ? []
    : tx.find(BookingRow, {
        where: {
          seriesId,
          professionalId,
          startsAt: MoreThan(startsAt),
          status: In(['booked', 'arrived']),
        },
        order: { startsAt: 'ASC' },
      });
}
