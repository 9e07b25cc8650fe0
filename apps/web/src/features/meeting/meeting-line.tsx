import { useEffect, useState } from 'react';
import { codeText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import type { MeetingState } from './connection/meeting-state.js';
import { textOfOwnLine } from './quality/own-line.js';
import styles from './meeting-line.module.css';

/** A hiccup shorter than this is not worth a person's attention. */
const SHOWN_AFTER_MS = 1_500;

/** What became of a picture is said when it happens: it was decided calmly already. */
const AT_ONCE: readonly unknown[] = ['line.soundKept', 'line.ownPictureWaits'];

/** State of the person's own line, in words, when it is not well. */
export function MeetingLine({ state }: { state: MeetingState }) {
  const { t, language } = useTexts();
  const trouble = troubleOf(state);
  const shown = useSettled(trouble);
  const { heldUp } = state;
  const text = heldUp === undefined ? shown && t(shown) : codeText(heldUp, language);
  return (
    <div role="status" data-testid="meeting-line">
      {text !== undefined && <p className={styles.line}>{text}</p>}
    </div>
  );
}

function troubleOf(state: MeetingState) {
  const { line, path, unsent } = state;
  if (line !== 'connected') {
    return line === 'connecting' ? ('meeting.connecting' as const) : ('meeting.lineLost' as const);
  }
  if (path === 'repairing') {
    return 'meeting.pathRepairing' as const;
  }
  if (path === 'connecting') {
    return 'meeting.connecting' as const;
  }
  const text = textOfOwnLine(state);
  if (text !== undefined) {
    return `line.${text}` as const;
  }
  // One at a time, what the others miss most first.
  const missed = (['microphone', 'interpretation', 'camera', 'screen'] as const).find((one) =>
    unsent.includes(one),
  );
  if (missed === 'interpretation') {
    return 'meeting.microphoneUnsent' as const;
  }
  return missed === undefined ? undefined : (`meeting.${missed}Unsent` as const);
}

function useSettled<Value>(value: Value | undefined): Value | undefined {
  const [settled, setSettled] = useState<Value>();
  useEffect(() => {
    const isShownAtOnce = value === undefined || AT_ONCE.includes(value);
    const timer = setTimeout(() => setSettled(value), isShownAtOnce ? 0 : SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return value === undefined ? undefined : settled;
}
