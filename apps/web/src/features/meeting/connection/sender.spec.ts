import type { ErrorCode } from '@tapaamo/contracts';
import type { types } from 'mediasoup-client';
import type { pauseBeforeRetry } from '../../../time/pause-before-retry.js';
import { retryDelayMs } from '../../../time/retry-delay.js';
import { Sender, type Wish } from './sender.js';
import { SignallingRefusal } from './signalling-refusal.js';

const track = { readyState: 'live' } as MediaStreamTrack;
const on = (): Wish => ({ track, on: true });

/** A node that answers every offer of the camera with the next of `refusals`, then takes it. */
class FakeNode {
  closed = false;
  offers = 0;
  readonly asked: unknown[] = [];
  readonly unsent: boolean[] = [];
  /** Whether anything leaves the device, at every change. */
  readonly leaving: boolean[] = [];

  constructor(private readonly refusals: (ErrorCode | 'no-line')[] = []) {}

  readonly ask = async (name: string, body: object): Promise<object> => {
    this.asked.push([name, body]);
    return {};
  };

  async produce(): Promise<object> {
    this.offers += 1;
    const code = this.refusals.shift();
    if (code !== undefined) {
      throw new SignallingRefusal(code);
    }
    const producer = {
      id: 'p1',
      closed: false,
      track: track as MediaStreamTrack | null,
      close: () => undefined,
      pause: () => undefined,
      resume: () => undefined,
      replaceTrack: async ({ track: other }: { track: MediaStreamTrack | null }) => {
        producer.track = other;
        this.leaving.push(other !== null);
      },
    };
    return producer;
  }

  sender(pause: typeof pauseBeforeRetry = async () => undefined): Sender {
    return new Sender({
      source: 'camera',
      transport: this as unknown as types.Transport,
      codec: undefined,
      ask: this.ask as never,
      unsentChanged: (unsent) => this.unsent.push(unsent),
      pause,
    });
  }
}

/** Lets everything happen that waits for nothing. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('what is sent of one source', () => {
  it.each(['request.too-many', 'service.deadline-exceeded', 'media.worker-unavailable'] as const)(
    'is offered again after %s, with growing waits, until the node takes it',
    async (code) => {
      const node = new FakeNode([code, code]);
      const waits: number[] = [];
      node.sender(async (ms) => void waits.push(ms)).set(on());
      await settled();
      expect([node.offers, node.unsent]).toEqual([3, [true, true, false]]);
      expect(waits.every((ms, failures) => ms >= retryDelayMs(failures, 0))).toBe(true);
      expect(waits.every((ms, failures) => ms <= retryDelayMs(failures, 1))).toBe(true);
    },
  );

  it('is not offered again after the session ended', async () => {
    const node = new FakeNode(['request.too-many']);
    node.sender(async () => void (node.closed = true)).set(on());
    await settled();
    expect(node.offers).toBe(1);
  });

  it('is not offered again when it was turned off meanwhile, and that waits for nothing', async () => {
    const node = new FakeNode(['request.too-many']);
    const sender = node.sender(
      (_, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
    );
    sender.set(on());
    await settled();
    sender.set({ track: undefined, on: false });
    await settled();
    expect([node.offers, node.unsent]).toEqual([1, [true, false]]);
  });

  it('is given up after a refusal that stays, until the person wishes anew', async () => {
    const node = new FakeNode(['request.invalid']);
    const sender = node.sender();
    sender.set(on());
    await settled();
    expect([node.offers, node.unsent]).toEqual([1, [true]]);
    sender.set(on());
    await settled();
    expect([node.offers, node.unsent]).toEqual([2, [true, false]]);
  });

  it('waits for the line without a word, and is offered again when it is back', async () => {
    const node = new FakeNode(['no-line']);
    const sender = node.sender();
    sender.set(on());
    await settled();
    expect([node.offers, node.unsent]).toEqual([1, []]);
    sender.refresh();
    await settled();
    expect([node.offers, node.unsent]).toEqual([2, [false]]);
  });

  it('lets nothing leave the device while there is nothing to show, also without a line', async () => {
    const node = new FakeNode();
    const sender = node.sender();
    sender.set(on());
    await settled();
    sender.set({ track: undefined, on: true });
    await settled();
    sender.set(on());
    await settled();
    expect(node.leaving).toEqual([false, true]);
  });

  it('that the line holds leaves the device no more, on trial goes no further than the node, and then to all', async () => {
    const node = new FakeNode();
    const sender = node.sender();
    for (const mode of ['flowing', 'held', 'trying', 'flowing'] as const) {
      sender.set({ ...on(), mode });
      await settled();
    }
    expect(node.leaving).toEqual([false, true]);
    expect(node.asked).toEqual([
      ['pauseProducer', { producerId: 'p1' }],
      ['resumeProducer', { producerId: 'p1' }],
    ]);
    expect(node.unsent).toEqual([false, false, false, false]);
  });

  it('ends on the node too when it is ended while it begins', async () => {
    const node = new FakeNode();
    const sender = node.sender();
    sender.set(on());
    await sender.close();
    expect(node.asked).toEqual([['closeProducer', { producerId: 'p1' }]]);
  });
});
