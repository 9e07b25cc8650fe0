import type { ConsumerDescription } from '@tapaamo/contracts';
import { Joining } from './joining.js';
import { retryDelayMs } from '../../../time/retry-delay.js';
import { SignallingRefusal } from './signalling-refusal.js';

type Code = SignallingRefusal['code'];

const source = (consumerId: string) => ({ consumerId }) as ConsumerDescription;

/** Joins a node that refuses with each of `refusals` in turn, and then tells of what is sent. */
class FakeNode {
  asked = 0;
  readonly waits: number[] = [];
  readonly told: string[] = [];
  readonly received: string[] = [];
  known: string[] = [];
  sent = ['c1', 'c2'];
  /** Happens while a joining waits before its next attempt. */
  whileWaiting: () => void = () => undefined;

  constructor(private readonly refusals: Code[] = []) {}

  readonly joining = new Joining({
    ask: (async () => {
      this.asked += 1;
      const code = this.refusals.shift();
      if (code !== undefined) {
        throw new SignallingRefusal(code);
      }
      return { consumers: this.sent.map(source) };
    }) as never,
    rtpCapabilities: {},
    receiver: {
      ids: this.known,
      receive: async ({ consumerId }) => void this.received.push(consumerId),
      drop: (consumerId) => void this.told.push(`not received any more: ${consumerId}`),
    },
    joined: () => void this.told.push('joined'),
    dropped: (consumerId) => void this.told.push(`dropped: ${consumerId}`),
    undecodable: () => void this.told.push('undecodable'),
    broken: () => void this.told.push('broken'),
    pause: async (ms) => {
      this.waits.push(ms);
      this.whileWaiting();
    },
  });
}

describe('joining the meeting', () => {
  it.each(['request.too-many', 'service.deadline-exceeded', 'media.worker-unavailable'] as const)(
    'is asked for again after %s, with growing waits, until the node agrees',
    async (code) => {
      const node = new FakeNode([code, code]);
      await node.joining.join();
      expect([node.asked, node.told, node.received]).toEqual([3, ['joined'], ['c1', 'c2']]);
      expect(node.waits.every((ms, failures) => ms >= retryDelayMs(failures, 0))).toBe(true);
      expect(node.waits.every((ms, failures) => ms <= retryDelayMs(failures, 1))).toBe(true);
    },
  );

  it('is not done before the node has agreed', async () => {
    const node = new FakeNode(['request.too-many']);
    const seen: boolean[] = [];
    node.whileWaiting = () => seen.push(node.joining.isDone);
    await node.joining.join();
    expect([...seen, node.joining.isDone]).toEqual([false, true]);
  });

  it('is not asked for again after the session ended', async () => {
    const node = new FakeNode(['request.too-many']);
    node.whileWaiting = () => node.joining.close();
    await node.joining.join();
    expect([node.asked, node.told, node.received]).toEqual([1, [], []]);
  });

  it('is asked for by the newest joining only', async () => {
    const node = new FakeNode(['request.too-many']);
    let newest: Promise<void> | undefined;
    node.whileWaiting = () => {
      newest ??= node.joining.join();
    };
    await node.joining.join();
    await newest;
    expect([node.asked, node.told]).toEqual([2, ['joined']]);
  });

  it('waits for the line without a word', async () => {
    const node = new FakeNode(['no-line']);
    await node.joining.join();
    expect([node.asked, node.told]).toEqual([1, []]);
  });

  it.each(['request.invalid', 'meeting.not-admitted', 'meeting.object-missing'] as const)(
    'asks for new media after %s, which stays',
    async (code) => {
      const node = new FakeNode(['request.too-many', code]);
      await node.joining.join();
      expect([node.asked, node.told]).toEqual([2, ['broken']]);
    },
  );

  it('says when this browser can decode nothing', async () => {
    const node = new FakeNode(['media.capabilities-unsupported']);
    await node.joining.join();
    expect(node.told).toEqual(['undecodable']);
  });

  it('drops what was received before and is not sent any more', async () => {
    const node = new FakeNode();
    node.known.push('c0', 'c1');
    await node.joining.join();
    expect(node.told).toEqual(['joined', 'not received any more: c0', 'dropped: c0']);
    expect(node.received).toEqual(['c1', 'c2']);
  });
});
