import { Injectable } from '@nestjs/common';
import type { SignallingAnswer } from '@tapaamo/contracts';
import { MediaRequests, type Place } from '@tapaamo/meeting';
import type { RequestBody } from '../socket/read-message.js';
import { SocketRequest, type SocketRequestHandler } from '../socket/socket-request.js';

/** Ends one of the caller's sources. */
@Injectable()
@SocketRequest({ event: 'closeProducer', permission: 'admitted' })
export class CloseProducerHandler implements SocketRequestHandler<'closeProducer'> {
  constructor(private readonly requests: MediaRequests) {}

  handle(
    place: Place,
    { producerId }: RequestBody<'closeProducer'>,
  ): SignallingAnswer<'closeProducer'> {
    this.requests.closeProducer(place, producerId);
    return {};
  }
}
