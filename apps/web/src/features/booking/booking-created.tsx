import { useNavigate } from 'react-router';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { now } from '../../time/clock.js';
import { formatDateAndTime, formatMoment } from '../../time/format.js';
import { localDayOf } from '../../time/local-day.js';
import { Badge } from '../../ui/badge.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Actions, Stack } from '../../ui/stack.js';
import type { Created } from './booking-form.js';

interface BookingCreatedProps extends Created {
  onAnother: () => void;
}

/** What was booked, that the message is on its way, and when the data will be gone. */
export function BookingCreated({ booking, count, hasOthers, onAnother }: BookingCreatedProps) {
  const { t, language } = useTexts();
  const navigate = useNavigate();
  const name = booking.client?.name ?? t('roles.client');
  const ways = new Set(booking.messages.map(({ channel }) => t(`bookings.by_${channel}`)));
  const channels = [...ways].join(t('bookings.and'));
  const isOnPaper = ways.size === 0;
  const list = () => void navigate(`/bookings?day=${localDayOf(booking.startsAt)}`);
  return (
    <Stack surface="card" gap="l" testId="booking-created">
      <Stack>
        <p>
          <Badge mood="good">{t('bookings.saved')}</Badge>
        </p>
        <PageHeading>
          {t('bookings.createdHeading', { time: formatMoment(booking.startsAt, language, now()) })}
        </PageHeading>
        <p>{t('bookings.createdFor', { name, service: booking.serviceName[language] })}</p>
        {count > 1 && <p data-testid="series-created">{t('series.created', { count })}</p>}
        {isOnPaper ? (
          <p>{t(count > 1 ? 'bookings.nothingSentSeries' : 'bookings.nothingSent')}</p>
        ) : (
          <p>
            {t(hasOthers ? 'bookings.linksOnTheirWay' : 'bookings.messageOnItsWay', { channels })}
          </p>
        )}
        <p>
          {t('bookings.createdGone', { time: formatDateAndTime(booking.purgeDueAt, language) })}
        </p>
      </Stack>
      <Actions>
        {isOnPaper && (
          <Button
            onClick={() => void navigate(`/visits/${booking.visitId}/sheet`)}
            data-testid="to-sheet"
          >
            {t('bookings.openSheet')}
          </Button>
        )}
        <Button
          variant={isOnPaper ? 'secondary' : 'default'}
          onClick={list}
          data-testid="to-bookings"
        >
          {t('bookings.toList')}
        </Button>
        <Button
          variant="secondary"
          onClick={() => void navigate(`/visits/${booking.visitId}`)}
          data-testid="to-visit"
        >
          {t('bookings.toVisit')}
        </Button>
        <Button variant="secondary" onClick={onAnother} data-testid="another-booking">
          {t('bookings.another')}
        </Button>
      </Actions>
    </Stack>
  );
}
