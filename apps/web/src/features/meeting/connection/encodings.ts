import type { types } from 'mediasoup-client';
import type { MediaSource } from '@tapaamo/contracts';

/** Three sizes of the camera's picture; the node forwards to each receiver the one that fits its line and window. */
const CAMERA_LAYERS: types.RtpEncodingParameters[] = [
  { scaleResolutionDownBy: 4, maxBitrate: 150_000 },
  { scaleResolutionDownBy: 2, maxBitrate: 500_000 },
  { scaleResolutionDownBy: 1, maxBitrate: 1_500_000 },
];

/** A shared screen must stay readable, so it has one layer and no smaller ones. */
const SCREEN_LAYER: types.RtpEncodingParameters[] = [{ maxBitrate: 1_500_000 }];

/** How each source is encoded. */
export const PRODUCER_OPTIONS: Readonly<Record<MediaSource, types.ProducerOptions>> = {
  microphone: { codecOptions: { opusDtx: true, opusFec: true, opusStereo: false } },
  camera: { encodings: CAMERA_LAYERS, codecOptions: { videoGoogleStartBitrate: 600 } },
  screen: { encodings: SCREEN_LAYER, codecOptions: { videoGoogleStartBitrate: 800 } },
  // What a film or a programme plays is no voice: in stereo, and quiet places are not cut out.
  'screen-audio': { codecOptions: { opusDtx: false, opusFec: true, opusStereo: true } },
  interpretation: { codecOptions: { opusDtx: true, opusFec: true, opusStereo: false } },
};

/** Sources that are pictures; the others are sounds. */
const PICTURES: readonly MediaSource[] = ['camera', 'screen'];

/** Whether a source is seen. */
export function isPicture(source: MediaSource): boolean {
  return PICTURES.includes(source);
}

/** Highest camera layer worth receiving for a picture drawn this high, in device pixels. */
export function layerForHeight(height: number): 0 | 1 | 2 {
  return height <= 200 ? 0 : height <= 400 ? 1 : 2;
}
