import { useEffect, useId, useRef } from 'react';
import { useTexts } from '../../../i18n/index.js';
import { useStore } from '../../../media/use-store.js';
import { formatTime } from '../../../time/format.js';
import type { OtherParticipant } from '../connection/meeting-state.js';
import type { Conversation } from './conversation.js';
import { TextEntry } from './text-entry.js';
import styles from './text-panel.module.css';

interface TextPanelProps {
  conversation: Conversation;
  nameOf: (participant: OtherParticipant) => string;
  /** False for who only looks on: they read, and write nothing. */
  writes: boolean;
  onClose: () => void;
}

/** What is written in the meeting: finished messages, what others type just now, and one's own entry. */
export function TextPanel({ conversation, nameOf, writes, onClose }: TextPanelProps) {
  const { t, language } = useTexts();
  const { messages, typing } = useStore(conversation.store);
  const headingId = useId();
  const log = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' });
  }, [messages, typing]);
  const sendHeld = (number: number) => {
    conversation.sendHeld(number);
    // The button goes with what it stood on.
    log.current?.focus();
  };
  return (
    <section className={styles.panel} aria-labelledby={headingId} data-testid="text-panel">
      <div className={styles.head}>
        <h2 id={headingId}>{t('text.label')}</h2>
        <button type="button" className={styles.close} data-testid="texts-close" onClick={onClose}>
          {t('text.close')}
        </button>
      </div>
      <p className={styles.hint}>{t('text.notKept')}</p>
      <div
        ref={log}
        className={styles.scroller}
        tabIndex={0}
        role="region"
        aria-labelledby={headingId}
      >
        {messages.length === 0 && <p className={styles.hint}>{t('text.empty')}</p>}
        <ol role="log" aria-live="polite" className={styles.messages} data-testid="messages-said">
          {messages.map(({ number, from, text, at, sending }) => (
            <li key={number} className={from === undefined ? styles.own : styles.other}>
              <span className={styles.who}>
                {from === undefined ? t('text.own') : nameOf(from)} {formatTime(at, language)}
              </span>
              <span className={styles.text} dir="auto">
                {text}
              </span>
              {sending === 'waiting' && <span className={styles.hint}>{t('text.waiting')}</span>}
              {sending === 'held' && (
                <span className={styles.below}>
                  <span className={styles.hint}>{t('text.held')}</span>
                  {writes && (
                    <button
                      type="button"
                      className={styles.send}
                      data-testid="send-held"
                      onClick={() => sendHeld(number)}
                    >
                      {t('text.sendHeld')}
                    </button>
                  )}
                </span>
              )}
            </li>
          ))}
        </ol>
        {typing.map(({ from, text }) => (
          <p key={from.participantId} className={styles.typing} data-testid="typing">
            <span className={styles.who}>{t('text.typing', { name: nameOf(from) })}</span>
            <span className={styles.text} dir="auto">
              {text}
            </span>
          </p>
        ))}
        <div ref={end} />
      </div>
      {writes && <TextEntry conversation={conversation} />}
    </section>
  );
}
