import type { LocalMediaState } from '../../../media/local-media.js';
import type { MeetingState } from '../connection/meeting-state.js';
import type { Traffic } from './line-meter.js';

/** What goes over the person's line, as things stand. */
export function trafficOf(
  { screen, remote, lines }: Pick<MeetingState, 'screen' | 'remote' | 'lines'>,
  { camera }: Pick<LocalMediaState, 'camera'>,
): Traffic {
  const lossy = new Set<string>();
  let awaits = false;
  for (const [participantId, tracks] of remote) {
    for (const { track, paused } of Object.values(tracks)) {
      awaits ||= !paused;
      if (lines.get(participantId)?.losesSent === true) {
        lossy.add(track.id);
      }
    }
  }
  return {
    sendsPicture: (camera.on && camera.track !== undefined) || screen !== undefined,
    awaits,
    lossy,
  };
}

/** Who of the others speaks now; undefined in a silence, and while the person speaks themself. */
export function speakerOf({ speaker, remote, heard }: MeetingState): string | undefined {
  const { microphone, interpretation } = remote.get(speaker ?? '') ?? {};
  const isHeard = [microphone, interpretation].some(
    (voice) => voice?.paused === false && heard.includes(voice.track.id),
  );
  return isHeard ? speaker : undefined;
}
