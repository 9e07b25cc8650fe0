import { jest } from '@jest/globals';
import { Device } from 'mediasoup-client';
import type { types } from 'mediasoup-client';
import { MediaSession, type MediaSessionListener } from './media-session.js';
import { SignallingRefusal } from './signalling-refusal.js';

const settled = () => new Promise((resolve) => setImmediate(resolve));
const nothing = () => undefined;

/** A session on a line that the test takes away and gives back. */
async function openSession() {
  const transport = {
    closed: false,
    connectionState: 'connected',
    on: nothing,
    close: nothing,
    produce: async () => ({ id: 'p1', closed: false, close: nothing }),
    produceData: () => new Promise(nothing),
  };
  jest.spyOn(Device, 'factory').mockResolvedValue({
    load: async () => undefined,
    createSendTransport: () => transport,
    createRecvTransport: () => transport,
    recvRtpCapabilities: {},
    sendRtpCapabilities: {},
  } as unknown as types.Device);
  const line = { isThere: true, asked: [] as string[] };
  const ask = async (name: string) => {
    if (!line.isThere) {
      throw new SignallingRefusal('no-line');
    }
    line.asked.push(name);
    return { consumers: [] };
  };
  const listener = new Proxy({}, { get: () => nothing }) as MediaSessionListener;
  const ready = { epoch: 1, sendTransport: {}, receiveTransport: {} };
  const session = await MediaSession.open(ready as never, ask as never, listener, []);
  return { session, line };
}

describe('the media of one build', () => {
  beforeEach(() => {
    Object.assign(globalThis, { document: { visibilityState: 'visible' } });
  });
  afterEach(() => {
    jest.restoreAllMocks();
    Reflect.deleteProperty(globalThis, 'document');
  });

  it('tells the node, with the line back, of what ended while it was lost', async () => {
    const { session, line } = await openSession();
    session.send('microphone', { track: { readyState: 'live' } as MediaStreamTrack, on: true });
    await settled();
    line.isThere = false;
    await session.endSource('microphone');
    expect(line.asked).not.toContain('closeProducer');
    line.isThere = true;
    await session.resume();
    await settled();
    expect(line.asked).toContain('closeProducer');
    session.close();
  });
});
