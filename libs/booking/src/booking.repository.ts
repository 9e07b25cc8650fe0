import { Injectable } from '@nestjs/common';
import type { BookingStatus } from '@tapaamo/contracts';
import { sqlState } from '@tapaamo/database';
import { In, type EntityManager } from 'typeorm';
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
    try {
      await tx.insert(BookingRow, booking);
    } catch (error) {
      throw sqlState(error) === EXCLUSION_VIOLATION ? new BookingOverlapError() : error;
    }
  }

  /** Bookings of one professional whose start lies in [from, to), earliest first. */
  async listOf(
    tx: EntityManager,
    professional: { professionalId: string; organisationId: string },
    from: Date,
    to: Date,
  ): Promise<BookingRow[]> {
    return tx
      .createQueryBuilder(BookingRow, 'booking')
      .where({
        professionalId: professional.professionalId,
        organisationId: professional.organisationId,
      })
      .andWhere('booking.starts_at >= :from AND booking.starts_at < :to', { from, to })
      .orderBy('booking.starts_at', 'ASC')
      .addOrderBy('booking.id', 'ASC')
      .getMany();
  }

  /** @returns Bookings by id, in no order. */
  async byIds(tx: EntityManager, ids: string[]): Promise<BookingRow[]> {
    return tx.findBy(BookingRow, { id: In(ids) });
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
