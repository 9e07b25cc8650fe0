import { MediaDescriptionInvalidError } from './media.errors.js';
import { rebuildRtpCapabilities, rebuildRtpParameters } from './media-descriptions.js';

const opus = { mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 };
const sent = { codecs: [opus], encodings: [{ ssrc: 1234 }] };

describe('rebuildRtpParameters', () => {
  it('keeps what is allowed and drops the rest, the sender’s CNAME too', () => {
    const rebuilt = rebuildRtpParameters({
      ...sent,
      mid: '0',
      secret: 'x',
      codecs: [{ ...opus, parameters: { useinbandfec: 1, odd: { deep: true } }, extra: [] }],
      rtcp: { cname: 'someone', reducedSize: true },
    });
    expect(rebuilt).toEqual({
      mid: '0',
      codecs: [{ ...opus, parameters: { useinbandfec: 1 }, rtcpFeedback: [] }],
      encodings: [{ ssrc: 1234 }],
      headerExtensions: [],
      rtcp: { reducedSize: true },
    });
  });

  it('makes a fractional bitrate whole, because mediasoup’s serialiser would break on it', () => {
    const rebuilt = rebuildRtpParameters({ ...sent, encodings: [{ ssrc: 1, maxBitrate: 100.5 }] });
    expect(rebuilt.encodings?.[0]?.maxBitrate).toBe(101);
  });

  it.each([
    ['nothing', undefined],
    [
      'a payload type that does not fit a byte',
      { ...sent, codecs: [{ ...opus, payloadType: 300 }] },
    ],
    ['a stream number that does not fit', { ...sent, encodings: [{ ssrc: 2 ** 32 }] }],
    ['an endless bitrate', { ...sent, encodings: [{ maxBitrate: 1e300 }] }],
    ['more encodings than simulcast has', { ...sent, encodings: Array(5).fill({ ssrc: 1 }) }],
    ['a scalability mode of its own', { ...sent, encodings: [{ scalabilityMode: 'L9T9' }] }],
  ])('refuses %s', (_what, described) => {
    expect(() => rebuildRtpParameters(described)).toThrow(MediaDescriptionInvalidError);
  });
});

describe('rebuildRtpCapabilities', () => {
  it('accepts a browser that describes nothing, for the room to judge', () => {
    expect(rebuildRtpCapabilities({})).toEqual({ codecs: [], headerExtensions: [] });
  });

  it('refuses a codec of an unknown kind', () => {
    const described = { codecs: [{ ...opus, kind: 'application' }] };
    expect(() => rebuildRtpCapabilities(described)).toThrow(MediaDescriptionInvalidError);
  });
});
