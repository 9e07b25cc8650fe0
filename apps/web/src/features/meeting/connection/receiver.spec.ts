import type { ConsumerDescription } from '@tapaamo/contracts';
import type { types } from 'mediasoup-client';
import { PictureWishes } from '../quality/picture-wishes.js';
import { Receiver } from './receiver.js';
import { SignallingRefusal } from './signalling-refusal.js';

const camera: ConsumerDescription = {
  consumerId: 'c1',
  producerId: 'p1',
  participantId: 'b0c5a3e0-0000-4000-8000-000000000001',
  kind: 'video',
  source: 'camera',
  rtpParameters: {},
  producerPaused: false,
};

/** A receiver whose consumers are there once `finish` is called. */
class Receiving {
  readonly told: ConsumerDescription[] = [];
  readonly asked: string[] = [];
  /** How often the node refuses, and with what. */
  refusals = 0;
  refusal: SignallingRefusal['code'] = 'request.too-many';
  /** How often the browser failed at a source. */
  failures = 0;
  consumerIsClosed = false;
  readonly #making = Promise.withResolvers<object>();

  readonly #ask = (async (name: string) => {
    this.asked.push(name);
    if (this.asked.length <= this.refusals) {
      throw new SignallingRefusal(this.refusal);
    }
  }) as never;

  readonly receiver = new Receiver({
    transport: { consume: () => this.#consume() } as unknown as types.Transport,
    ask: this.#ask,
    pictures: new PictureWishes(this.#ask, false),
    consumed: (description) => this.told.push(description),
    failed: () => void (this.failures += 1),
    pause: async () => undefined,
  });

  /** What the browser fails with at its next source. */
  nextError: Error | undefined;

  #consume(): Promise<object> {
    const error = this.nextError;
    this.nextError = undefined;
    return error === undefined ? this.#making.promise : Promise.reject(error);
  }

  finish(): void {
    this.#making.resolve({ track: {}, close: () => (this.consumerIsClosed = true) });
  }
}

describe('what is received of the others', () => {
  let receiving: Receiving;

  beforeEach(() => {
    receiving = new Receiving();
  });

  it('is told of and flows', async () => {
    receiving.finish();
    await receiving.receiver.receive(camera);
    expect([receiving.told, receiving.asked]).toEqual([[camera], ['resumeConsumer']]);
  });

  it('is not told of when it ended while it was being set up', async () => {
    const done = receiving.receiver.receive(camera);
    receiving.receiver.drop('c1');
    receiving.finish();
    await done;
    expect([receiving.told, receiving.asked, receiving.receiver.ids]).toEqual([[], [], []]);
    expect(receiving.consumerIsClosed).toBe(true);
  });

  it('is not told of when its end is heard of before its beginning', async () => {
    receiving.finish();
    receiving.receiver.drop('c1');
    await receiving.receiver.receive(camera);
    expect([receiving.told, receiving.receiver.ids]).toEqual([[], []]);
  });

  it('is not told of after the session ended', async () => {
    const done = receiving.receiver.receive(camera);
    receiving.receiver.close();
    receiving.finish();
    await done;
    expect(receiving.told).toEqual([]);
  });

  it('is off when it was turned off while it was being set up', async () => {
    const done = receiving.receiver.receive(camera);
    receiving.receiver.setPaused('c1', true);
    receiving.finish();
    await done;
    expect(receiving.told).toEqual([{ ...camera, producerPaused: true }]);
  });

  it('is held back from the start, flows once it is wanted, and is held back again', async () => {
    const { receiver, asked } = receiving;
    receiver.hold('c1', true);
    receiving.finish();
    await receiver.receive(camera);
    receiver.hold('c1', false);
    receiver.hold('c1', false);
    receiver.hold('c1', true);
    expect(asked).toEqual(['pauseConsumer', 'resumeConsumer', 'pauseConsumer']);
  });

  it('is asked for again when the node refused for now', async () => {
    receiving.refusals = 2;
    receiving.finish();
    await receiving.receiver.receive(camera);
    expect(receiving.asked).toHaveLength(3);
  });

  it.each(['meeting.object-missing', 'no-line'] as const)(
    'is left to the next join after %s',
    async (code) => {
      Object.assign(receiving, { refusal: code, refusals: 1 });
      receiving.finish();
      await receiving.receiver.receive(camera);
      expect([receiving.asked, receiving.failures]).toEqual([['resumeConsumer'], 0]);
    },
  );

  it('is told of when the browser fails at it, and stops no other', async () => {
    receiving.nextError = new Error('no remote description');
    receiving.finish();
    await Promise.all([
      receiving.receiver.receive(camera),
      receiving.receiver.receive({ ...camera, consumerId: 'c2' }),
    ]);
    expect([receiving.failures, receiving.receiver.ids]).toEqual([1, ['c2']]);
    expect(receiving.told).toEqual([{ ...camera, consumerId: 'c2' }]);
  });

  it('is left out when this browser cannot decode it', async () => {
    receiving.nextError = Object.assign(new Error(), { name: 'UnsupportedError' });
    await receiving.receiver.receive(camera);
    expect([receiving.failures, receiving.told]).toEqual([0, []]);
  });

  it('is no failure when the session ended meanwhile', async () => {
    receiving.nextError = new Error('closed');
    const done = receiving.receiver.receive(camera);
    receiving.receiver.close();
    await done;
    expect(receiving.failures).toBe(0);
  });
});
