import { useCallback, useEffect, useRef } from 'react';
import { useTexts } from '../../../i18n/index.js';
import { useStore } from '../../../media/use-store.js';
import type { OtherParticipant } from '../connection/meeting-state.js';
import { useOpenable, type Openable } from '../use-openable.js';
import type { Conversation } from './conversation.js';

/** The conversation as the meeting's controls show it. */
export interface ConversationView {
  panel: Openable;
  unread: number;
}

/** Opens and closes what is written, and says aloud what comes while it is closed. */
export function useConversation(
  conversation: Conversation,
  nameOf: (participant: OtherParticipant) => string,
  announce: (text: string) => void,
): ConversationView {
  const { t } = useTexts();
  const panel = useOpenable();
  const { messages, unread } = useStore(conversation.store);
  useEffect(() => {
    conversation.setShown(panel.open);
    return () => conversation.setShown(false);
  }, [conversation, panel.open]);
  const latest = messages.at(-1);
  const told = useRef(latest?.number ?? 0);
  const say = useCallback(
    (from: OtherParticipant, text: string) =>
      announce(t('text.arrived', { name: nameOf(from), text })),
    [announce, nameOf, t],
  );
  useEffect(() => {
    if (latest !== undefined && latest.number > told.current) {
      told.current = latest.number;
      // An open log is read aloud by itself.
      if (latest.from !== undefined && !panel.open) {
        say(latest.from, latest.text);
      }
    }
  }, [latest, panel.open, say]);
  return { panel, unread };
}
