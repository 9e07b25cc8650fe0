import type { MeetingQuality } from '@tapaamo/contracts';
import { useId, useRef, useState } from 'react';
import { problemText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { FaceIcon } from '../../ui/icons/face-icon.js';
import { Notice } from '../../ui/notice.js';
import { tellQuality } from './door-requests.js';
import styles from './quality-question.module.css';

/**
 * The one question after a visit: a press, thanks, and nothing else.
 *
 * @param isAsked - What the door says. Who has just answered sees the thanks for as long as the page is open.
 */
export function QualityQuestion({ isAsked }: { isAsked: boolean }) {
  const { t, language } = useTexts();
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [state, setState] = useState<'open' | 'busy' | 'told'>('open');
  const [error, setError] = useState<unknown>();
  const tell = (quality: MeetingQuality) => {
    if (state === 'open') {
      setState('busy');
      setError(undefined);
      tellQuality(quality).then(
        () => {
          setState('told');
          // The button that was pressed goes, and the focus would go with it.
          heading.current?.focus();
        },
        (reason: unknown) => {
          setError(reason);
          setState('open');
        },
      );
    }
  };
  if (!isAsked) {
    return null;
  }
  return (
    <section className={styles.question} aria-labelledby={headingId} data-testid="quality-question">
      <h2 ref={heading} id={headingId} tabIndex={-1} className={styles.heading}>
        {t('quality.question')}
      </h2>
      <div role="status">{state === 'told' && <p>{t('quality.thanks')}</p>}</div>
      {error !== undefined && <Notice status="error">{problemText(error, language)}</Notice>}
      {state !== 'told' && (
        <>
          <p className={styles.hint}>{t('quality.anonymous')}</p>
          <div className={styles.answers}>
            {ANSWERS.map((quality) => (
              <button
                key={quality}
                type="button"
                className={styles.answer}
                aria-disabled={state === 'busy'}
                onClick={() => tell(quality)}
                data-testid={`quality-${quality}`}
              >
                <FaceIcon mood={quality} />
                {t(`quality.${quality}`)}
              </button>
            ))}
          </div>
        </>
      )}
    </section>
  );
}

const ANSWERS = ['good', 'fair', 'poor'] as const satisfies readonly MeetingQuality[];
