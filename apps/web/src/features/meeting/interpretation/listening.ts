import type { MediaSource } from '@tapaamo/contracts';
import type { RemoteMedia } from '../connection/remote-media.js';

/** What somebody listens to while an interpreter speaks in a channel of their own. */
export const LISTENING = ['original', 'interpretation', 'both'] as const;
export type Listening = (typeof LISTENING)[number];

/** To whom an interpreter speaks: to all, as in most visits, or into the channel while others go on speaking. */
export const SPEAKING = ['all', 'channel'] as const;
export type Speaking = (typeof SPEAKING)[number];

/** How loud the original is below an interpretation. */
const BELOW = 0.2;

/** What somebody chose. */
export interface ListeningChoice {
  listening: Listening;
  /** The interpreter whose channel they chose, where there are several. */
  channel: string | undefined;
}

/** Interpreters who speak in their channel now, in the order in which they came. */
export function openChannels(remote: RemoteMedia): string[] {
  return [...remote]
    .filter(([, { interpretation }]) => interpretation !== undefined && !interpretation.paused)
    .map(([participantId]) => participantId);
}

/**
 * The channel that somebody hears: the one they chose, and while that is not open the first. Null when they hear none, and
 * then everybody else in full: whatever was chosen before, nobody sits in silence.
 */
export function heardChannel(
  remote: RemoteMedia,
  { listening, channel }: ListeningChoice,
): string | null {
  const open = openChannels(remote);
  if (listening === 'original') {
    return null;
  }
  return open.find((id) => id === channel) ?? open[0] ?? null;
}

/** Every channel by what carries it, and whether it is one that somebody does not hear. */
export function unheardChannels(
  remote: RemoteMedia,
  choice: ListeningChoice,
): ReadonlyMap<string, boolean> {
  const heard = heardChannel(remote, choice);
  const unheard = new Map<string, boolean>();
  for (const [participantId, { interpretation }] of remote) {
    if (interpretation !== undefined) {
      unheard.set(interpretation.consumerId, participantId !== heard);
    }
  }
  return unheard;
}

/** How loud a source is, from 0 to 1. */
export function loudnessOf(
  { participantId, source }: { participantId: string; source: MediaSource },
  heard: string | null,
  listening: Listening,
): number {
  if (source === 'interpretation') {
    return participantId === heard ? 1 : 0;
  }
  if (heard === null) {
    return 1;
  }
  return listening === 'both' ? BELOW : 0;
}
