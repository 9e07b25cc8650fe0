import type {
  NotificationBody,
  SignallingAck,
  SignallingBody,
  SignallingNotification,
  SignallingRequest,
} from '@tapaamo/contracts';
import { io, type Socket } from 'socket.io-client';

/** Address of the page that the node accepts. */
export const PAGE_ORIGIN = 'http://localhost:8080';

const DEADLINE_MS = 8_000;

/** A notification as it came. */
export interface Heard {
  name: string;
  body: unknown;
}

/** A browser's signalling without the browser: one connection, everything it was told, and its requests. */
export class BrowserDouble {
  readonly heard: Heard[] = [];
  readonly socket: Socket;
  readonly #waiting = new Set<() => void>();
  #outcome: 'connected' | { code: string } | null = null;

  constructor(
    url: string,
    auth: Record<string, unknown>,
    headers: Record<string, string> = { origin: PAGE_ORIGIN },
  ) {
    this.socket = io(url, {
      auth,
      transports: ['websocket'],
      extraHeaders: headers,
      reconnection: false,
      forceNew: true,
    });
    this.socket.onAny((name: string, body: unknown) =>
      this.#note(() => this.heard.push({ name, body })),
    );
    this.socket.on('connect', () => this.#note(() => (this.#outcome ??= 'connected')));
    this.socket.on('connect_error', (error: Error & { data?: { code?: string } }) =>
      this.#note(() => (this.#outcome ??= { code: error.data?.code ?? error.message })),
    );
    this.socket.on('disconnect', () => this.#note(() => undefined));
  }

  /** Resolves when the node took the connection; rejects when it did not. */
  async connected(): Promise<void> {
    const outcome = await this.when('an answer to the handshake', () => this.#outcome);
    if (outcome !== 'connected') {
      throw new Error(`The node refused the connection: ${outcome.code}`);
    }
  }

  /** Resolves with the code with which the node refused the connection. */
  async refused(): Promise<string> {
    const outcome = await this.when('an answer to the handshake', () => this.#outcome);
    return outcome === 'connected' ? 'connected' : outcome.code;
  }

  /** Resolves when the line is down. */
  async disconnected(): Promise<void> {
    await this.when('the end of the line', () => (this.socket.connected ? null : true));
  }

  /** Resolves with the first notification of a name, heard already or coming, that fits. */
  async told<N extends SignallingNotification>(
    name: N,
    fits: (body: NotificationBody<N>) => boolean = () => true,
  ): Promise<NotificationBody<N>> {
    const found = await this.when(name, () =>
      this.heard.find((one) => one.name === name && fits(one.body as NotificationBody<N>)),
    );
    return found.body as NotificationBody<N>;
  }

  /** Names of everything heard so far. */
  get names(): string[] {
    return this.heard.map(({ name }) => name);
  }

  /** Sends a request and resolves with its acknowledgement. */
  async ask<R extends SignallingRequest>(
    event: R,
    body: SignallingBody<R>,
  ): Promise<SignallingAck<R>> {
    return await this.raw(event, body);
  }

  /** Sends a request and resolves with its answer; rejects when it is refused. */
  async get<R extends SignallingRequest>(event: R, body: SignallingBody<R>) {
    const ack = await this.ask(event, body);
    if (!ack.ok) {
      throw new Error(`${event} was refused: ${ack.code}`);
    }
    return ack.data;
  }

  /** Sends a request that is to be refused and resolves with the code. */
  async codeOf(event: SignallingRequest, body: unknown): Promise<string> {
    const ack: SignallingAck<SignallingRequest> = await this.raw(event, body);
    return ack.ok ? 'ok' : ack.code;
  }

  /** Sends anything at all and resolves with whatever acknowledges it. */
  async raw<T>(event: string, ...bodies: unknown[]): Promise<T> {
    return (await this.socket.timeout(DEADLINE_MS).emitWithAck(event, ...bodies)) as T;
  }

  close(): void {
    this.#note(() => (this.#outcome ??= { code: 'closed' }));
    this.socket.disconnect();
  }

  /** Resolves when something holds, looked at whenever something was heard. */
  async when<T>(what: string, look: () => T | null | undefined): Promise<T> {
    const found = look();
    if (found !== null && found !== undefined) {
      return found;
    }
    return await new Promise<T>((resolve, reject) => {
      const check = (): void => {
        const later = look();
        if (later !== null && later !== undefined) {
          done();
          resolve(later);
        }
      };
      const timer = setTimeout(() => {
        done();
        reject(
          new Error(`Waited in vain for ${what}; heard ${this.names.join(', ') || 'nothing'}.`),
        );
      }, DEADLINE_MS);
      const done = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(check);
      };
      this.#waiting.add(check);
    });
  }

  #note(act: () => unknown): void {
    act();
    [...this.#waiting].forEach((check) => check());
  }
}
