import type { BookingRow } from '@tapaamo/booking';
import { identifies, type IdentificationLevel, type ParticipantRole } from '@tapaamo/contracts';

/** How strongly somebody is identified at the door: client and guardians as the booking has it, the others not at all. */
export function levelFor(
  role: ParticipantRole,
  { identificationLevel }: Pick<BookingRow, 'identificationLevel'>,
): IdentificationLevel {
  return identifies(role) ? identificationLevel : 'off';
}
