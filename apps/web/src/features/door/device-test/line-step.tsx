import { connectionFindingOf, type ConnectionFinding } from '@tapaamo/contracts';
import { useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../../i18n/index.js';
import { TrackVideo } from '../../../media/track-video.js';
import type { BadgeMood } from '../../../ui/badge.js';
import type { LineTestState } from '../../meeting/index.js';
import styles from './device-test.module.css';
import { EchoSound } from './echo-sound.js';
import { TestStep } from './test-step.js';

interface LineStepProps {
  line: LineTestState;
  onAgain: () => void;
}

/** The way to the node and back: it is tested by itself, and the person sees their picture as it comes back. */
export function LineStep({ line, onAgain }: LineStepProps) {
  const { t } = useTexts();
  const { phase, result, echo } = line;
  const finding = result === null ? undefined : connectionFindingOf(result);
  const isOver = phase === 'done' || phase === 'untried';
  return (
    <TestStep
      heading={t('deviceTest.line')}
      state={stateIn(line, t)}
      mood={moodOf(phase, finding)}
      testId="line-step"
    >
      {phase === 'untried' && <p>{t('deviceTest.lineLater')}</p>}
      {finding !== undefined && finding !== 'good' && <p>{t(`deviceTest.lineHelp_${finding}`)}</p>}
      {echo.camera !== undefined && (
        <figure className={styles.echo}>
          <TrackVideo
            track={echo.camera}
            aria-label={t('deviceTest.echo')}
            data-testid="echo-video"
          />
          <figcaption>{t('deviceTest.echo')}</figcaption>
        </figure>
      )}
      {echo.microphone !== undefined && <Echo track={echo.microphone} />}
      {isOver && finding !== 'good' && (
        <div>
          <Button variant="secondary" onClick={onAgain} data-testid="test-line-again">
            {t('deviceTest.lineAgain')}
          </Button>
        </div>
      )}
    </TestStep>
  );
}

/** The person's voice as it comes back: seen, not played, or it would come back once more. */
function Echo({ track }: { track: MediaStreamTrack }) {
  const { t } = useTexts();
  const [heard, setHeard] = useState(false);
  return (
    <>
      <EchoSound track={track} onHeard={() => setHeard(true)} />
      <p role="status" data-testid="echo-heard">
        {heard && t('deviceTest.echoHeard')}
      </p>
    </>
  );
}

function stateIn({ phase, result }: LineTestState, t: ReturnType<typeof useTexts>['t']): string {
  if (phase === 'measuring') {
    return t('deviceTest.lineTesting');
  }
  return result === null
    ? t('deviceTest.lineUntested')
    : t(`deviceTest.line_${connectionFindingOf(result)}`);
}

function moodOf(phase: LineTestState['phase'], finding: ConnectionFinding | undefined): BadgeMood {
  if (phase === 'measuring') {
    return 'waiting';
  }
  if (finding === undefined) {
    return 'quiet';
  }
  return finding === 'good' ? 'good' : 'doubtful';
}
