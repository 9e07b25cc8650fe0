import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { now } from '../../time/clock.js';
import { formatMoment } from '../../time/format.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import { DeletionDate } from '../../ui/deletion-date.js';
import { AddToCalendar } from './add-to-calendar.js';
import type { OpenView } from './door-state.js';

interface TooEarlyProps {
  view: OpenView;
  tested: boolean;
  /** Undefined for who needs no devices. */
  onTest: (() => void) | undefined;
}

/** The person came in good time: when the waiting room opens, and the device test meanwhile. */
export function TooEarly({ view, tested, onTest }: TooEarlyProps) {
  const { t, language } = useTexts();
  const moment = (instant: string) => formatMoment(instant, language, now());
  return (
    <Stack surface="card" gap="l" testId="too-early-page">
      <Stack>
        <PageHeading>{t('door.earlyHeading')}</PageHeading>
        <p>{t('door.earlyOpens', { time: moment(view.opensAt) })}</p>
        <p>
          {view.inviter === null
            ? t('door.earlyVisitDiscreetly', { time: moment(view.startsAt) })
            : t('door.earlyVisit', {
                time: moment(view.startsAt),
                name: view.inviter.professionalName,
              })}
        </p>
        <p>{t('door.earlyStay')}</p>
      </Stack>
      <DeletionDate purgeDueAt={view.purgeDueAt} />
      {onTest !== undefined && (
        <Button
          variant={tested ? 'secondary' : 'default'}
          fullWidth
          onClick={onTest}
          data-testid="open-device-test"
        >
          {tested ? t('door.testAgain') : t('door.testDevices')}
        </Button>
      )}
      <AddToCalendar />
    </Stack>
  );
}
