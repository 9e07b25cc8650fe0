import { Injectable } from '@nestjs/common';
import { AppError, Randomness, withDeadline } from '@tapaamo/common';
import type { ErrorCode, SignallingAnswer, SignallingRequest } from '@tapaamo/contracts';
import { Logger } from '@tapaamo/logging';
import { NoTestPlaceError, NotAdmittedError, type Place } from '@tapaamo/meeting';
import { TestLine } from '../device-test/test-line.js';
import { testRequestOf } from '../device-test/test-requests.js';
import { MeetingMetrics } from '../metrics/meeting-metrics.service.js';
import { logRefusal } from './log-refusal.js';
import {
  MessageInvalidError,
  TooManyMessagesError,
  readBody,
  receiveMessage,
  requestNamed,
  type Acknowledge,
  type RequestBody,
} from './read-message.js';
import { SocketLine } from './socket-line.js';
import type { SocketPermission } from './socket-request.js';
import { SocketRequestRegistry } from './socket-request-registry.js';

/** Longest time from a request to its answer, in milliseconds. */
const DEADLINE_MS = 5_000;

/** Refusals that no page of ours causes; too many of them end the line. */
const FAULTS: readonly ErrorCode[] = ['request.invalid', 'request.too-large', 'request.too-many'];

/** Whoever asks: somebody with a seat in a meeting, or who tests their devices. */
type AnyLine = SocketLine | TestLine;

/** Carries a request out that may be carried out. */
type Act = (
  body: RequestBody<SignallingRequest>,
) => Promise<SignallingAnswer<SignallingRequest>> | SignallingAnswer<SignallingRequest>;

/**
 * The one way every message of every browser takes: number, name, form, size, permission, deadline, answer.
 * Nothing that a message does gets out of here as an exception: an unanswered one would end the process, and with it
 * every call on the node.
 */
@Injectable()
export class AnswerMessage {
  constructor(
    private readonly registry: SocketRequestRegistry,
    private readonly metrics: MeetingMetrics,
    private readonly randomness: Randomness,
    private readonly logger: Logger,
  ) {}

  /** Answers one packet of socket.io. Never throws or rejects. */
  async answer(line: AnyLine, packet: readonly unknown[]): Promise<void> {
    try {
      const { event, bodies, acknowledge } = receiveMessage(packet);
      const request = requestNamed(event);
      try {
        const data = await this.#carryOut(line, request, bodies, acknowledge);
        acknowledge?.({ ok: true, data });
      } catch (error) {
        this.#refuse(line, request, error, acknowledge);
      }
      this.#endWithoutSeat(line, request);
    } catch (error) {
      this.logger.error('signalling.answer-failed', {}, error);
    }
  }

  async #carryOut(
    line: AnyLine,
    request: SignallingRequest | undefined,
    bodies: readonly unknown[],
    acknowledge: Acknowledge | null,
  ): Promise<SignallingAnswer<SignallingRequest>> {
    if (!line.limits.allowsMessage()) {
      throw new TooManyMessagesError();
    }
    if (request === undefined || acknowledge === null) {
      throw new MessageInvalidError();
    }
    if (!line.limits.allowsRequest(request)) {
      throw new TooManyMessagesError();
    }
    const act = this.#actOf(line, request);
    const body = readBody(request, bodies);
    const beganAt = performance.now();
    try {
      const work = Promise.resolve().then(() => act(body));
      return await withDeadline(work, DEADLINE_MS);
    } finally {
      this.metrics.requestTook(request, performance.now() - beganAt);
    }
  }

  /** What carries a request out, found before its body is read. @throws NotAdmittedError, NoTestPlaceError */
  #actOf(line: AnyLine, request: SignallingRequest): Act {
    if (line instanceof TestLine) {
      const carriesOut = testRequestOf(request);
      const { place } = line;
      if (place === null || place.isClosed) {
        throw new NoTestPlaceError();
      }
      return (body) => carriesOut(place, body);
    }
    const { permission, handler } = this.registry.of(request);
    const place = permittedPlace(line, permission);
    return async (body) => {
      const answer = await handler.handle(place, body);
      if (permission === 'admitted') {
        // They may have been sent out meanwhile: what others send is not theirs to know any more.
        permittedPlace(line, permission);
      }
      return answer;
    };
  }

  #refuse(
    line: AnyLine,
    request: SignallingRequest | undefined,
    error: unknown,
    acknowledge: Acknowledge | null,
  ): void {
    const code = error instanceof AppError ? error.code : 'service.unexpected';
    const correlationId = this.randomness.uuid();
    const { visitId, participantId } = line.claims;
    const whose = { visitId, participantId, ...(request === undefined ? {} : { event: request }) };
    this.metrics.refused(code);
    logRefusal(this.logger, 'signalling.refused', { correlationId, code, ...whose }, error);
    acknowledge?.({ ok: false, code, correlationId });
    if (FAULTS.includes(code) && !line.limits.forgivesFault()) {
      this.logger.warn('signalling.line-ended', { visitId, participantId, code });
      line.disconnect();
    }
  }

  /** Who left has been answered by now, and has nothing more to say. */
  #endWithoutSeat(line: AnyLine, request: SignallingRequest | undefined): void {
    if (line instanceof SocketLine && request === 'leaveMeeting' && !line.isSeated) {
      line.disconnect();
    }
  }
}

/** @throws NotAdmittedError when the caller has no seat, or is not let in where that is asked. */
function permittedPlace(line: SocketLine, permission: SocketPermission): Place {
  const { seat, meeting } = line;
  if (seat === null || !line.isSeated || (permission === 'admitted' && !seat.isAdmitted)) {
    throw new NotAdmittedError();
  }
  return { meeting, seat };
}
