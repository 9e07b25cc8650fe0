import type { RemoteMedia, RemoteTracks } from '../connection/remote-media.js';
import {
  heardChannel,
  loudnessOf,
  openChannels,
  unheardChannels,
  type Listening,
} from './listening.js';

const track = (paused = false) => ({
  consumerId: 'c',
  track: {} as MediaStreamTrack,
  paused,
});
const remoteOf = (people: Record<string, RemoteTracks>): RemoteMedia =>
  new Map(Object.entries(people));
const INTERPRETED = remoteOf({
  professional: { microphone: track() },
  interpreter: { interpretation: track() },
  signer: { interpretation: track(true) },
});
const choice = (listening: Listening, channel?: string) => ({ listening, channel });

describe('listening to an interpretation', () => {
  it('is possible while an interpreter speaks in the channel, not while it is silent', () => {
    expect(openChannels(INTERPRETED)).toEqual(['interpreter']);
  });

  it.each([
    ['original', 1, 0],
    ['interpretation', 0, 1],
    ['both', 0.2, 1],
  ] as const)(
    'to %s gives the original %d and the interpretation %d',
    (listening, original, it) => {
      const heard = heardChannel(INTERPRETED, choice(listening));
      const loudness = (participantId: string, source: 'microphone' | 'interpretation') =>
        loudnessOf({ participantId, source }, heard, listening);
      expect(loudness('professional', 'microphone')).toBe(original);
      expect(loudness('interpreter', 'interpretation')).toBe(it);
    },
  );

  it('lets everybody be heard in full whenever nobody interprets, whatever was chosen', () => {
    const silent = remoteOf({ professional: { microphone: track() } });
    for (const listening of ['original', 'interpretation', 'both'] as const) {
      const heard = heardChannel(silent, choice(listening, 'interpreter'));
      const source = { participantId: 'professional', source: 'microphone' } as const;
      expect(loudnessOf(source, heard, listening)).toBe(1);
    }
  });

  it('is to one of several, the chosen one or else the first', () => {
    const two = remoteOf({ a: { interpretation: track() }, b: { interpretation: track() } });
    expect(heardChannel(two, choice('both'))).toBe('a');
    expect(heardChannel(two, choice('both', 'b'))).toBe('b');
    expect(heardChannel(two, choice('both', 'gone'))).toBe('a');
    const source = { participantId: 'a', source: 'interpretation' } as const;
    expect(loudnessOf(source, 'b', 'both')).toBe(0);
  });

  it('leaves the channels unheard that are not listened to', () => {
    const channel = (consumerId: string) => ({ interpretation: { ...track(), consumerId } });
    const two = remoteOf({ a: channel('of a'), b: channel('of b'), c: { microphone: track() } });
    const unheard = [...unheardChannels(two, choice('both', 'b'))];
    expect(unheard).toEqual([
      ['of a', true],
      ['of b', false],
    ]);
  });
});
