import { useEffect, useState } from 'react';
import { useTexts } from '../../i18n/index.js';
import type { MeetingState } from './connection/meeting-state.js';
import styles from './meeting-line.module.css';

/** A hiccup shorter than this is not worth a person's attention. */
const SHOWN_AFTER_MS = 1_500;

/** State of the person's own line, in words, when it is not well. */
export function MeetingLine({ state }: { state: MeetingState }) {
  const { t } = useTexts();
  const trouble = troubleOf(state);
  const shown = useSettled(trouble);
  return (
    <div role="status" data-testid="meeting-line">
      {shown !== undefined && <p className={styles.line}>{t(`meeting.${shown}`)}</p>}
    </div>
  );
}

function troubleOf({ line, path, unsent }: MeetingState) {
  if (line !== 'connected') {
    return line === 'connecting' ? ('connecting' as const) : ('lineLost' as const);
  }
  if (path === 'repairing') {
    return 'pathRepairing' as const;
  }
  if (path === 'connecting') {
    return 'connecting' as const;
  }
  // One at a time, what the others miss most first.
  const missed = (['microphone', 'interpretation', 'camera', 'screen'] as const).find((one) =>
    unsent.includes(one),
  );
  if (missed === 'interpretation') {
    return 'microphoneUnsent';
  }
  return missed === undefined ? undefined : (`${missed}Unsent` as const);
}

function useSettled<Value>(value: Value | undefined): Value | undefined {
  const [settled, setSettled] = useState<Value>();
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), value === undefined ? 0 : SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return value === undefined ? undefined : settled;
}
