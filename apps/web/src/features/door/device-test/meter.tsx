import { useEffect, useRef, useState } from 'react';
import { watchSoundLevel } from '../../../media/sound-level.js';
import styles from './device-test.module.css';

/** Louder than the hum of a quiet room. */
const HEARD_LEVEL = 0.25;

interface MeterProps {
  track: MediaStreamTrack;
  onHeard: () => void;
  testId: string;
}

/** A bar that moves with a sound. For the eye only: whoever shows it says in words that something is heard. */
export function Meter({ track, onHeard, testId }: MeterProps) {
  const [level, setLevel] = useState(0);
  const heard = useRef(onHeard);
  useEffect(() => {
    heard.current = onHeard;
  });
  useEffect(
    () =>
      watchSoundLevel(track, (next) => {
        setLevel(next);
        if (next > HEARD_LEVEL) {
          heard.current();
        }
      }),
    [track],
  );
  return (
    <div className={styles.meter} aria-hidden="true" data-testid={testId}>
      <div style={{ width: `${Math.round(level * 100)}%` }} />
    </div>
  );
}
