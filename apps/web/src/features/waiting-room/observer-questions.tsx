import type { DoorSession } from '@tapaamo/contracts';
import { useEffect, useRef, useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { problemText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { Notice } from '../../ui/notice.js';
import { Actions, Stack } from '../../ui/stack.js';
import styles from './observer-questions.module.css';

interface ObserverQuestionsProps {
  observers: DoorSession['observers'];
  onAnswer: (participantId: string, agreed: boolean) => Promise<void>;
}

/**
 * Asks whether students may follow the visit. A no is as easy as a yes, and either can be taken back at any time. Of several
 * students each question says which one it is about.
 */
export function ObserverQuestions({ observers, onAnswer }: ObserverQuestionsProps) {
  const { t } = useTexts();
  return (
    observers.length > 0 && (
      <section aria-label={t('observer.label')} className={styles.questions}>
        <div role="status">
          <Stack>
            {observers.map((observer) => (
              <ObserverQuestion
                key={observer.participantId}
                {...observer}
                isOneOfMany={observers.length > 1}
                onAnswer={onAnswer}
              />
            ))}
          </Stack>
        </div>
      </section>
    )
  );
}

type ObserverQuestionProps = DoorSession['observers'][number] & {
  isOneOfMany: boolean;
  onAnswer: ObserverQuestionsProps['onAnswer'];
};

function ObserverQuestion(props: ObserverQuestionProps) {
  const { participantId, number, agreed, isOneOfMany, onAnswer } = props;
  const { t, language } = useTexts();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const which = isOneOfMany ? 'numbered' : 'one';
  const answer = (yes: boolean) => {
    if (!busy) {
      hadFocus.current = true;
      setBusy(true);
      setError(undefined);
      onAnswer(participantId, yes)
        .catch(setError)
        .finally(() => setBusy(false));
    }
  };
  // The pressed button goes with the answer: the focus stays in its place, at the one that takes it back.
  const place = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);
  useEffect(() => {
    if (hadFocus.current) {
      hadFocus.current = false;
      place.current?.querySelector('button')?.focus();
    }
  }, [agreed]);
  const said = agreed === null ? 'question' : agreed ? 'said_yes' : 'said_no';
  return (
    <Stack gap="s" testId="observer-question">
      <p>{t(`observer.${which}.${said}`, { number })}</p>
      {agreed === null && <p className={styles.hint}>{t('observer.hint')}</p>}
      {error !== undefined && <Notice status="error">{problemText(error, language)}</Notice>}
      <div ref={place}>
        <Actions>
          {agreed !== true && (
            <Button
              variant="secondary"
              aria-disabled={busy}
              onClick={() => answer(true)}
              data-testid="observer-yes"
            >
              {t(`observer.${which}.${agreed === null ? 'yes' : 'yesAfterAll'}`, { number })}
            </Button>
          )}
          {agreed !== false && (
            <Button
              variant="secondary"
              aria-disabled={busy}
              onClick={() => answer(false)}
              data-testid="observer-no"
            >
              {t(`observer.${which}.${agreed === null ? 'no' : 'takeBack'}`, { number })}
            </Button>
          )}
        </Actions>
      </div>
    </Stack>
  );
}
