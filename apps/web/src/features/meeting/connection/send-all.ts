import type { PictureMode } from '@tapaamo/contracts';
import type { InterpretationState } from '../interpretation/interpretation.js';
import type { MediaSession } from './media-session.js';
import type { SharedScreen } from './screen-share.js';
import type { Wish } from './sender.js';

/** Everything that a person may send, as they want it now. */
export interface Sending {
  camera: Wish;
  microphone: Wish;
  screen: SharedScreen | undefined;
  /** What their line lets become of pictures. */
  pictures: PictureMode;
  /** To whom an interpreter speaks. */
  speaking: InterpretationState['speaking'];
}

/** Sends what a person wants. Asked again it changes nothing. */
export function sendAll(
  session: Pick<MediaSession, 'send' | 'endSource'>,
  { camera, microphone, screen, pictures: mode, speaking }: Sending,
): void {
  session.send('camera', { ...camera, mode });
  // One way for the voice at a time: what an interpreter says into the channel goes nowhere else.
  const toAll = speaking === 'all';
  void session.endSource(toAll ? 'interpretation' : 'microphone');
  session.send(toAll ? 'microphone' : 'interpretation', microphone);
  if (screen !== undefined) {
    session.send('screen', { track: screen.picture, on: true, mode });
  }
  if (screen?.sound !== undefined) {
    session.send('screen-audio', { track: screen.sound, on: true });
  }
}
