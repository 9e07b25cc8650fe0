import { Injectable } from '@nestjs/common';
import type {
  BookingStatus,
  CancelReason,
  Outcome,
  OutcomeReason,
  VisitRelation,
} from '@tapaamo/contracts';
import { sqlState } from '@tapaamo/database';
import { Any, type EntityManager } from 'typeorm';
import { BookingOverlapError } from './booking.errors.js';
import { BookingRow } from './booking.entity.js';
import { mayFollow } from './booking-status.js';

/** SQLSTATE of a violated exclusion constraint. */
const EXCLUSION_VIOLATION = '23P01';

/** That an outcome is another than was recorded. */
interface Correction {
  before: Outcome;
  outcome: Outcome;
  reason: OutcomeReason;
  correctedAt: Date;
  relation: VisitRelation;
}

/** Of a booking whose outcome is what was recorded. */
export const NOT_CORRECTED = {
  firstOutcome: null,
  correctedAt: null,
  correctedBy: null,
  outcomeReason: null,
} as const;

const NEXT_FIRST = `SELECT id FROM booking WHERE id = ANY($1)
  ORDER BY ends_at > $2 DESC, CASE WHEN ends_at > $2 THEN starts_at END, starts_at DESC, id LIMIT $3`;

/** Rows of bookings. */
@Injectable()
export class BookingRepository {
  /** @throws BookingOverlapError (`booking.overlap`): decided by the database, whatever runs in parallel. */
  async insert(tx: EntityManager, booking: BookingRow): Promise<void> {
    await decided(tx.insert(BookingRow, booking), 'time');
  }

  /**
   * Gives a booking another professional, who answers for it from now on: who booked may not be there any more, and does not
   * reach it.
   *
   * @throws BookingOverlapError (`booking.overlap`): decided by the database, whatever runs in parallel.
   */
  async handOver(tx: EntityManager, id: string, professionalId: string): Promise<void> {
    const change = { professionalId, bookedBy: professionalId, version: () => 'version + 1' };
    await decided(tx.update(BookingRow, { id }, change), 'professionalId');
  }

  /**
   * Gives a booking another time. Who waits for the earlier one has not arrived for this one.
   *
   * @throws BookingOverlapError (`booking.overlap`): decided by the database, whatever runs in parallel.
   */
  async move(
    tx: EntityManager,
    booking: BookingRow,
    time: { startsAt: Date; endsAt: Date },
  ): Promise<BookingRow> {
    const stays = time.startsAt.getTime() === booking.startsAt.getTime();
    const change = {
      ...time,
      version: booking.version + 1,
      status: stays ? booking.status : ('booked' as const),
    };
    await decided(tx.update(BookingRow, { id: booking.id }, change), 'time');
    return Object.assign(booking, change);
  }

  /** Which of these times a professional has taken, as far as can be seen before writing; in their order. */
  async taken<Time extends { startsAt: Date; endsAt: Date }>(
    tx: EntityManager,
    professionalId: string,
    times: readonly Time[],
  ): Promise<Time[]> {
    const taking = await tx
      .createQueryBuilder(BookingRow, 'booking')
      .where(
        "booking.professional_id = :professionalId AND booking.status IN ('booked', 'arrived')",
      )
      .andWhere('booking.ends_at > :first AND booking.starts_at < :last')
      .setParameters({
        professionalId,
        first: times[0]?.startsAt ?? new Date(0),
        last: times.at(-1)?.endsAt ?? new Date(0),
      })
      .getMany();
    return times.filter(({ startsAt, endsAt }) =>
      taking.some((other) => other.startsAt < endsAt && other.endsAt > startsAt),
    );
  }

  /** @returns Bookings by id, the earliest first. */
  async byIds(tx: EntityManager, ids: string[]): Promise<BookingRow[]> {
    return tx.find(BookingRow, { where: { id: Any(ids) }, order: { startsAt: 'ASC', id: 'ASC' } });
  }

  /**
   * The first of some bookings as somebody looks for them: those ahead, the next one at the top, then those that have been,
   * the latest at the top.
   */
  async nextFirst(tx: EntityManager, ids: string[], now: Date, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(NEXT_FIRST, [ids, now, limit]);
    return rows.map(({ id }) => id);
  }

  /** Changes the state, of the row in hand too, when it may follow the present one. @returns Whether it did. */
  async transition(
    tx: EntityManager,
    booking: BookingRow,
    to: BookingStatus,
    cancelReason: CancelReason | null = null,
  ): Promise<boolean> {
    if (!mayFollow(booking.status, to)) {
      return false;
    }
    const change =
      to === 'cancelled'
        ? { status: to, cancelReason, version: booking.version + 1 }
        : { status: to };
    const { affected } = await tx.update(
      BookingRow,
      { id: booking.id, status: booking.status },
      change,
    );
    if (affected !== 1) {
      return false;
    }
    Object.assign(booking, change);
    return true;
  }

  /**
   * Gives a booking that is over another outcome. What was recorded first is kept with it, and what it was called off for;
   * what is again as it was first was never corrected.
   */
  async correct(
    tx: EntityManager,
    { id, version, firstOutcome }: BookingRow,
    { before, outcome: status, reason, correctedAt, relation }: Correction,
  ): Promise<void> {
    const first = firstOutcome ?? before;
    const corrected =
      first === status
        ? NOT_CORRECTED
        : { firstOutcome: first, correctedAt, correctedBy: relation, outcomeReason: reason };
    await tx.update(BookingRow, { id }, { status, ...corrected, version: version + 1 });
  }
}

/** Writes a booking. @param field - Of the request, that an overlap is told of. @throws BookingOverlapError */
async function decided(writing: Promise<unknown>, field: string): Promise<void> {
  try {
    await writing;
  } catch (error) {
    throw sqlState(error) === EXCLUSION_VIOLATION ? new BookingOverlapError(field) : error;
  }
}
