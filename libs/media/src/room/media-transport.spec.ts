import type { types } from 'mediasoup';
import { INCOMING_BPS_MAX, MediaTransport } from './media-transport.js';

describe('MediaTransport', () => {
  it('takes no more than all of a page’s sources need, from the first moment on', async () => {
    const limits: number[] = [];
    const transport = {
      setMaxIncomingBitrate: async (bitsPerSecond: number) => void limits.push(bitsPerSecond),
    };
    const router = { createWebRtcTransport: async () => transport };
    await MediaTransport.create(
      router as unknown as types.Router,
      {} as unknown as types.WebRtcServer,
    );
    expect(limits).toEqual([INCOMING_BPS_MAX]);
    expect(INCOMING_BPS_MAX).toBeGreaterThan(4_000_000);
  });
});
