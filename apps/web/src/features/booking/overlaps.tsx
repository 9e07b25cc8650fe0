import type { CheckBookingRequest } from '@tapaamo/contracts';
import { hasCode } from '../../api/api-problem.js';
import { useTexts } from '../../i18n/index.js';
import { now } from '../../time/clock.js';
import { formatTimeSpan } from '../../time/format.js';
import { overlapping, type OverlapQuestion } from './overlapping.js';
import { useBookingsOn } from './queries.js';
import { useClientName } from './use-client-name.js';

interface OverlapsProps extends Omit<OverlapQuestion, 'wish' | 'professionalId'> {
  /** Why the time was refused; only an overlap is looked into. */
  error: unknown;
  wish: CheckBookingRequest | null;
  professionalId: string | undefined;
  scope: 'own' | 'team';
}

/** Says which visits are in the way of a time that was refused. */
export function Overlaps({ error, wish, professionalId = '', scope, ...except }: OverlapsProps) {
  const { t, language } = useTexts();
  const nameOf = useClientName();
  const isAsked = hasCode(error, 'booking.overlap') && wish !== null;
  const { data } = useBookingsOn(isAsked ? wish.date : null, scope);
  const inTheWay = isAsked ? overlapping(data ?? [], { wish, professionalId, ...except }) : [];
  return (
    <div role="status" data-testid="overlaps">
      {inTheWay.length > 0 && (
        <>
          {t('calendar.inTheWay')}
          <ul>
            {inTheWay.map((booking) => (
              <li key={booking.id}>
                {formatTimeSpan(booking.startsAt, booking.endsAt, language)}{' '}
                {nameOf(booking, now())}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
