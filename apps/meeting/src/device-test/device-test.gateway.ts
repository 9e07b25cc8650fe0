import { WebSocketGateway, type OnGatewayInit } from '@nestjs/websockets';
import { fits, withDeadline } from '@tapaamo/common';
import { DEVICE_TEST_NAMESPACE, handshakeAuthSchema } from '@tapaamo/contracts';
import { Logger } from '@tapaamo/logging';
import { TestPlaces } from '@tapaamo/meeting';
import { DeviceTestTokens } from '@tapaamo/visit';
import type { DefaultEventsMap, Namespace } from 'socket.io';
import { AnswerMessage } from '../socket/answer-message.service.js';
import { HandshakeLimits } from '../socket/handshake-limits.js';
import { HANDSHAKE_DEADLINE_MS, Handshake } from '../socket/handshake.service.js';
import { TooManyMessagesError } from '../socket/read-message.js';
import { TestLine, type TestSocket, type TestSocketData } from './test-line.js';

type TestNamespace = Namespace<
  DefaultEventsMap,
  DefaultEventsMap,
  DefaultEventsMap,
  Partial<TestSocketData>
>;

/**
 * Where browsers connect to test their devices, on the node's own port: the same way through every firewall, with tokens of
 * its own. No seat and no meeting is known here.
 */
@WebSocketGateway({ namespace: DEVICE_TEST_NAMESPACE })
export class DeviceTestGateway implements OnGatewayInit<TestNamespace> {
  constructor(
    private readonly tokens: DeviceTestTokens,
    private readonly places: TestPlaces,
    private readonly handshake: Handshake,
    private readonly limits: HandshakeLimits,
    private readonly messages: AnswerMessage,
    private readonly logger: Logger,
  ) {}

  afterInit(namespace: TestNamespace): void {
    namespace.use((socket, next) => {
      this.#admit(socket).then(
        () => next(),
        (error: unknown) => next(this.handshake.refusalOf(error)),
      );
    });
    namespace.on('connection', (socket: TestSocket) => {
      this.#connected(socket).catch((error: unknown) =>
        this.logger.error('signalling.listener-failed', {}, error),
      );
    });
  }

  async #admit(socket: TestSocket): Promise<void> {
    const token = fits(handshakeAuthSchema, socket.handshake.auth)?.token ?? '';
    const claims = await withDeadline(this.tokens.verify(token), HANDSHAKE_DEADLINE_MS);
    // Each line costs a room. They are counted apart, so that nobody tests their way out of their own meeting.
    if (!this.limits.allows(`test of ${claims.participantId}`)) {
      throw new TooManyMessagesError();
    }
    this.places.requireRoom(claims);
    socket.data = { claims };
  }

  async #connected(socket: TestSocket): Promise<void> {
    const { claims } = socket.data;
    if (claims === undefined) {
      socket.disconnect(true);
      return;
    }
    const line = new TestLine(socket, claims);
    // As in a meeting: nothing is passed on to socket.io's own emitter.
    socket.use((packet) => void this.messages.answer(line, packet));
    socket.on('error', (error) => this.logger.warn('signalling.socket-failed', {}, error));
    socket.on('disconnect', () => this.#lost(line));
    try {
      line.place = await this.places.open(claims, line);
    } catch (error) {
      // The browser asks for another way, or tests without the line.
      const { visitId, participantId } = claims;
      this.logger.warn('meeting.media-not-built', { visitId, participantId }, error);
      line.disconnect();
      return;
    }
    if (line.isConnected) {
      line.notify('meetingReady', line.place.ready);
    } else {
      this.#lost(line);
    }
  }

  #lost(line: TestLine): void {
    if (line.place !== null) {
      this.places.close(line.place);
    }
  }
}
