import type { ConnectionCheck, DeviceCheck, SpeakerState } from '@tapaamo/contracts';
import type { LocalMediaState } from '../../../media/local-media.js';

/** What the person takes along to the visit. */
export interface Wishes {
  camera: boolean;
  microphone: boolean;
}

/** What was found besides whether the devices open. */
export interface Findings {
  /** It was listened to the microphone for long enough, and nothing was heard. */
  silent: boolean;
  speaker: SpeakerState | null;
  connection: ConnectionCheck | null;
}

/** One way on from the device test. */
export interface WayOn {
  text: 'continue' | 'withoutCamera' | 'watchOnly' | 'skip';
  wishes: Wishes;
}

const WITHOUT_CAMERA: WayOn = {
  text: 'withoutCamera',
  wishes: { camera: false, microphone: true },
};
const WATCH_ONLY: WayOn = { text: 'watchOnly', wishes: { camera: false, microphone: false } };

/** The test's result as far as it goes; undefined while a device is untried. */
export function resultOf(
  { camera, microphone }: LocalMediaState,
  { silent, speaker, connection }: Findings,
): DeviceCheck | undefined {
  if (camera.state === 'unknown' || microphone.state === 'unknown') {
    return undefined;
  }
  const isSilent = microphone.state === 'works' && silent;
  return {
    camera: camera.state,
    microphone: isSilent ? 'silent' : microphone.state,
    speaker,
    connection,
  };
}

/**
 * The result for the professional of who goes on; undefined when something works that the person takes nothing of along: that
 * it works would promise that they are seen or heard.
 */
export function deviceCheckOf(
  state: LocalMediaState,
  wishes: Wishes,
  findings: Findings,
): DeviceCheck | undefined {
  const takesNothing = !wishes.camera && !wishes.microphone;
  const someWorks = state.camera.state === 'works' || state.microphone.state === 'works';
  return takesNothing && someWorks ? undefined : resultOf(state, findings);
}

const BOTH: Wishes = { camera: true, microphone: true };

/**
 * The ways on, the most fitting first. There is always one that needs no device at all.
 *
 * @param tried - Whether the devices have been tried.
 * @param wanted - What the person wants on: trying turns nothing on that they had turned off.
 */
export function waysOn(
  state: LocalMediaState,
  tried: boolean,
  wanted: Wishes = BOTH,
): readonly WayOn[] {
  if (!tried) {
    return [{ text: 'skip', wishes: wanted }];
  }
  const ways = waysWith(state).map(({ text, wishes }) => ({
    text,
    wishes: {
      camera: wishes.camera && wanted.camera,
      microphone: wishes.microphone && wanted.microphone,
    },
  }));
  return ways.filter((way, index) => ways.findIndex((other) => isAlike(way, other)) === index);
}

function isAlike({ wishes: one }: WayOn, { wishes: other }: WayOn): boolean {
  return one.camera === other.camera && one.microphone === other.microphone;
}

function waysWith({ camera, microphone }: LocalMediaState): readonly WayOn[] {
  if (microphone.state !== 'works') {
    const withCamera: WayOn = { text: 'continue', wishes: { camera: true, microphone: false } };
    return camera.state === 'works' ? [withCamera, WATCH_ONLY] : [WATCH_ONLY];
  }
  return camera.state === 'works'
    ? [{ text: 'continue', wishes: BOTH }, WITHOUT_CAMERA, WATCH_ONLY]
    : [WITHOUT_CAMERA, WATCH_ONLY];
}
