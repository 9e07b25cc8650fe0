import { useTexts } from '../../../i18n/index.js';
import type { LocalDevice } from '../../../media/local-media.js';
import { TrackVideo } from '../../../media/track-video.js';
import styles from './device-test.module.css';
import { TestStep } from './test-step.js';

/** The person's own picture as in a looking glass, or the reason why there is none. */
export function CameraStep({ camera, opening }: { camera: LocalDevice; opening: boolean }) {
  const { t } = useTexts();
  const { track, state } = camera;
  const isOpening = opening || state === 'unknown';
  return (
    <TestStep
      heading={t('meeting.camera')}
      state={
        isOpening
          ? t('deviceTest.opening')
          : t(state === 'works' ? 'deviceTest.works' : 'deviceTest.fails')
      }
      mood={isOpening ? 'waiting' : state === 'works' ? 'good' : 'doubtful'}
      testId="camera-step"
    >
      {state === 'works' && <p>{t('deviceTest.look')}</p>}
      {(isOpening || track !== undefined) && (
        <div className={styles.frame}>
          {track !== undefined && (
            <TrackVideo
              track={track}
              className={styles.picture}
              aria-label={t('meeting.ownPicture')}
              data-testid="local-video"
            />
          )}
        </div>
      )}
    </TestStep>
  );
}
