import { Injectable } from '@nestjs/common';
import type { SignallingAnswer } from '@tapaamo/contracts';
import { MediaRequests, type Place } from '@tapaamo/meeting';
import type { RequestBody } from '../socket/read-message.js';
import { SocketRequest, type SocketRequestHandler } from '../socket/socket-request.js';

/** Lets a received source flow, once the browser is ready for it. */
@Injectable()
@SocketRequest({ event: 'resumeConsumer', permission: 'admitted' })
export class ResumeConsumerHandler implements SocketRequestHandler<'resumeConsumer'> {
  constructor(private readonly requests: MediaRequests) {}

  async handle(
    place: Place,
    { consumerId }: RequestBody<'resumeConsumer'>,
  ): Promise<SignallingAnswer<'resumeConsumer'>> {
    await this.requests.consumer(place, consumerId).resume();
    return {};
  }
}
