import type { NotificationBody, SignallingNotification } from '@tapaamo/contracts';
import type { MeetingConnection, TestPlace } from '@tapaamo/meeting';
import type { DeviceTestClaims } from '@tapaamo/visit';
import type { DefaultEventsMap, Socket } from 'socket.io';
import { LineLimits } from '../socket/line-limits.js';

/** What the handshake found out about a socket. */
export interface TestSocketData {
  claims: DeviceTestClaims;
}

/** A socket of who tests their devices. */
export type TestSocket = Socket<
  DefaultEventsMap,
  DefaultEventsMap,
  DefaultEventsMap,
  Partial<TestSocketData>
>;

/** One socket as the line of who tests their devices, with the limits that hold for it. It has no seat and no meeting. */
export class TestLine implements MeetingConnection {
  readonly limits = new LineLimits();
  readonly #socket: TestSocket;
  /** Where the devices are tested; `null` before it is there. */
  place: TestPlace | null = null;

  constructor(
    socket: TestSocket,
    readonly claims: DeviceTestClaims,
  ) {
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
