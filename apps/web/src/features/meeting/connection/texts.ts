import {
  readTextMessage,
  writeTextMessage,
  type TextDescription,
  type TextMessage,
} from '@tapaamo/contracts';
import type { types } from 'mediasoup-client';
import type { pauseBeforeRetry } from '../../../time/pause-before-retry.js';
import { persist } from './persist.js';

/**
 * How long what is written waits after the own channel opened, in milliseconds. The others hear of it and set up their end
 * meanwhile; what came before that would be lost.
 */
const SETTLING_MS = 1_000;

interface TextsOptions {
  sending: types.Transport;
  receiving: types.Transport;
  /** Somebody wrote. */
  received: (participantId: string, message: TextMessage) => void;
  /** From now on what is written reaches the others, or not any more. */
  writableChanged: () => void;
  pause?: typeof pauseBeforeRetry;
}

/** What is written, for as long as the media stands: a channel to the others, and one from each of them. */
export class Texts {
  #channel: types.DataProducer | undefined;
  #isSettled = false;
  readonly #over = new AbortController();
  readonly #received = new Set<string>();

  constructor(private readonly options: TextsOptions) {}

  /** Whether what is written now reaches the others. */
  get isWritable(): boolean {
    return this.#isSettled && this.#channel?.readyState === 'open';
  }

  /** Opens the way to the others. Never fails: a refusal for now is tried again, another one leaves it closed. */
  async open(): Promise<void> {
    const { pause } = this.options;
    const { signal } = this.#over;
    await persist(() => this.#produce(), { signal, ...(pause && { pause }) }).catch(
      () => undefined,
    );
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
    if (this.#received.has(textConsumerId)) {
      return;
    }
    this.#received.add(textConsumerId);
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
    } catch {
      // Told of again with the next join.
      this.#received.delete(textConsumerId);
    }
  }

  /** Ends all waiting; the transports are closed by their owner. */
  close(): void {
    this.#over.abort();
    this.#isSettled = false;
  }

  async #produce(): Promise<void> {
    if (this.options.sending.closed) {
      return;
    }
    const channel = await this.options.sending.produceData({ ordered: true, label: 'text' });
    this.#channel = channel;
    channel.on('close', () => this.options.writableChanged());
    if (channel.readyState === 'open') {
      this.#settle();
    } else {
      channel.on('open', () => this.#settle());
    }
  }

  #settle(): void {
    setTimeout(() => {
      if (!this.#over.signal.aborted) {
        this.#isSettled = true;
        this.options.writableChanged();
      }
    }, SETTLING_MS);
  }
}
