import type { SpeakerState } from '@tapaamo/contracts';
import { useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../../i18n/index.js';
import { playTestSound } from '../../../media/sounds.js';
import { Actions } from '../../../ui/stack.js';
import { TestStep } from './test-step.js';

interface SpeakerStepProps {
  speaker: SpeakerState | null;
  onHeard: (speaker: SpeakerState) => void;
}

const ANSWERS = [
  ['heard', 'deviceTest.heardIt'],
  ['not-heard', 'deviceTest.didNotHear'],
] as const;

/** A sound to try the loudspeaker with, a question, and what to do when it was not heard. */
export function SpeakerStep({ speaker, onHeard }: SpeakerStepProps) {
  const { t } = useTexts();
  const [phase, setPhase] = useState<'idle' | 'playing' | 'played'>('idle');
  const play = () => {
    setPhase('playing');
    void playTestSound().finally(() => setPhase('played'));
  };
  const mood = speaker === null ? 'quiet' : speaker === 'heard' ? 'good' : 'doubtful';
  const state =
    speaker === null
      ? 'deviceTest.lineUntested'
      : speaker === 'heard'
        ? 'deviceTest.speakerWorks'
        : 'deviceTest.fails';
  return (
    <TestStep heading={t('deviceTest.speaker')} state={t(state)} mood={mood} testId="speaker-step">
      {speaker === 'not-heard' && <p>{t('deviceTest.notHeard')}</p>}
      <div>
        <Button
          variant="secondary"
          onClick={play}
          aria-disabled={phase === 'playing'}
          data-testid="play-test-sound"
        >
          {t('deviceTest.play')}
        </Button>
      </div>
      {phase !== 'idle' && (
        <div role="group" aria-label={t('deviceTest.didYouHear')}>
          <p role="status">{t('deviceTest.didYouHear')}</p>
          <Actions>
            {ANSWERS.map(([answer, text]) => (
              <Button
                key={answer}
                variant={speaker === answer ? 'default' : 'secondary'}
                aria-pressed={speaker === answer}
                onClick={() => onHeard(answer)}
                data-testid={`speaker-${answer}`}
              >
                {t(text)}
              </Button>
            ))}
          </Actions>
        </div>
      )}
    </TestStep>
  );
}
