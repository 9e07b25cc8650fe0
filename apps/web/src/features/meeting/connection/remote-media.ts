import type { ConsumerDescription, MediaSource } from '@tapaamo/contracts';

/** One source of another participant, as it reaches us. */
export interface RemoteTrack {
  consumerId: string;
  track: MediaStreamTrack;
  /** The sender has turned it off for now. */
  paused: boolean;
}

/** Everything that comes from one participant. */
export type RemoteTracks = Readonly<Partial<Record<MediaSource, RemoteTrack>>>;

/** By participant id. Replaced, never changed, so that React sees every change. */
export type RemoteMedia = ReadonlyMap<string, RemoteTracks>;

/** Adds or replaces one source of a participant. */
export function withTrack(
  media: RemoteMedia,
  { participantId, source, consumerId, producerPaused }: ConsumerDescription,
  track: MediaStreamTrack,
): RemoteMedia {
  const tracks = {
    ...media.get(participantId),
    [source]: { consumerId, track, paused: producerPaused },
  };
  return new Map(media).set(participantId, tracks);
}

/** Removes the source that a consumer carried. */
export function withoutConsumer(media: RemoteMedia, consumerId: string): RemoteMedia {
  return mapTracks(media, consumerId, () => undefined);
}

/** Notes that the sender turned a source off or on. */
export function withPaused(media: RemoteMedia, consumerId: string, paused: boolean): RemoteMedia {
  return mapTracks(media, consumerId, (track) => ({ ...track, paused }));
}

function mapTracks(
  media: RemoteMedia,
  consumerId: string,
  change: (track: RemoteTrack) => RemoteTrack | undefined,
): RemoteMedia {
  for (const [participantId, tracks] of media) {
    for (const [source, track] of Object.entries(tracks)) {
      if (track.consumerId === consumerId) {
        const { [source as MediaSource]: _, ...others } = tracks;
        const changed = change(track);
        const kept = changed === undefined ? others : { ...others, [source]: changed };
        return new Map(media).set(participantId, kept);
      }
    }
  }
  return media;
}
