import { Injectable } from '@nestjs/common';
import type { SignallingAnswer } from '@tapaamo/contracts';
import { MediaRequests, type Place } from '@tapaamo/meeting';
import type { RequestBody } from '../socket/read-message.js';
import { SocketRequest, type SocketRequestHandler } from '../socket/socket-request.js';

/** Goes on sending one of the caller's sources. */
@Injectable()
@SocketRequest({ event: 'resumeProducer', permission: 'admitted' })
export class ResumeProducerHandler implements SocketRequestHandler<'resumeProducer'> {
  constructor(private readonly requests: MediaRequests) {}

  async handle(
    place: Place,
    { producerId }: RequestBody<'resumeProducer'>,
  ): Promise<SignallingAnswer<'resumeProducer'>> {
    await this.requests.resumeProducer(place, producerId);
    return {};
  }
}
