import type { types } from 'mediasoup-client';
import type { MediaSource } from '@tapaamo/contracts';

/**
 * Three sizes of the camera's picture, each in three frame rates; the node forwards to each receiver what fits its line and
 * window.
 */
const CAMERA_LAYERS: types.RtpEncodingParameters[] = [
  { scaleResolutionDownBy: 4, maxBitrate: 150_000, scalabilityMode: 'L1T3' },
  { scaleResolutionDownBy: 2, maxBitrate: 500_000, scalabilityMode: 'L1T3' },
  { scaleResolutionDownBy: 1, maxBitrate: 1_500_000, scalabilityMode: 'L1T3' },
];

/** Sound goes before pictures, in the browser's own queue and, where the network listens to marks, on the way. */
const SOUND_LAYER = { priority: 'high', networkPriority: 'high' } as types.RtpEncodingParameters;

/** A shared screen must stay readable, so it has one layer and no smaller ones. */
const SCREEN_LAYER: types.RtpEncodingParameters[] = [{ maxBitrate: 1_500_000 }];

/** How each source is encoded. */
export const PRODUCER_OPTIONS: Readonly<Record<MediaSource, types.ProducerOptions>> = {
  microphone: {
    encodings: [SOUND_LAYER],
    codecOptions: { opusDtx: true, opusFec: true, opusStereo: false },
  },
  camera: { encodings: CAMERA_LAYERS, codecOptions: { videoGoogleStartBitrate: 600 } },
  screen: { encodings: SCREEN_LAYER, codecOptions: { videoGoogleStartBitrate: 800 } },
  // What a film or a programme plays is no voice: in stereo, and quiet places are not cut out.
  'screen-audio': { codecOptions: { opusDtx: false, opusFec: true, opusStereo: true } },
  interpretation: {
    encodings: [SOUND_LAYER],
    codecOptions: { opusDtx: true, opusFec: true, opusStereo: false },
  },
};

/** Sources that are pictures; the others are sounds. */
const PICTURES: readonly MediaSource[] = ['camera', 'screen'];

/** Whether a source is seen. */
export function isPicture(source: MediaSource): boolean {
  return PICTURES.includes(source);
}
