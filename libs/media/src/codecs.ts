import type { types } from 'mediasoup';

/**
 * Codecs of every meeting, the preferred ones first. Opus with error correction and silence suppression in mono, as
 * speech over bad lines wants it. VP8 first: every browser sends it in simulcast layers. VP9 and constrained baseline
 * H264 are for browsers that prefer or lack something; nothing here is ever decoded or transcoded.
 */
export const MEETING_CODECS: types.RouterRtpCodecCapability[] = [
  {
    kind: 'audio',
    mimeType: 'audio/opus',
    clockRate: 48_000,
    channels: 2,
    parameters: { useinbandfec: 1, usedtx: 1, stereo: 0, 'sprop-stereo': 0 },
  },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 },
  { kind: 'video', mimeType: 'video/VP9', clockRate: 90_000, parameters: { 'profile-id': 0 } },
  {
    kind: 'video',
    mimeType: 'video/H264',
    clockRate: 90_000,
    parameters: {
      'packetization-mode': 1,
      'profile-level-id': '42e01f',
      'level-asymmetry-allowed': 1,
    },
  },
];
