import { useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../../i18n/index.js';
import { playTestSound } from '../../../media/sounds.js';
import styles from './device-test.module.css';

/** A sound to try the loudspeaker with, and what to do when it is not heard. */
export function SpeakerTest() {
  const { t } = useTexts();
  const [phase, setPhase] = useState<'idle' | 'playing' | 'played'>('idle');
  const play = () => {
    setPhase('playing');
    void playTestSound().finally(() => setPhase('played'));
  };
  return (
    <div className={styles.sound}>
      <h2>{t('deviceTest.speaker')}</h2>
      <Button
        variant="secondary"
        onClick={play}
        aria-disabled={phase === 'playing'}
        data-testid="play-test-sound"
      >
        {t('deviceTest.play')}
      </Button>
      <p role="status">{phase === 'played' && t('deviceTest.notHeard')}</p>
    </div>
  );
}
