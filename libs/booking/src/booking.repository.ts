import { Injectable } from '@nestjs/common';
import type { BookingStatus } from '@tapaamo/contracts';
import { sqlState } from '@tapaamo/database';
import { Any, type EntityManager } from 'typeorm';
import { BookingOverlapError } from './booking.errors.js';
import { BookingRow } from './booking.entity.js';
import { mayFollow } from './booking-status.js';

/** SQLSTATE of a violated exclusion constraint. */
const EXCLUSION_VIOLATION = '23P01';

/** Rows of bookings. */
@Injectable()
export class BookingRepository {
  /** @throws BookingOverlapError (`booking.overlap`): decided by the database, whatever runs in parallel. */
  async insert(tx: EntityManager, booking: BookingRow): Promise<void> {
    await decided(tx.insert(BookingRow, booking), 'time');
  }

  /**
   * Gives a booking another professional.
   *
   * @throws BookingOverlapError (`booking.overlap`): decided by the database, whatever runs in parallel.
   */
  async handOver(tx: EntityManager, id: string, professionalId: string): Promise<void> {
    await decided(tx.update(BookingRow, { id }, { professionalId }), 'professionalId');
  }

  /** @returns Bookings by id, the earliest first. */
  async byIds(tx: EntityManager, ids: string[]): Promise<BookingRow[]> {
    return tx.find(BookingRow, { where: { id: Any(ids) }, order: { startsAt: 'ASC', id: 'ASC' } });
  }

  /** Changes the state when it may follow the present one. @returns Whether it did. */
  async transition(tx: EntityManager, booking: BookingRow, to: BookingStatus): Promise<boolean> {
    if (!mayFollow(booking.status, to)) {
      return false;
    }
    const result = await tx.update(
      BookingRow,
      { id: booking.id, status: booking.status },
      { status: to },
    );
    return result.affected === 1;
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
