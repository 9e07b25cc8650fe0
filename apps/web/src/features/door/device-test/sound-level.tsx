import { useEffect, useState } from 'react';
import { useTexts } from '../../../i18n/index.js';
import type { LocalDevice } from '../../../media/local-media.js';
import { watchSoundLevel } from '../../../media/sound-level.js';
import { Badge } from '../../../ui/badge.js';
import styles from './device-test.module.css';

/** Louder than the hum of a quiet room. */
const HEARD_LEVEL = 0.25;

/** Shows that the microphone hears: a moving bar for the eye, a sentence that changes once for the ear. */
export function SoundLevel({ microphone: { track, state } }: { microphone: LocalDevice }) {
  const { t } = useTexts();
  const [level, setLevel] = useState(0);
  const [heard, setHeard] = useState(false);
  useEffect(() => {
    if (track === undefined) {
      return undefined;
    }
    return watchSoundLevel(track, (next) => {
      setLevel(next);
      if (next > HEARD_LEVEL) {
        setHeard(true);
      }
    });
  }, [track]);
  if (state !== 'works') {
    return null;
  }
  return (
    <div className={styles.sound}>
      <h2>{t('deviceTest.microphone')}</h2>
      <div className={styles.meter} aria-hidden="true" data-testid="sound-level">
        <div style={{ width: `${Math.round(level * 100)}%` }} />
      </div>
      <p role="status">
        {heard ? (
          <Badge mood="good">{t('deviceTest.heard')}</Badge>
        ) : (
          <Badge mood="quiet">{t('deviceTest.saySomething')}</Badge>
        )}
      </p>
    </div>
  );
}
