import { BookingRow } from '@tapaamo/booking';
import type { EntityManager } from 'typeorm';
import { VisitRow } from '../visit.entity.js';

/** Whether the client of a visit was booked as a minor. */
export async function isOfChild(tx: EntityManager, visitId: string): Promise<boolean> {
  const { bookingId } = await tx.findOneByOrFail(VisitRow, { id: visitId });
  return tx.existsBy(BookingRow, { id: bookingId, clientIsMinor: true });
}
