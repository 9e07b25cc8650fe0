import { useEffect } from 'react';
import { useTexts } from '../../../i18n/index.js';
import type { LocalDevice } from '../../../media/local-media.js';
import { Meter } from './meter.js';
import { TestStep } from './test-step.js';

/** Who has said nothing for so long, in milliseconds, is not heard, or waits to be told so. */
const SILENT_MS = 10_000;

/** What was heard of the microphone so far. */
export type Hearing = 'nothing-yet' | 'silent' | 'heard';

interface MicrophoneStepProps {
  microphone: LocalDevice;
  hearing: Hearing;
  onHearing: (hearing: Hearing) => void;
}

/** Shows that the microphone hears: a moving bar for the eye, a sentence that changes once for the ear. */
export function MicrophoneStep(props: MicrophoneStepProps) {
  const { t } = useTexts();
  const { microphone, hearing, onHearing } = props;
  const { track, state } = microphone;
  useEffect(() => {
    if (track === undefined || hearing !== 'nothing-yet') {
      return undefined;
    }
    const timer = setTimeout(() => onHearing('silent'), SILENT_MS);
    return () => clearTimeout(timer);
  }, [track, hearing, onHearing]);
  const { text, mood } = told(state, hearing);
  return (
    <TestStep
      heading={t('meeting.microphone')}
      state={t(text)}
      mood={mood}
      testId="microphone-step"
    >
      {state === 'works' && track !== undefined && (
        <>
          {hearing !== 'heard' && (
            <p>{t(hearing === 'silent' ? 'deviceTest.silentHelp' : 'deviceTest.saySomething')}</p>
          )}
          <Meter track={track} onHeard={() => onHearing('heard')} testId="sound-level" />
        </>
      )}
    </TestStep>
  );
}

function told(state: LocalDevice['state'], hearing: Hearing) {
  if (state === 'unknown') {
    return { text: 'deviceTest.lineUntested', mood: 'quiet' } as const;
  }
  if (state !== 'works') {
    return { text: 'deviceTest.fails', mood: 'doubtful' } as const;
  }
  switch (hearing) {
    case 'heard':
      return { text: 'deviceTest.heard', mood: 'good' } as const;
    case 'silent':
      return { text: 'deviceTest.silent', mood: 'doubtful' } as const;
    case 'nothing-yet':
      return { text: 'deviceTest.listening', mood: 'waiting' } as const;
  }
}
