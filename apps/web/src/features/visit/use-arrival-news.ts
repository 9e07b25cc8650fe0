import type { Admission, VisitParticipant } from '@tapaamo/contracts';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../i18n/index.js';
import { useAnnouncement, type Announcement } from '../../ui/live-message.js';
import { useArrivalAlert } from '../arrivals/index.js';

/** Says aloud when somebody comes to the waiting room while the page is open. */
export function useArrivalNews(participants: readonly VisitParticipant[]): Announcement {
  const { t } = useTexts();
  const known = useRef<ReadonlyMap<string, Admission>>(undefined);
  const [announcement, announce] = useAnnouncement();
  const alert = useArrivalAlert();
  useEffect(() => {
    const came = participants.filter(
      ({ id, admission, because }) =>
        admission === 'waiting' &&
        because !== 'sent-back' &&
        (known.current?.get(id) ?? 'waiting') !== 'waiting',
    );
    known.current = new Map(participants.map(({ id, admission }) => [id, admission]));
    if (came.length > 0) {
      announce(came.map(({ name }) => t('bookings.arrivedNow', { name })).join(' '));
      alert();
    }
  }, [participants, announce, alert, t]);
  return announcement;
}
