import { TEXT_LENGTH_MAX } from '@tapaamo/contracts';
import { useEffect, useId, useRef, useState, type SyntheticEvent } from 'react';
import { useTexts } from '../../../i18n/index.js';
import { useStore } from '../../../media/use-store.js';
import type { Conversation } from './conversation.js';
import styles from './text-panel.module.css';

/** How near its longest a text is told of. */
const NEARLY_FULL = 100;

/** Where one writes: Enter sends, Shift and Enter begins a new line. */
export function TextEntry({ conversation }: { conversation: Conversation }) {
  const { t } = useTexts();
  const { isLive, isResting } = useStore(conversation.store);
  const [draft, setDraft] = useState('');
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.form?.scrollIntoView({ block: 'nearest' });
    // What was written and not sent is not left standing on the others' pages.
    return () => conversation.type('');
  }, [conversation]);
  const write = (text: string) => {
    setDraft(text);
    conversation.type(text);
  };
  const send = (event?: SyntheticEvent) => {
    event?.preventDefault();
    conversation.say(draft);
    setDraft('');
    field.current?.focus();
  };
  const left = TEXT_LENGTH_MAX - draft.length;
  return (
    <form className={styles.entry} onSubmit={send}>
      <label htmlFor={id}>{t('text.write')}</label>
      <textarea
        id={id}
        ref={field}
        rows={2}
        value={draft}
        maxLength={TEXT_LENGTH_MAX}
        dir="auto"
        autoComplete="off"
        data-testid="text-entry"
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
            send(event);
          }
        }}
      />
      {left <= NEARLY_FULL && (
        <p className={styles.hint} role="status">
          {t('text.left', { number: left })}
        </p>
      )}
      {isLive && isResting && (
        <p className={styles.hint} role="status" data-testid="text-resting">
          {t('text.resting')}
        </p>
      )}
      <div className={styles.below}>
        <label className={styles.live}>
          <input
            type="checkbox"
            checked={isLive}
            data-testid="text-live"
            onChange={(event) => {
              conversation.setLive(event.target.checked);
              conversation.type(draft);
            }}
          />
          {t('text.live')}
        </label>
        <button type="submit" className={styles.send} data-testid="send-text">
          {t('text.send')}
        </button>
      </div>
    </form>
  );
}
