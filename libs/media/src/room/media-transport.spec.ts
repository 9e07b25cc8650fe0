import { EventEmitter } from 'node:events';
import { jest } from '@jest/globals';
import type { types } from 'mediasoup';
import { INCOMING_BPS_MAX } from './incoming-limit.js';
import { MediaTransport } from './media-transport.js';

describe('MediaTransport', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('limits no browser before it has sent for a while, on this path', async () => {
    const limits: number[] = [];
    const inner = Object.assign(new EventEmitter(), {
      observer: new EventEmitter(),
      setMaxIncomingBitrate: async (bitsPerSecond: number) => void limits.push(bitsPerSecond),
    });
    const router = { createWebRtcTransport: async () => inner };
    const transport = await MediaTransport.create(
      router as unknown as types.Router,
      {} as unknown as types.WebRtcServer,
    );
    jest.advanceTimersByTime(60_000);
    transport.limitIncoming();
    inner.emit('iceselectedtuplechange');
    expect(limits).toEqual([]);
    jest.advanceTimersByTime(60_000);
    inner.emit('iceselectedtuplechange');
    expect(limits).toEqual([INCOMING_BPS_MAX, 0]);
  });
});
