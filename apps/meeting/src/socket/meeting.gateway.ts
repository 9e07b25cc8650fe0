import { WebSocketGateway, type OnGatewayInit } from '@nestjs/websockets';
import { Logger } from '@tapaamo/logging';
import type { DefaultEventsMap, Server } from 'socket.io';
import { AnswerMessage } from './answer-message.service.js';
import { Handshake } from './handshake.service.js';
import { SocketLine, type MeetingSocket, type SocketData } from './socket-line.js';

type MeetingServer = Server<
  DefaultEventsMap,
  DefaultEventsMap,
  DefaultEventsMap,
  Partial<SocketData>
>;

/** Where browsers connect. Lines are taken and lost here; every message goes to `AnswerMessage`. */
@WebSocketGateway()
export class MeetingGateway implements OnGatewayInit<MeetingServer> {
  constructor(
    private readonly handshake: Handshake,
    private readonly messages: AnswerMessage,
    private readonly logger: Logger,
  ) {}

  afterInit(server: MeetingServer): void {
    server.use((socket, next) => {
      this.handshake.admit(socket).then(
        () => next(),
        (refusal: unknown) => next(refusal instanceof Error ? refusal : new Error('refused')),
      );
    });
    server.on('connection', (socket: MeetingSocket) =>
      this.#guarded(() => this.#connected(socket)),
    );
    server.engine.on('connection_error', (refusal: { code?: number }) =>
      this.logger.info('signalling.connection-refused', { code: String(refusal.code ?? '') }),
    );
  }

  #connected(socket: MeetingSocket): void {
    const { claims, meeting, keptEpoch } = socket.data;
    if (claims === undefined || meeting === undefined) {
      socket.disconnect(true);
      return;
    }
    const line = new SocketLine(socket, claims, meeting);
    // Nothing is passed on: no message reaches socket.io's own emitter, where names such as "error" mean something.
    socket.use((packet) => void this.messages.answer(line, packet));
    socket.on('error', (error) => this.logger.warn('signalling.socket-failed', {}, error));
    socket.on('disconnect', () =>
      this.#guarded(() => (line.seat === null ? undefined : meeting.lose(line.seat, line))),
    );
    line.seat = meeting.take(claims, line, keptEpoch);
  }

  /** An exception in a listener would end the process, and with it every call of the node. */
  #guarded(listener: () => void): void {
    try {
      listener();
    } catch (error) {
      this.logger.error('signalling.listener-failed', {}, error);
    }
  }
}
