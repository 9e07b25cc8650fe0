import type { Booking } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { Badge, type BadgeMood } from '../../ui/badge.js';
import { messagesThatCount } from './messages-that-count.js';

const MOODS: Record<Booking['messages'][number]['status'], BadgeMood> = {
  queued: 'waiting',
  sent: 'quiet',
  failed: 'bad',
  withdrawn: 'quiet',
};

/** What the client was told and where each message is, one line for each. */
export function MessageBadge({ messages }: { messages: Booking['messages'] }) {
  const { t } = useTexts();
  return (
    <ul className="plain-list" data-testid="messages">
      {messagesThatCount(messages).map(({ kind, channel, status }, index) => (
        <li key={`${channel}-${index}`}>
          <Badge mood={MOODS[status]}>
            {t(`bookings.told_${kind}`, { state: t(`bookings.${channel}_${status}`) })}
          </Badge>
        </li>
      ))}
    </ul>
  );
}
