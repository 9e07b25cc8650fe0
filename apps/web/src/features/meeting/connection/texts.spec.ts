import { jest } from '@jest/globals';
import type { types } from 'mediasoup-client';
import type { Ask } from './sender.js';
import { SignallingRefusal } from './signalling-refusal.js';
import { Texts, offerText } from './texts.js';

type Heard = (data?: unknown) => void;

/** A data channel without a browser. */
class Channel {
  readyState = 'connecting';
  closed = false;

  close(): void {
    this.closed = true;
  }

  readonly sent: unknown[] = [];
  readonly #listeners = new Map<string, Heard>();

  on(event: string, listener: Heard): void {
    this.#listeners.set(event, listener);
  }

  hear(event: string, data?: unknown): void {
    this.#listeners.get(event)?.(data);
  }

  open(): void {
    this.readyState = 'open';
    this.hear('open');
  }

  send(data: unknown): void {
    this.sent.push(data);
  }
}

const DESCRIPTION = {
  textConsumerId: 'consumer',
  textProducerId: 'producer',
  participantId: 'writer',
  sctpStreamParameters: { streamId: 3, ordered: true },
};

describe('the ends of what is written', () => {
  let channel: Channel;
  let asked: unknown[];
  let refusals: Error[];
  let writable: number;
  let made: number;
  let openings: Channel[];
  let texts: Texts;
  const received = jest.fn();

  beforeEach(() => {
    channel = new Channel();
    asked = [];
    refusals = [];
    writable = 0;
    made = 0;
    openings = [];
    received.mockClear();
    const transport = {
      closed: false,
      consumeData: () => Promise.resolve(channel),
      produceData: async ({ appData }: { appData: types.AppData }) => {
        made += 1;
        const refused = made === 2 || made === 3;
        const ask = () =>
          refused
            ? Promise.reject(new SignallingRefusal('request.too-many'))
            : Promise.resolve({ textProducerId: 'taken' });
        const opening = { sctpStreamParameters: { streamId: made }, appData };
        await new Promise((done) => offerText(ask as unknown as Ask)(opening, done));
        const opened = refused ? new Channel() : channel;
        openings.push(opened);
        return opened;
      },
    } as unknown as types.Transport;
    texts = new Texts({
      sending: transport,
      receiving: transport,
      ask: ((name: string, body: unknown) => {
        asked.push([name, body]);
        const refusal = refusals.shift();
        return refusal === undefined ? Promise.resolve({}) : Promise.reject(refusal);
      }) as Ask,
      received,
      writableChanged: () => {
        writable += 1;
      },
      pause: () => Promise.resolve(),
    });
  });

  it('tell the node that they are there once they are, and not before', async () => {
    await texts.receive(DESCRIPTION);
    expect(asked).toEqual([]);
    channel.open();
    expect(asked).toEqual([['readText', { textConsumerId: 'consumer' }]]);
    channel.hear('message', '{"kind":"said","text":"hei"}');
    expect(received).toHaveBeenCalledWith('writer', { kind: 'said', text: 'hei' });
  });

  it('tell it again after a refusal for now, and nothing once they are gone', async () => {
    refusals = [new SignallingRefusal('request.too-many')];
    channel.readyState = 'open';
    await texts.receive(DESCRIPTION);
    await new Promise((done) => setImmediate(done));
    expect(asked).toHaveLength(2);
    refusals = [new SignallingRefusal('request.too-many')];
    channel.closed = true;
    await texts.receive({ ...DESCRIPTION, textConsumerId: 'another' });
    await new Promise((done) => setImmediate(done));
    expect(asked).toHaveLength(2);
  });

  it('begin anew with a channel of the same id once the one before has closed', async () => {
    channel.readyState = 'open';
    await texts.receive(DESCRIPTION);
    channel.hear('close');
    await texts.receive(DESCRIPTION);
    expect(asked).toHaveLength(2);
  });

  it('tell it when they are told of again, if there was no line to tell it on', async () => {
    refusals = [new SignallingRefusal('no-line')];
    channel.readyState = 'open';
    await texts.receive(DESCRIPTION);
    await new Promise((done) => setImmediate(done));
    await texts.receive(DESCRIPTION);
    await new Promise((done) => setImmediate(done));
    await texts.receive(DESCRIPTION);
    expect(asked).toHaveLength(2);
  });

  it('carry what is written from the moment the way is open', async () => {
    await texts.open();
    expect([texts.send({ kind: 'said', text: 'hei' }), writable]).toEqual([false, 0]);
    channel.open();
    expect([texts.send({ kind: 'said', text: 'hei' }), writable]).toEqual([true, 1]);
    expect(channel.sent).toEqual(['{"kind":"said","text":"hei"}']);
    channel.readyState = 'closed';
    channel.hear('close');
    expect([texts.send({ kind: 'said', text: 'hei' }), writable]).toEqual([false, 2]);
    // The node refuses a page that wrote too much for a while; then it takes the next one.
    await new Promise((done) => setImmediate(done));
    expect(made).toBe(4);
    expect(openings.map(({ closed }) => closed)).toEqual([false, true, true, false]);
  });
});
