import {
  ERROR_CODES,
  SIGNALLING_NOTIFICATION_NAMES,
  type ErrorCode,
  type HandshakeAuth,
  type HandshakeRefusal,
  type MeetingAccess,
  type NotificationBody,
  type SignallingAck,
  type SignallingAnswer,
  type SignallingBody,
  type SignallingNotification,
  type SignallingRequest,
} from '@tapaamo/contracts';
import { io, type Socket } from 'socket.io-client';
import { ApiProblem, isWorthAnotherTry } from '../../../api/api-problem.js';
import { pauseBeforeRetry } from '../../../time/pause-before-retry.js';
import { randomChance } from '../../../time/retry-delay.js';
import { AnswerTimes } from './answer-times.js';
import { reconnectDelayMs } from './reconnect-delay.js';
import { SignallingRefusal } from './signalling-refusal.js';

const CONNECT_TIMEOUT_MS = 8_000;
const REQUEST_TIMEOUT_MS = 8_000;

/** A line that stood shorter than this counts as one more failure, so that a node that sends us away is not stormed. */
const STABLE_MS = 5_000;

/** Refusals that a person is told of while the line goes on trying: it may take minutes. */
const HOLDS_UP: readonly ErrorCode[] = ['meeting.no-node', 'meeting.organisation-full'];

/** State of the line to the meeting node. */
export type Line = 'connecting' | 'connected' | 'lost' | 'stopped';

/** What the line asks and tells its owner. */
export interface SignallingListener {
  getAccess(nodeSilent: boolean): Promise<MeetingAccess>;
  /** Epoch of the media that is still there, so that the node keeps its half of it. */
  keptEpoch(): number | undefined;
  lineChanged(line: Line): void;
  /** The server will not let us in any more; trying again, unchanged, cannot help. */
  refused(code: ErrorCode): void;
  /** There is no way to a node just now; undefined once there is. The line goes on trying. */
  heldUp?(code: ErrorCode | undefined): void;
  /** The node itself did not let us in this time. */
  turnedAway?(): void;
  notified<N extends SignallingNotification>(name: N, body: NotificationBody<N>): void;
}

/**
 * The line to the meeting node. Every attempt to connect asks for access anew: the token lives for a minute,
 * and after a node's death the answer names another node.
 */
export class Signalling {
  #socket: Socket | undefined;
  #stop = new AbortController();
  /** The node of the last attempt gave no answer at all: it may be dead, which the API sees later than we do. */
  #nodeSilent = false;
  /** The line was left because the network changed: no crowd does that at one moment. */
  #isHurried = false;
  #connectedAt = 0;
  #answers = new AnswerTimes();

  constructor(private readonly listener: SignallingListener) {}

  /** Connects, and keeps connecting until stopped or refused. */
  async start(): Promise<void> {
    this.#stop.abort();
    const stop = (this.#stop = new AbortController());
    this.listener.lineChanged('connecting');
    let failures = 0;
    while (!stop.signal.aborted) {
      const stoodMs = await this.#connectOnce(stop.signal);
      if (stoodMs > 0) {
        this.#tellLost(stop.signal);
      }
      failures = stoodMs > STABLE_MS ? 0 : failures + 1;
      const waitMs = this.#isHurried
        ? 0
        : reconnectDelayMs(failures, this.#nodeSilent, randomChance());
      this.#isHurried = false;
      await pauseBeforeRetry(waitMs, stop.signal);
    }
  }

  /** Closes the line for good (until started again). */
  stop(): void {
    this.#stop.abort();
    this.#socket?.disconnect();
    this.listener.lineChanged('stopped');
  }

  /** Drops the line and connects anew; the node then tells everything again. */
  resync(): void {
    this.#socket?.disconnect();
  }

  /** Sends a request and waits for its answer. */
  async request<R extends SignallingRequest>(
    name: R,
    body: SignallingBody<R>,
  ): Promise<SignallingAnswer<R>> {
    const socket = this.#socket;
    if (socket?.connected !== true) {
      throw new SignallingRefusal('no-line');
    }
    const ack = await this.#ackOf<R>(socket, name, body);
    if (!ack.ok) {
      throw new SignallingRefusal(ack.code);
    }
    return ack.data;
  }

  async #ackOf<R extends SignallingRequest>(socket: Socket, name: R, body: object) {
    const stoodMs = performance.now() - this.#connectedAt;
    // Asked because nothing comes any more: most likely a line of before is gone as well, and is better sought anew at once.
    const isDoubtful = name === 'restartIce' && stoodMs > STABLE_MS;
    const patienceMs = isDoubtful
      ? this.#answers.patienceMs(REQUEST_TIMEOUT_MS)
      : REQUEST_TIMEOUT_MS;
    const [answers, askedAt] = [this.#answers, performance.now()];
    try {
      const ack = (await socket.timeout(patienceMs).emitWithAck(name, body)) as SignallingAck<R>;
      answers.answered(performance.now() - askedAt);
      return ack;
    } catch {
      // A line that swallows requests is worse than none: connect anew.
      this.#isHurried ||= isDoubtful && socket.connected;
      socket.disconnect();
      throw new SignallingRefusal('no-line');
    }
  }

  /** One connection from beginning to end. Resolves to the milliseconds it stood; 0 when it never did. */
  async #connectOnce(signal: AbortSignal): Promise<number> {
    let access: MeetingAccess;
    try {
      access = await this.listener.getAccess(this.#nodeSilent);
    } catch (error) {
      this.#considerRefusal(error, signal);
      return 0;
    }
    if (signal.aborted) {
      return 0;
    }
    this.listener.heldUp?.(undefined);
    const socket = (this.#socket = openSocket(access, this.listener.keptEpoch()));
    this.#listen(socket, signal);
    return new Promise((resolve) => {
      let since: number | undefined;
      const stoodMs = () => (since === undefined ? 0 : performance.now() - since);
      socket.once('connect', () => {
        since = this.#connectedAt = performance.now();
        this.#answers = new AnswerTimes();
        this.#nodeSilent = false;
        this.listener.lineChanged('connected');
      });
      socket.once('connect_error', (error: Error & { data?: HandshakeRefusal }) => {
        // A node that refuses says why; of one that is not there the transport tells.
        this.#nodeSilent = error.data === undefined;
        if (error.data !== undefined) {
          this.listener.turnedAway?.();
        }
        socket.disconnect();
        // Trying again by itself could take the place of nobody; the person tries when somebody has left.
        if (error.data?.code === 'meeting.full' && !signal.aborted) {
          this.stop();
          this.listener.refused(error.data.code);
        }
        resolve(0);
      });
      socket.once('disconnect', () => resolve(stoodMs()));
      signal.addEventListener('abort', () => resolve(stoodMs()), { once: true });
    });
  }

  #tellLost(signal: AbortSignal): void {
    if (!signal.aborted) {
      this.listener.lineChanged('lost');
    }
  }

  #listen(socket: Socket, signal: AbortSignal): void {
    for (const name of SIGNALLING_NOTIFICATION_NAMES) {
      socket.on(name, (body: NotificationBody<typeof name>) => {
        if (!signal.aborted) {
          this.listener.notified(name, body);
        }
      });
    }
  }

  #considerRefusal(error: unknown, signal: AbortSignal): void {
    if (!(error instanceof ApiProblem)) {
      return;
    }
    if (isWorthAnotherTry(error)) {
      if (!signal.aborted) {
        this.listener.heldUp?.(HOLDS_UP.find((code) => code === error.code));
      }
      return;
    }
    if (!signal.aborted && error.code !== 'offline' && error.code in ERROR_CODES) {
      this.stop();
      this.listener.refused(error.code);
    }
  }
}

function openSocket({ nodeUrl, token }: MeetingAccess, epoch: number | undefined): Socket {
  const auth: HandshakeAuth = { token, ...(epoch === undefined ? {} : { epoch }) };
  return io(nodeUrl, {
    auth,
    forceNew: true,
    reconnection: false,
    timeout: CONNECT_TIMEOUT_MS,
    // Straight to a WebSocket saves two round trips; polling stays for networks that block it.
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
  });
}
