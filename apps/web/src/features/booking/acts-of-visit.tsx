import { standsForClient, type Visit } from '@tapaamo/contracts';
import { useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { now } from '../../time/clock.js';
import { localDayOf } from '../../time/local-day.js';
import { Failure } from '../../ui/failure.js';
import { Notice } from '../../ui/notice.js';
import { Actions } from '../../ui/stack.js';
import { BookingActs, type BookingAct } from './booking-acts.js';
import { mayChange } from './may-change.js';
import { useBookings } from './queries.js';
import { useCopyBooking } from './use-copy-booking.js';

/** Moving, calling off and copying a visit on its own page, as in the calendar. */
export function ActsOfVisit({ visit }: { visit: Visit }) {
  const { t } = useTexts();
  const [act, setAct] = useState<BookingAct>();
  const [done, setDone] = useState('');
  const { copy, error } = useCopyBooking();
  const day = localDayOf(visit.startsAt);
  const booking = useBookings(day, day, 'team').data?.find(({ visitId }) => visitId === visit.id);
  if (booking === undefined) {
    return null;
  }
  const begin = (step: 'move' | 'cancel') => {
    setDone('');
    setAct({ step, booking });
  };
  const isIn = visit.participants.some(
    ({ role, admission }) => standsForClient(role) && admission === 'admitted',
  );
  return (
    <>
      {error !== null && <Failure error={error} />}
      <Actions>
        {mayChange(booking) && !isIn && !visit.wasHeld && (
          <>
            <Button variant="secondary" onClick={() => begin('move')} data-testid="move-booking">
              {t('calendar.move')}
            </Button>
            <Button
              variant="secondary"
              onClick={() => begin('cancel')}
              data-testid="cancel-booking"
            >
              {t('calendar.cancel')}
            </Button>
          </>
        )}
        {booking.client !== null && (
          <Button variant="secondary" onClick={() => copy(booking)} data-testid="copy-booking">
            {t('calendar.copy')}
          </Button>
        )}
      </Actions>
      {done !== '' && <Notice testId="booking-changed">{done}</Notice>}
      {act !== undefined && <BookingActs act={act} now={now()} onAct={setAct} onDone={setDone} />}
    </>
  );
}
