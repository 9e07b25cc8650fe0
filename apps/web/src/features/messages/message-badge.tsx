import { messageChannelSchema, type Booking } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { now } from '../../time/clock.js';
import { formatShortDay } from '../../time/format.js';
import { localDayOf } from '../../time/local-day.js';
import { Badge, type BadgeMood } from '../../ui/badge.js';
import { messagesThatCount } from './messages-that-count.js';
import { toldPeople, type ToldPeople, type ToldState } from './told-people.js';

const MOODS: Record<Booking['messages'][number]['status'], BadgeMood> = {
  queued: 'waiting',
  sent: 'quiet',
  delivered: 'quiet',
  failed: 'bad',
  withdrawn: 'quiet',
};

const STATE_MOODS: Record<ToldState, BadgeMood> = { ...MOODS, 'held-up': 'bad' };

interface MessageBadgeProps {
  messages: Booking['messages'];
  /** The client of the booking, where it is to be said that no message goes to them. */
  client?: Booking['client'];
}

/**
 * What somebody was told, where each message is and why one failed, one line for each; or that they are invited on paper. Of
 * several people the worst of it and how many it is true of: the page of the visit has each one's own.
 */
export function MessageBadge({ messages, client = null }: MessageBadgeProps) {
  const { t, language } = useTexts();
  const stateOf = ({ channel, status, failure, dueAt, isHeldUp }: Booking['messages'][number]) => {
    if (isHeldUp) {
      return t(`bookings.${channel}_heldUp`);
    }
    // What is due in months is not on its way.
    if (dueAt !== null && localDayOf(dueAt) > localDayOf(now())) {
      return t(`bookings.${channel}_later`, { day: formatShortDay(localDayOf(dueAt), language) });
    }
    const told = t(`bookings.${channel}_${status}`);
    return failure === null
      ? told
      : t('bookings.messageFailed', { told, why: t(`bookings.why_${failure}`) });
  };
  if (messages.length === 0 && isUnreached(client)) {
    return <Badge mood="quiet">{t('bookings.onPaper')}</Badge>;
  }
  const people = toldPeople(messages);
  if (people !== null) {
    return <PeopleBadge people={people} />;
  }
  return (
    <ul className="plain-list" data-testid="messages">
      {messagesThatCount(messages).map((message, index) => (
        <li key={`${message.channel}-${index}`}>
          <Badge mood={message.isHeldUp ? 'bad' : MOODS[message.status]}>
            {t(`bookings.told_${message.kind}`, { state: stateOf(message) })}
          </Badge>
        </li>
      ))}
    </ul>
  );
}

function PeopleBadge({ people: { state, some, total, dueAt } }: { people: ToldPeople }) {
  const { t, language } = useTexts();
  const isLater = state === 'queued' && dueAt !== null && localDayOf(dueAt) > localDayOf(now());
  return (
    <ul className="plain-list" data-testid="messages">
      <li>
        <Badge mood={STATE_MOODS[state]}>
          {isLater
            ? t('bookings.people_later', { day: formatShortDay(localDayOf(dueAt), language) })
            : t(`bookings.people_${state}`, { some, total })}
        </Badge>
      </li>
    </ul>
  );
}

/** Says what it means that a message was sent and is not told as delivered, for each way where one was. */
export function SentNotes({ messages }: { messages: Booking['messages'] }) {
  const { t } = useTexts();
  const ways = messageChannelSchema.options.filter((way) =>
    messages.some(({ channel, status }) => channel === way && status === 'sent'),
  );
  return ways.map((way) => (
    <p key={way} data-testid={`${way}-sent-means`}>
      {t(`bookings.${way}SentMeans`)}
    </p>
  ));
}

function isUnreached(client: Booking['client']): boolean {
  return client?.phone === null && client.email === null && !client.withheld;
}
