import {
  readTextMessage,
  writeTextMessage,
  type TextDescription,
  type TextMessage,
} from '@tapaamo/contracts';
import type { types } from 'mediasoup-client';
import type { pauseBeforeRetry } from '../../../time/pause-before-retry.js';
import { persist } from './persist.js';
import type { Ask } from './sender.js';

interface TextsOptions {
  sending: types.Transport;
  receiving: types.Transport;
  ask: Ask;
  /** Somebody wrote. */
  received: (participantId: string, message: TextMessage) => void;
  /** There is a way to the others from now on, or not any more. */
  writableChanged: () => void;
  pause?: typeof pauseBeforeRetry;
}

/** The browser's end of what somebody writes. */
interface Reading {
  tellReady: () => void;
}

/** Goes with a channel to the node's answer and back. */
interface Opening extends types.AppData {
  refusal?: Error;
}

type AskedForText = Pick<
  types.TransportEvents['producedata'][0],
  'sctpStreamParameters' | 'appData'
>;

/**
 * Asks the node to take a channel that the browser has opened already. The library closes only what it believes to be
 * taken: a refusal is therefore carried in the channel's `appData`, and `Texts` closes it.
 */
export function offerText(
  ask: Ask,
): (asked: AskedForText, done: (answer: { id: string }) => void) => void {
  return ({ sctpStreamParameters: { streamId = 0 }, appData }, done) => {
    ask('produceText', { sctpStreamParameters: { streamId } }).then(
      ({ textProducerId }) => done({ id: textProducerId }),
      (refusal: unknown) => {
        (appData as Opening).refusal = refusal as Error;
        done({ id: `refused-${streamId}` });
      },
    );
  };
}

/** What is written, for as long as the media stands: a channel to the others, and one from each of them. */
export class Texts {
  #channel: types.DataProducer | undefined;
  readonly #over = new AbortController();
  readonly #received = new Map<string, Reading>();

  constructor(private readonly options: TextsOptions) {}

  /** Whether there is a way to the others. */
  get isWritable(): boolean {
    return this.#channel?.readyState === 'open';
  }

  /** Opens the way to the others. Never fails: a refusal for now is tried again, another one leaves it closed. */
  async open(): Promise<void> {
    await this.#persist(() => this.#produce());
  }

  /** @returns Whether it is on its way. */
  send(message: TextMessage): boolean {
    if (!this.isWritable) {
      return false;
    }
    this.#channel?.send(writeTextMessage(message));
    return true;
  }

  /** Listens to what somebody writes; who is listened to already is only told of again. Never fails. */
  async receive({
    textConsumerId,
    textProducerId,
    participantId,
    sctpStreamParameters,
  }: TextDescription): Promise<void> {
    const known = this.#received.get(textConsumerId);
    if (known !== undefined) {
      known.tellReady();
      return;
    }
    const reading: Reading = { tellReady: () => undefined };
    this.#received.set(textConsumerId, reading);
    try {
      const channel = await this.options.receiving.consumeData({
        id: textConsumerId,
        dataProducerId: textProducerId,
        sctpStreamParameters: { streamId: sctpStreamParameters.streamId, ordered: true },
        label: 'text',
      });
      channel.on('message', (data: unknown) => {
        const message = readTextMessage(data);
        if (message !== null) {
          this.options.received(participantId, message);
        }
      });
      channel.on('close', () => this.#received.delete(textConsumerId));
      reading.tellReady = this.#readinessOf(channel, textConsumerId);
      channel.on('open', reading.tellReady);
      reading.tellReady();
    } catch {
      // Told of again with the next join.
      this.#received.delete(textConsumerId);
    }
  }

  /** What tells the node, once, that the browser's end is there. Without a line it is left to the next time. */
  #readinessOf(channel: types.DataConsumer, textConsumerId: string): () => void {
    let isTold = false;
    return () => {
      if (channel.readyState === 'open' && !isTold) {
        const tell = async () => {
          await this.options.ask('readText', { textConsumerId });
          isTold = true;
        };
        void this.#persist(tell, () => !isTold && !channel.closed);
      }
    };
  }

  /** Ends all waiting; the transports are closed by their owner. */
  close(): void {
    this.#over.abort();
  }

  async #persist(attempt: () => Promise<unknown>, isWanted = () => true): Promise<void> {
    const { pause } = this.options;
    const { signal } = this.#over;
    await persist(attempt, { signal, isWanted, ...(pause && { pause }) }).catch(() => undefined);
  }

  async #produce(): Promise<void> {
    if (this.options.sending.closed) {
      return;
    }
    const appData: Opening = {};
    const channel = await this.options.sending.produceData({
      ordered: true,
      label: 'text',
      appData,
    });
    if (appData.refusal !== undefined) {
      channel.close();
      throw appData.refusal;
    }
    this.#channel = channel;
    channel.on('close', () => {
      this.options.writableChanged();
      // The node ends the channel of a page that wrote too much, and takes another a minute later.
      void this.open();
    });
    channel.on('open', () => this.options.writableChanged());
    if (channel.readyState === 'open') {
      this.options.writableChanged();
    }
  }
}
