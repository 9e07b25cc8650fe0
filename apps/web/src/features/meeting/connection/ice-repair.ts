import type { IceParameters } from '@tapaamo/contracts';
import type { types } from 'mediasoup-client';
import { isWithoutLine } from './signalling-refusal.js';
import { heardOn, Silence, type Alarm } from './silence.js';

/** A hiccup that heals by itself should not cost a restart. */
const PATIENCE_MS = 700;
const BETWEEN_ATTEMPTS_MS = 4_000;
const ATTEMPTS = 4;
const LISTEN_EVERY_MS = 500;

interface IceRepairOptions {
  transport: types.Transport;
  /** Asks the node for new ICE parameters. */
  restartIce: () => Promise<{ iceParameters: IceParameters }>;
  /** Told when nothing comes any more, before the browser tells of it. */
  onSilence: (alarm: Alarm) => void;
  /** Told when a new way was looked for. */
  onRenewed: () => void;
  /** Told after every attempt failed: the transports must be built anew. */
  onGiveUp: () => void;
}

/**
 * Restarts ICE when a transport loses its path: a phone that changed from Wi-Fi to mobile data keeps its meeting. The
 * browser tells of the loss, but late: that nothing comes any more is heard before.
 */
export class IceRepair {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #attempts = 0;
  #listening: ReturnType<typeof setInterval> | undefined;
  /** A new way could not be asked for, because the line to the node was gone as well. */
  #isOwed = false;
  #silence = new Silence();

  constructor(private readonly options: IceRepairOptions) {
    options.transport.on('connectionstatechange', (state) => {
      if (state === 'connected') {
        this.stop();
        this.#listen();
      } else if (state === 'closed') {
        this.stop();
      } else if (state === 'disconnected') {
        this.#schedule(PATIENCE_MS);
      } else if (state === 'failed') {
        this.#schedule(0);
      }
    });
  }

  /** Whether nothing comes on it, or nothing could. */
  get isSilent(): boolean {
    const { connectionState } = this.options.transport;
    return connectionState !== 'connected' || this.#silence.isLasting(performance.now());
  }

  /** Begins a restart at once: the network changed, the old path is probably gone. */
  now(): void {
    if (this.options.transport.connectionState !== 'new') {
      this.#schedule(0);
    }
  }

  /** The line to the node is back: what could not be asked without it is asked now. */
  resume(): void {
    if (this.#isOwed) {
      this.now();
    }
  }

  /** Ends the repair: the path stands again, or is not needed any more. */
  stop(): void {
    clearTimeout(this.#timer);
    clearInterval(this.#listening);
    this.#timer = undefined;
    this.#attempts = 0;
    this.#isOwed = false;
  }

  #listen(): void {
    const { transport, onSilence } = this.options;
    const silence = (this.#silence = new Silence());
    this.#listening = setInterval(() => {
      transport.getStats().then(
        (statistics) => {
          const heard = heardOn(statistics);
          const alarm = heard && silence.look(heard, performance.now());
          if (alarm !== undefined && transport.connectionState === 'connected') {
            onSilence(alarm);
          }
        },
        () => undefined,
      );
    }, LISTEN_EVERY_MS);
  }

  #schedule(delayMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#attempt(), delayMs);
  }

  async #attempt(): Promise<void> {
    const { transport, restartIce, onRenewed, onGiveUp } = this.options;
    if (transport.closed) {
      return;
    }
    if (this.#attempts >= ATTEMPTS) {
      this.stop();
      onGiveUp();
      return;
    }
    this.#attempts += 1;
    this.#isOwed = false;
    this.#schedule(BETWEEN_ATTEMPTS_MS);
    try {
      const { iceParameters } = await restartIce();
      await transport.restartIce({ iceParameters });
      onRenewed();
    } catch (error) {
      // Without a line to the node nothing was tried: the next attempt, or resuming after reconnecting, mends it.
      if (isWithoutLine(error)) {
        this.#attempts -= 1;
        this.#isOwed = true;
        return;
      }
    }
    if (transport.connectionState === 'connected') {
      this.stop();
      this.#listen();
    }
  }
}
