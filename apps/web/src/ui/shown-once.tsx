import { useEffect, useId, useRef, useState } from 'react';
import { Button } from 'suomifi-ui-components';
import styles from './shown-once.module.css';
import { Stack } from './stack.js';

interface ShownOnceProps {
  value: string;
  label: string;
  /** That it cannot be shown again. */
  hint: string;
  copyText: string;
  /** What is said once it was copied, and when the browser refused. */
  copiedText: Record<'yes' | 'refused', string>;
  /** Names for tests of the value and of the button. */
  testIds: { value: string; copy: string };
  /** For a value that appears away from what made it. */
  takesFocus?: boolean;
}

/** A secret that was made just now and is shown this once. Whoever's browser refuses to copy marks it by hand. */
export function ShownOnce(props: ShownOnceProps) {
  const { value, label, hint, copyText, copiedText, testIds, takesFocus = false } = props;
  const id = useId();
  const shown = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesFocus) {
      shown.current?.focus();
    }
  }, [takesFocus]);
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  const copy = () =>
    void navigator.clipboard.writeText(value).then(
      () => setCopied('yes'),
      () => setCopied('refused'),
    );
  return (
    <Stack gap="s">
      <label htmlFor={id}>{label}</label>
      <input
        ref={shown}
        id={id}
        className={styles.value}
        readOnly
        value={value}
        aria-describedby={`${id}-hint`}
        onFocus={({ target }) => target.select()}
        data-testid={testIds.value}
      />
      <p id={`${id}-hint`}>{hint}</p>
      <div>
        <Button variant="secondary" onClick={copy} data-testid={testIds.copy}>
          {copyText}
        </Button>
      </div>
      <p role="status">{copied !== 'no' && copiedText[copied]}</p>
    </Stack>
  );
}
