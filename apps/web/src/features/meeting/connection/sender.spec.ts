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
  /** How the next requests end; without one they are answered at once. */
  readonly answers: Promise<object>[] = [];
  /** How the next offer ends, after the browser began to send. */
  taking: Promise<void> | undefined;
  /** What ended on the device, in order. */
  readonly ended: string[] = [];

  constructor(private readonly refusals: (ErrorCode | 'no-line')[] = []) {}

  readonly ask = async (name: string, body: object): Promise<object> => {
    this.asked.push([name, body]);
    return (await this.answers.shift()) ?? {};
  };

  async produce({ onRtpSender }: types.ProducerOptions): Promise<object> {
    onRtpSender?.({
      replaceTrack: async (other) => {
        if (other === null) {
          this.ended.push('sending');
        }
      },
    } as RTCRtpSender);
    await this.taking;
    this.offers += 1;
    const code = this.refusals.shift();
    if (code !== undefined) {
      throw new SignallingRefusal(code);
    }
    const producer = {
      id: 'p1',
      closed: false,
      track: track as MediaStreamTrack | null,
      close: () => void this.ended.push('producer'),
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

  it('leaves the device no more from the moment it is ended, whatever is still being asked of the node', async () => {
    const node = new FakeNode();
    const sender = node.sender();
    sender.set(on());
    await settled();
    const slow = Promise.withResolvers<object>();
    node.answers.push(slow.promise);
    sender.set({ track, on: false });
    await settled();
    const closing = sender.close();
    expect(node.ended).toEqual(['sending', 'producer']);
    slow.resolve({});
    expect(await closing).toBe(true);
    expect(node.asked.at(-1)).toEqual(['closeProducer', { producerId: 'p1' }]);
  });

  it('leaves the device no more when it is ended before the node took it', async () => {
    const node = new FakeNode();
    const sender = node.sender();
    const taking = Promise.withResolvers<undefined>();
    node.taking = taking.promise;
    sender.set(on());
    await settled();
    const closing = sender.close();
    expect(node.ended).toEqual(['sending']);
    taking.resolve(undefined);
    await closing;
    expect(node.ended).toEqual(['sending', 'producer']);
  });

  it('that ended without a line is told of as ended once the line is back, and never again', async () => {
    const node = new FakeNode();
    const sender = node.sender();
    sender.set(on());
    await settled();
    const lost = Promise.reject(new SignallingRefusal('no-line'));
    node.answers.push(lost);
    expect(await sender.close()).toBe(false);
    for (let times = 0; times < 2; times += 1) {
      sender.refresh();
      await settled();
    }
    const end = ['closeProducer', { producerId: 'p1' }];
    expect(node.asked).toEqual([end, end]);
  });
});
