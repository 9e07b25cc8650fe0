import type { DoorSession } from '@tapaamo/contracts';
import { useState } from 'react';
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

/** Asks whether students may follow the visit. A no is as easy as a yes, and a yes can be taken back at any time. */
export function ObserverQuestions({ observers, onAnswer }: ObserverQuestionsProps) {
  const { t } = useTexts();
  return (
    observers.length > 0 && (
      <section aria-label={t('observer.label')} className={styles.questions}>
        <div role="status">
          <Stack>
            {observers.map((observer) => (
              <ObserverQuestion key={observer.participantId} {...observer} onAnswer={onAnswer} />
            ))}
          </Stack>
        </div>
      </section>
    )
  );
}

interface ObserverQuestionProps {
  participantId: string;
  agreed: boolean | null;
  onAnswer: ObserverQuestionsProps['onAnswer'];
}

function ObserverQuestion({ participantId, agreed, onAnswer }: ObserverQuestionProps) {
  const { t, language } = useTexts();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const answer = (yes: boolean) => {
    if (!busy) {
      setBusy(true);
      setError(undefined);
      onAnswer(participantId, yes)
        .catch(setError)
        .finally(() => setBusy(false));
    }
  };
  return (
    <Stack gap="s" testId="observer-question">
      <p>
        {t(
          agreed === null ? 'observer.question' : agreed ? 'observer.said_yes' : 'observer.said_no',
        )}
      </p>
      {agreed === null && <p className={styles.hint}>{t('observer.hint')}</p>}
      {error !== undefined && <Notice status="error">{problemText(error, language)}</Notice>}
      <Actions>
        {agreed !== true && (
          <Button
            variant="secondary"
            aria-disabled={busy}
            onClick={() => answer(true)}
            data-testid="observer-yes"
          >
            {t(agreed === null ? 'observer.yes' : 'observer.yesAfterAll')}
          </Button>
        )}
        {agreed !== false && (
          <Button
            variant="secondary"
            aria-disabled={busy}
            onClick={() => answer(false)}
            data-testid="observer-no"
          >
            {t(agreed === null ? 'observer.no' : 'observer.takeBack')}
          </Button>
        )}
      </Actions>
    </Stack>
  );
}
