import type { MediaSource } from '@tapaamo/contracts';
import type { OtherParticipant } from '../connection/meeting-state.js';
import type { RemoteMedia } from '../connection/remote-media.js';
import type { PlayedSound } from '../remote-sound.js';
import { heardChannel, loudnessOf, type ListeningChoice } from './listening.js';

const SOUNDS = ['microphone', 'interpretation', 'screen-audio'] as const satisfies MediaSource[];

/** Everything that can be heard of the others, each as loud as the person wants it. */
export function soundsOf(
  others: readonly OtherParticipant[],
  remote: RemoteMedia,
  choice: ListeningChoice,
): PlayedSound[] {
  const heard = heardChannel(remote, choice);
  return others.flatMap(({ participantId }) =>
    SOUNDS.flatMap((source) => {
      const sound = remote.get(participantId)?.[source];
      const loudness = loudnessOf({ participantId, source }, heard, choice.listening);
      return sound === undefined ? [] : [{ ...sound, loudness }];
    }),
  );
}
