import { useState } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../i18n/index.js';
import { Failure } from '../../ui/failure.js';
import { Loading } from '../../ui/loading.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import { BookingCreated } from './booking-created.js';
import { BookingForm, type Created } from './booking-form.js';
import { useServices } from './queries.js';
import styles from './new-booking-page.module.css';

/** Makes a new booking; afterwards says what was booked and what happens next. */
export function NewBookingPage() {
  const { t } = useTexts();
  const services = useServices();
  const [created, setCreated] = useState<Created>();
  if (created !== undefined) {
    return (
      <div className={styles.narrow}>
        <BookingCreated {...created} onAnother={() => setCreated(undefined)} />
      </div>
    );
  }
  return (
    <div className={styles.narrow}>
      <Stack gap="l" surface="card" testId="new-booking-page">
        <p>
          <Link to="/bookings">{t('bookings.back')}</Link>
        </p>
        <PageHeading>{t('bookings.new')}</PageHeading>
        {services.isPending && <Loading />}
        {services.isError && (
          <Failure error={services.error} onRetry={() => void services.refetch()} />
        )}
        {services.data?.services.length === 0 && (
          <Notice status="warning">{t('bookings.noServices')}</Notice>
        )}
        {services.data !== undefined && services.data.services.length > 0 && (
          <BookingForm {...services.data} onCreated={setCreated} />
        )}
      </Stack>
    </div>
  );
}
