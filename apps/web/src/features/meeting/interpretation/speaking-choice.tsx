import { useTexts } from '../../../i18n/index.js';
import { Choices } from './choices.js';
import type { Interpretation } from './interpretation.js';
import { SPEAKING, type Speaking } from './listening.js';
import styles from './choices.module.css';

interface SpeakingChoiceProps {
  interpretation: Interpretation;
  speaking: Speaking;
  announce: (text: string) => void;
}

/** An interpreter's own choice: whether all hear them, or who listens to the interpretation while others go on speaking. */
export function SpeakingChoice({ interpretation, speaking, announce }: SpeakingChoiceProps) {
  const { t } = useTexts();
  return (
    <Choices
      legend={t('interpretation.speak')}
      values={SPEAKING}
      textOf={(one) => t(`interpretation.speak_${one}`)}
      value={speaking}
      onChoose={(chosen) => {
        interpretation.choose({ speaking: chosen });
        announce(t(`interpretation.speakAbout_${chosen}`));
      }}
      testId="speak-to"
    >
      <p className={styles.about}>{t(`interpretation.speakAbout_${speaking}`)}</p>
    </Choices>
  );
}
