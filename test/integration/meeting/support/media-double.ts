import type { SignallingAnswer } from '@tapaamo/contracts';
import type { BrowserDouble } from './browser-double.js';

let nextSsrc = 10_000;

/** What a browser says it can decode. */
export const RTP_CAPABILITIES = {
  codecs: [
    {
      kind: 'audio',
      mimeType: 'audio/opus',
      preferredPayloadType: 100,
      clockRate: 48_000,
      channels: 2,
    },
    {
      kind: 'video',
      mimeType: 'video/VP8',
      preferredPayloadType: 101,
      clockRate: 90_000,
      rtcpFeedback: [
        { type: 'nack' },
        { type: 'nack', parameter: 'pli' },
        { type: 'transport-cc' },
      ],
    },
  ],
  headerExtensions: [
    { kind: 'audio', uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', preferredId: 1 },
    { kind: 'video', uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', preferredId: 1 },
  ],
};

/** A browser's half of a transport. */
export const DTLS_PARAMETERS = {
  role: 'client' as const,
  fingerprints: [{ algorithm: 'sha-256', value: Array(32).fill('AB').join(':') }],
};

/** Another browser's half. */
export const otherDtlsParameters = () => ({
  role: 'client' as const,
  fingerprints: [{ algorithm: 'sha-256', value: Array(32).fill('CD').join(':') }],
});

/** A request to send a microphone. */
export const microphone = () => ({
  kind: 'audio' as const,
  source: 'microphone' as const,
  rtpParameters: {
    mid: '0',
    codecs: [{ mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 }],
    encodings: [{ ssrc: (nextSsrc += 1) }],
    rtcp: { cname: 'chosen-by-the-browser' },
  },
});

/** A request to speak into the channel of the interpretation. */
export const interpretation = () => {
  const { rtpParameters, ...offer } = microphone();
  return {
    ...offer,
    source: 'interpretation' as const,
    rtpParameters: { ...rtpParameters, mid: '2' },
  };
};

/** A request to send a camera in two layers. */
export const camera = () => ({
  kind: 'video' as const,
  source: 'camera' as const,
  rtpParameters: {
    mid: '1',
    codecs: [{ mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000 }],
    encodings: [
      { ssrc: (nextSsrc += 1), maxBitrate: 150_000, scalabilityMode: 'L1T3' },
      { ssrc: (nextSsrc += 1), maxBitrate: 900_000, scalabilityMode: 'L1T3' },
    ],
  },
});

/** Does what a page does once its meeting is ready; resolves with the consumers it was given. */
export async function join(browser: BrowserDouble): Promise<SignallingAnswer<'joinMeeting'>> {
  await browser.told('meetingReady');
  return await browser.get('joinMeeting', { rtpCapabilities: RTP_CAPABILITIES });
}
