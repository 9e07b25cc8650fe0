import type { DeviceCheck } from '@tapaamo/contracts';
import type { LocalMediaState } from '../../../media/local-media.js';

/** What the person takes along to the visit. */
export interface Wishes {
  camera: boolean;
  microphone: boolean;
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

/**
 * The test's result for the professional; undefined while a device is untried, and when something works that the person
 * takes nothing of along: that it works would promise that they are seen or heard.
 */
export function deviceCheckOf(
  { camera, microphone }: LocalMediaState,
  wishes: Wishes,
): DeviceCheck | undefined {
  const takesNothing = !wishes.camera && !wishes.microphone;
  const someWorks = camera.state === 'works' || microphone.state === 'works';
  return camera.state === 'unknown' || microphone.state === 'unknown' || (takesNothing && someWorks)
    ? undefined
    : { camera: camera.state, microphone: microphone.state };
}

/**
 * The ways on, the most fitting first. There is always one that needs no device at all.
 *
 * @param tried - Whether the devices have been tried.
 */
export function waysOn({ camera, microphone }: LocalMediaState, tried: boolean): readonly WayOn[] {
  if (!tried) {
    return [{ text: 'skip', wishes: { camera: true, microphone: true } }];
  }
  if (microphone.state !== 'works') {
    const withCamera: WayOn = { text: 'continue', wishes: { camera: true, microphone: false } };
    return camera.state === 'works' ? [withCamera, WATCH_ONLY] : [WATCH_ONLY];
  }
  return camera.state === 'works'
    ? [{ text: 'continue', wishes: { camera: true, microphone: true } }, WITHOUT_CAMERA, WATCH_ONLY]
    : [WITHOUT_CAMERA, WATCH_ONLY];
}
