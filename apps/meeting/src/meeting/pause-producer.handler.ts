import { Injectable } from '@nestjs/common';
import type { SignallingAnswer } from '@tapaamo/contracts';
import { MediaRequests, type Place } from '@tapaamo/meeting';
import type { RequestBody } from '../socket/read-message.js';
import { SocketRequest, type SocketRequestHandler } from '../socket/socket-request.js';

/** Stops sending one of the caller's sources for a while. */
@Injectable()
@SocketRequest({ event: 'pauseProducer', permission: 'admitted' })
export class PauseProducerHandler implements SocketRequestHandler<'pauseProducer'> {
  constructor(private readonly requests: MediaRequests) {}

  async handle(
    place: Place,
    { producerId }: RequestBody<'pauseProducer'>,
  ): Promise<SignallingAnswer<'pauseProducer'>> {
    await this.requests.pauseProducer(place, producerId);
    return {};
  }
}
