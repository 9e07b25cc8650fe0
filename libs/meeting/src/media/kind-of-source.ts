import type { MediaSource } from '@tapaamo/contracts';

/** What a source is made of. */
export const KIND_OF_SOURCE: Record<MediaSource, 'audio' | 'video'> = {
  microphone: 'audio',
  camera: 'video',
  screen: 'video',
  'screen-audio': 'audio',
  interpretation: 'audio',
};
