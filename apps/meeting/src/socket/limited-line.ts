import type { NotificationBody, SignallingNotification } from '@tapaamo/contracts';
import type { MeetingConnection } from '@tapaamo/meeting';
import type { DefaultEventsMap, Socket } from 'socket.io';
import { LineLimits } from './line-limits.js';

/** A socket of this server. `Data` is what its handshake found out. */
export type SocketWith<Data> = Socket<
  DefaultEventsMap,
  DefaultEventsMap,
  DefaultEventsMap,
  Partial<Data>
>;

/** One socket as a line to a browser, with the limits that hold for it. */
export abstract class LimitedLine implements MeetingConnection {
  readonly limits = new LineLimits();
  readonly #socket: SocketWith<unknown>;

  protected constructor(socket: SocketWith<unknown>) {
    this.#socket = socket;
  }

  get id(): string {
    return this.#socket.id;
  }

  get isConnected(): boolean {
    return this.#socket.connected;
  }

  notify<N extends SignallingNotification>(notification: N, body: NotificationBody<N>): void {
    this.#socket.emit(notification, body);
  }

  disconnect(): void {
    this.#socket.disconnect(true);
  }
}
