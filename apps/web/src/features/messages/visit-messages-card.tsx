import type { Visit, VisitMessages } from '@tapaamo/contracts';
import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/request.js';
import { useTexts } from '../../i18n/index.js';
import { Stack } from '../../ui/stack.js';
import { SentNotes, MessageBadge } from './message-badge.js';

/** How often messages are looked at: what becomes of them is told by others than us. */
const LOOK_EVERY_MS = 10_000;

/** What each of a visit's people was told, where each message is, and why one failed. */
export function VisitMessagesCard({ visit }: { visit: Visit }) {
  const { t } = useTexts();
  const { data } = useQuery({
    queryKey: ['visit', visit.id, 'messages'],
    queryFn: ({ signal }) =>
      get<VisitMessages>(`/api/visits/${encodeURIComponent(visit.id)}/messages`, { signal }),
    refetchInterval: LOOK_EVERY_MS,
  });
  const messages = data?.messages ?? [];
  const told = visit.participants.filter(({ id }) =>
    messages.some(({ participantId }) => participantId === id),
  );
  // Whether somebody knows that they are not awaited any more is worth knowing, too.
  const toRemoved = messages.filter(({ participantId }) =>
    visit.participants.every(({ id }) => id !== participantId),
  );
  return (
    messages.length > 0 && (
      <section aria-labelledby="visit-messages-heading" data-testid="visit-messages">
        <Stack gap="s">
          <h2 id="visit-messages-heading">{t('messageTexts.heading')}</h2>
          {told.map(({ id, name }) => (
            <div key={id}>
              {told.length > 1 && <h3>{name}</h3>}
              <MessageBadge
                messages={messages.filter(({ participantId }) => participantId === id)}
              />
            </div>
          ))}
          {toRemoved.length > 0 && (
            <div data-testid="messages-of-removed">
              <h3>{t('people.removedPerson')}</h3>
              <MessageBadge messages={toRemoved} />
            </div>
          )}
          <SentNotes messages={messages} />
        </Stack>
      </section>
    )
  );
}
