import { Injectable } from '@nestjs/common';
import { AppError, Randomness, fits, withDeadline } from '@tapaamo/common';
import { handshakeAuthSchema, type ErrorCode, type HandshakeRefusal } from '@tapaamo/contracts';
import { Logger } from '@tapaamo/logging';
import { Meetings } from '@tapaamo/meeting';
import { MeetingTokens } from '@tapaamo/visit';
import { MeetingMetrics } from '../metrics/meeting-metrics.service.js';
import { HandshakeLimits } from './handshake-limits.js';
import { logRefusal } from './log-refusal.js';
import { TooManyMessagesError } from './read-message.js';
import type { MeetingSocket, SocketData } from './socket-line.js';

/** Longest time of a handshake, in milliseconds. */
export const HANDSHAKE_DEADLINE_MS = 5_000;

/** Refusal of a handshake; socket.io hands `data` to the browser's `connect_error`. */
export class HandshakeRefusedError extends Error {
  readonly data: HandshakeRefusal;

  constructor(code: ErrorCode, correlationId: string) {
    super(code);
    this.name = 'HandshakeRefusedError';
    this.data = { code, correlationId };
  }
}

/** Finds out who a new connection is, once, and whether their meeting takes them. */
@Injectable()
export class Handshake {
  constructor(
    private readonly tokens: MeetingTokens,
    private readonly meetings: Meetings,
    private readonly limits: HandshakeLimits,
    private readonly metrics: MeetingMetrics,
    private readonly randomness: Randomness,
    private readonly logger: Logger,
  ) {}

  /** @throws HandshakeRefusedError and nothing else. */
  async admit(socket: MeetingSocket): Promise<void> {
    try {
      socket.data = await withDeadline(
        this.#identify(socket.handshake.auth),
        HANDSHAKE_DEADLINE_MS,
      );
    } catch (error) {
      throw this.refusalOf(error);
    }
  }

  /** What a browser is told of why it was refused; counted and logged. */
  refusalOf(error: unknown): HandshakeRefusedError {
    const code = error instanceof AppError ? error.code : 'service.unexpected';
    const correlationId = this.randomness.uuid();
    this.metrics.refused(code);
    logRefusal(this.logger, 'signalling.handshake-refused', { correlationId, code }, error);
    return new HandshakeRefusedError(code, correlationId);
  }

  async #identify(auth: unknown): Promise<SocketData> {
    const presented = fits(handshakeAuthSchema, auth);
    const claims = await this.tokens.verify(presented?.token ?? '');
    if (!this.limits.allows(claims.participantId)) {
      throw new TooManyMessagesError();
    }
    const meeting = await this.meetings.expect(claims);
    return { claims, meeting, keptEpoch: presented?.epoch };
  }
}
