import type { TestPlace } from '@tapaamo/meeting';
import type { DeviceTestClaims } from '@tapaamo/visit';
import { LimitedLine, type SocketWith } from '../socket/limited-line.js';

/** What the handshake found out about a socket. */
export interface TestSocketData {
  claims: DeviceTestClaims;
}

/** A socket of who tests their devices. */
export type TestSocket = SocketWith<TestSocketData>;

/** One socket as the line of who tests their devices. It has no seat and no meeting. */
export class TestLine extends LimitedLine {
  /** Where the devices are tested; `null` before it is there. */
  place: TestPlace | null = null;

  constructor(
    socket: TestSocket,
    readonly claims: DeviceTestClaims,
  ) {
    super(socket);
  }
}
