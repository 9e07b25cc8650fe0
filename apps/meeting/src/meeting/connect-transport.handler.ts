import { Injectable } from '@nestjs/common';
import type { SignallingAnswer } from '@tapaamo/contracts';
import { MediaRequests, type Place } from '@tapaamo/meeting';
import type { RequestBody } from '../socket/read-message.js';
import { SocketRequest, type SocketRequestHandler } from '../socket/socket-request.js';

/** Takes the browser's half of one of its transports. */
@Injectable()
@SocketRequest({ event: 'connectTransport', permission: 'admitted' })
export class ConnectTransportHandler implements SocketRequestHandler<'connectTransport'> {
  constructor(private readonly requests: MediaRequests) {}

  async handle(
    place: Place,
    { direction, dtlsParameters }: RequestBody<'connectTransport'>,
  ): Promise<SignallingAnswer<'connectTransport'>> {
    await this.requests.connectTransport(place, direction, dtlsParameters);
    return {};
  }
}
