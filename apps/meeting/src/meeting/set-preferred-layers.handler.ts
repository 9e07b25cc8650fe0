import { Injectable } from '@nestjs/common';
import type { SignallingAnswer } from '@tapaamo/contracts';
import { MediaRequests, type Place } from '@tapaamo/meeting';
import type { RequestBody } from '../socket/read-message.js';
import { SocketRequest, type SocketRequestHandler } from '../socket/socket-request.js';

/** Says how large and how fluent a received picture needs to be. */
@Injectable()
@SocketRequest({ event: 'setPreferredLayers', permission: 'admitted' })
export class SetPreferredLayersHandler implements SocketRequestHandler<'setPreferredLayers'> {
  constructor(private readonly requests: MediaRequests) {}

  async handle(
    place: Place,
    { consumerId, spatialLayer, temporalLayer }: RequestBody<'setPreferredLayers'>,
  ): Promise<SignallingAnswer<'setPreferredLayers'>> {
    await this.requests.consumer(place, consumerId).setPreferredLayers(spatialLayer, temporalLayer);
    return {};
  }
}
