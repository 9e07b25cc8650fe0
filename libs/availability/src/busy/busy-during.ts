import { BookingRow } from '@tapaamo/booking';
import { DeniedOrMissingError, RequestInvalidError, addDays } from '@tapaamo/common';
import { BUSY_DAYS_MAX } from '@tapaamo/contracts';
import { CannotMeetClientsError, type Colleagues } from '@tapaamo/professional';
import { In, LessThan, MoreThan, type EntityManager } from 'typeorm';
import { busyElsewhere } from '../external/busy-elsewhere.js';
import { clipped, gapsIn, type Span } from '../spans/spans.js';
import { workingSpans, type KeptHours } from '../working-hours/hours-of-day.js';

/** Days are asked for in order, and not too many at once. @throws RequestInvalidError (`field.invalid`) */
export function requireFewDays({ from, to }: { from: string; to: string }): void {
  if (to < from || to > addDays(from, BUSY_DAYS_MAX - 1)) {
    throw new RequestInvalidError([{ field: 'to', code: 'field.invalid' }]);
  }
}

/** @throws DeniedOrMissingError for whom the organisation's staff cannot give visits to */
export async function requireMeetsClients(
  colleagues: Colleagues,
  tx: EntityManager,
  organisationId: string,
  id: string,
): Promise<void> {
  try {
    await colleagues.require(tx, organisationId, id);
  } catch (error) {
    throw error instanceof CannotMeetClientsError ? new DeniedOrMissingError() : error;
  }
}

/** The visits that take a professional's time, the earliest first. */
export function bookingsDuring(
  tx: EntityManager,
  professionalId: string,
  { startsAt, endsAt }: Span,
): Promise<Pick<BookingRow, 'id' | 'startsAt' | 'endsAt'>[]> {
  return tx.find(BookingRow, {
    select: { id: true, startsAt: true, endsAt: true },
    where: {
      professionalId,
      status: In(['booked', 'arrived']),
      startsAt: LessThan(endsAt),
      endsAt: MoreThan(startsAt),
    },
    order: { startsAt: 'ASC' },
  });
}

/**
 * When somebody has no time: visits, the calendar they keep elsewhere, and what is not their working time, put together.
 *
 * @param hours - That they keep.
 */
export async function busyDuring(
  tx: EntityManager,
  professionalId: string,
  whole: Span,
  hours: KeptHours,
): Promise<Span[]> {
  const booked = await bookingsDuring(tx, professionalId, whole);
  const free = gapsIn(whole, workingSpans(hours, whole));
  return clipped(whole, [...booked, ...free, ...(await busyElsewhere(tx, professionalId, whole))]);
}
