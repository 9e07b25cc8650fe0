import { Injectable } from '@nestjs/common';
import type { SignallingAnswer } from '@tapaamo/contracts';
import { MediaRequests, type Place } from '@tapaamo/meeting';
import type { RequestBody } from '../socket/read-message.js';
import { SocketRequest, type SocketRequestHandler } from '../socket/socket-request.js';

/** Begins to send a microphone, a camera or a screen. */
@Injectable()
@SocketRequest({ event: 'produce', permission: 'admitted' })
export class ProduceHandler implements SocketRequestHandler<'produce'> {
  constructor(private readonly requests: MediaRequests) {}

  async handle(
    place: Place,
    { source, ...offer }: RequestBody<'produce'>,
  ): Promise<SignallingAnswer<'produce'>> {
    return { producerId: await this.requests.produce(place, source, offer) };
  }
}
