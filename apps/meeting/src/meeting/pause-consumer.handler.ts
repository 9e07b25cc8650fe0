import { Injectable } from '@nestjs/common';
import type { SignallingAnswer } from '@tapaamo/contracts';
import { MediaRequests, type Place } from '@tapaamo/meeting';
import type { RequestBody } from '../socket/read-message.js';
import { SocketRequest, type SocketRequestHandler } from '../socket/socket-request.js';

/** Stops receiving a source for a while. */
@Injectable()
@SocketRequest({ event: 'pauseConsumer', permission: 'admitted' })
export class PauseConsumerHandler implements SocketRequestHandler<'pauseConsumer'> {
  constructor(private readonly requests: MediaRequests) {}

  async handle(
    place: Place,
    { consumerId }: RequestBody<'pauseConsumer'>,
  ): Promise<SignallingAnswer<'pauseConsumer'>> {
    await this.requests.consumer(place, consumerId).pause();
    return {};
  }
}
