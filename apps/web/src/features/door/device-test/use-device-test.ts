import type { DeviceCheck, SpeakerState } from '@tapaamo/contracts';
import { useState } from 'react';
import type { LocalMedia, LocalMediaState } from '../../../media/local-media.js';
import { useStore } from '../../../media/use-store.js';
import type { LineTestState } from '../../meeting/index.js';
import { resultOf, type Findings } from './device-check.js';
import type { Hearing } from './microphone-step.js';
import { useLineTest } from './use-line-test.js';

/** A device test as it goes. */
export interface RunningDeviceTest {
  state: LocalMediaState;
  started: boolean;
  start: () => void;
  /** Whether the devices have been tried. */
  tried: boolean;
  hearing: Hearing;
  setHearing: (hearing: Hearing) => void;
  setSpeaker: (speaker: SpeakerState) => void;
  line: LineTestState;
  testLineAgain: () => void;
  findings: Findings;
  /** What it found, once everything that tries itself has been tried. */
  result: DeviceCheck | undefined;
}

/** Keeps what a device test has found so far. */
export function useDeviceTest(media: LocalMedia): RunningDeviceTest {
  const state = useStore(media.store);
  const [started, setStarted] = useState(false);
  const [hearing, setHearing] = useState<Hearing>('nothing-yet');
  const [speaker, setSpeaker] = useState<SpeakerState | null>(null);
  const tried = started && !state.opening && state.camera.state !== 'unknown';
  const [line, testLineAgain] = useLineTest(media, tried);
  const findings = { silent: hearing === 'silent', speaker, connection: line.result };
  const isLineOver = line.phase === 'done' || line.phase === 'untried';
  const isHeardOut = state.microphone.state !== 'works' || hearing !== 'nothing-yet';
  const isOver = tried && isLineOver && isHeardOut;
  return {
    state,
    started,
    start: () => {
      setStarted(true);
      void media.open();
    },
    tried,
    hearing,
    setHearing,
    setSpeaker,
    line,
    testLineAgain,
    findings,
    result: isOver ? resultOf(state, findings) : undefined,
  };
}
