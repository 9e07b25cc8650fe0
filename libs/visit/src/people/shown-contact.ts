import type { StaffActor } from '@tapaamo/access';
import type { BookingRow } from '@tapaamo/booking';
import { isOfClientSide, type ParticipantRole, type ShownContact } from '@tapaamo/contracts';
import type { SealedPerson } from '../participant.entity.js';

/** What decides who sees contact data. */
export type DisclosingBooking = Pick<BookingRow, 'nonDisclosure' | 'bookedBy'>;

/**
 * Contact data of a person as a member of staff may see it. The rule of non-disclosure (turvakielto) stands here and
 * nowhere else: whoever shows, copies or exports contact data asks this. Then that of everybody of the client's side is for
 * who booked alone, or to whom the visit was handed over; messages go out all the same.
 *
 * @param reader - Null for what is no member of staff: exports, webhooks, record systems.
 * @param booking - That the person takes part in.
 */
export function shownContact(
  reader: Pick<StaffActor, 'professionalId'> | null,
  booking: DisclosingBooking,
  role: ParticipantRole,
  { phone, email }: Pick<SealedPerson, 'phone' | 'email'>,
): ShownContact {
  const withheld =
    booking.nonDisclosure && isOfClientSide(role) && booking.bookedBy !== reader?.professionalId;
  return withheld ? { phone: null, email: null, withheld } : { phone, email, withheld };
}
