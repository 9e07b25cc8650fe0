import type { Booking } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';

/** Says who will be told of a change and by which ways, or that somebody has to tell them. */
export function useToldText(): (
  what: 'moveTells' | 'cancelTells',
  booking: Pick<Booking, 'client' | 'clientIsMinor' | 'messages'>,
) => string {
  const { t } = useTexts();
  return (what, { client, clientIsMinor, messages }) => {
    // Besides the client others may be invited, of a minor above all the guardians: then it is all of them.
    const invited = messages.filter(({ status }) => status !== 'withdrawn');
    const ofClient = [client?.phone, client?.email].filter((way) => typeof way === 'string');
    const people = new Set(invited.map(({ participantId }) => participantId));
    const whom = clientIsMinor || people.size > 1 ? 'All' : '';
    // Who has not heard of the visit is not told that it is called off, and is invited to its new time.
    const heard = (['sms', 'email'] as const).filter((channel) =>
      messages.some((message) => message.channel === channel && hasGone(message)),
    );
    if (invited.length === 0 && ofClient.length === 0) {
      return t('calendar.tellYourself');
    }
    if (heard.length === 0) {
      const nobody = what === 'cancelTells' ? 'cancelTellsNobody' : 'moveInvites';
      return t(`calendar.${nobody}${whom}`);
    }
    const channels = heard.map((channel) => t(`bookings.by_${channel}`)).join(t('bookings.and'));
    return t(`calendar.${what}${whom}`, { channels });
  };
}

function hasGone({ status }: Booking['messages'][number]): boolean {
  return status === 'sent' || status === 'delivered' || status === 'failed';
}
