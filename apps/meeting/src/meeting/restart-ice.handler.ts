import { Injectable } from '@nestjs/common';
import type { SignallingAnswer } from '@tapaamo/contracts';
import { MediaRequests, type Place } from '@tapaamo/meeting';
import type { RequestBody } from '../socket/read-message.js';
import { SocketRequest, type SocketRequestHandler } from '../socket/socket-request.js';

/** Gives new ICE parameters for a transport whose way to the browser broke. */
@Injectable()
@SocketRequest({ event: 'restartIce', permission: 'admitted' })
export class RestartIceHandler implements SocketRequestHandler<'restartIce'> {
  constructor(private readonly requests: MediaRequests) {}

  async handle(
    place: Place,
    { direction }: RequestBody<'restartIce'>,
  ): Promise<SignallingAnswer<'restartIce'>> {
    return { iceParameters: await this.requests.restartIce(place, direction) };
  }
}
