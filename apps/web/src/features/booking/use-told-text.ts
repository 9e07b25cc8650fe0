import type { Booking } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';

/** Says by which ways the client will be told of a change, or that somebody has to tell them. */
export function useToldText(): (
  what: 'moveTells' | 'cancelTells',
  booking: Pick<Booking, 'client' | 'messages'>,
) => string {
  const { t } = useTexts();
  return (what, { client, messages }) => {
    const has = { sms: client?.phone, email: client?.email };
    const reached = (['sms', 'email'] as const).filter((channel) => has[channel]);
    // Who has not heard of the visit is not told that it is called off, and is invited to its new time.
    const heard = reached.filter((channel) =>
      messages.some((message) => message.channel === channel && hasGone(message)),
    );
    if (reached.length === 0) {
      return t('calendar.tellYourself');
    }
    if (heard.length === 0) {
      return t(what === 'cancelTells' ? 'calendar.cancelTellsNobody' : 'calendar.moveInvites');
    }
    const channels = heard.map((channel) => t(`bookings.by_${channel}`)).join(t('bookings.and'));
    return t(`calendar.${what}`, { channels });
  };
}

function hasGone({ status }: Booking['messages'][number]): boolean {
  return status === 'sent' || status === 'delivered' || status === 'failed';
}
