import type { Booking, VisitParticipant } from '@tapaamo/contracts';
import { newPerson, type PersonValues } from '../../forms/person-values.js';
import { formatDay } from '../../time/format.js';
import { addDays, localDayOf } from '../../time/local-day.js';
import type { BookingValues } from './booking-values.js';
import { writtenTime } from './move-values.js';

/** A booking as the form would be written for the same a week later; no earlier than today. */
export function copyOf(
  { serviceId, client, clientIsMinor, nonDisclosure, startsAt, endsAt }: Booking,
  participants: readonly CopiedPerson[],
  today: string,
): BookingValues {
  const others = participants.flatMap(personOf);
  const weekLater = addDays(localDayOf(startsAt), 7);
  return {
    ...writtenTime({ startsAt, endsAt }),
    serviceId,
    date: formatDay(weekLater < today ? today : weekLater, 'fi'),
    repeatWeeks: '',
    repeatTimes: '',
    repeatSkip: [],
    clientName: client?.name ?? '',
    invitation: invitationOf(client, clientIsMinor),
    clientPhone: client?.phone ?? '',
    clientEmail: client?.email ?? '',
    // Nobody reads it again, so it is asked anew.
    clientHetu: '',
    clientLanguage: client?.language ?? '',
    clientIsMinor,
    nonDisclosure,
    // A minor does not come alone.
    participants:
      clientIsMinor && !others.some(({ role }) => role === 'guardian')
        ? [newPerson('guardian'), ...others]
        : others,
    // The record system has one for each visit.
    recordReference: '',
  };
}

/** Who is reached in no other way is invited on paper; a child is reached by a guardian. */
function invitationOf(client: Booking['client'], isMinor: boolean): BookingValues['invitation'] {
  const { phone, email, withheld } = client ?? { phone: null, email: null, withheld: true };
  const isUnreached = phone === null && email === null && !withheld;
  return isUnreached && !isMinor ? 'sheet' : 'messages';
}

type CopiedPerson = Pick<VisitParticipant, 'role' | 'name' | 'contact' | 'interpreterLanguage'>;

/** Who came along as they would be written; contact data that the reader may not see stays empty. A student is asked anew. */
function personOf({ role, name, contact, interpreterLanguage }: CopiedPerson): PersonValues[] {
  return role === 'client' || role === 'professional' || role === 'observer'
    ? []
    : [
        {
          ...newPerson(role),
          name,
          phone: contact?.phone ?? '',
          email: contact?.email ?? '',
          interpreterLanguage: interpreterLanguage ?? '',
        },
      ];
}
