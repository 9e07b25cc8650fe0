import type { Booking } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';

/** Says by which ways the client will be told of a change, or that somebody has to tell them. */
export function useToldText(): (
  what: 'moveTells' | 'cancelTells',
  booking: Pick<Booking, 'client'>,
) => string {
  const { t } = useTexts();
  return (what, { client }) => {
    const channels = [
      ...(client?.phone ? [t('bookings.by_sms')] : []),
      ...(client?.email ? [t('bookings.by_email')] : []),
    ];
    return channels.length === 0
      ? t('calendar.tellYourself')
      : t(`calendar.${what}`, { channels: channels.join(t('bookings.and')) });
  };
}
