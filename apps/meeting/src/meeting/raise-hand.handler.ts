import { Injectable } from '@nestjs/common';
import type { SignallingAnswer } from '@tapaamo/contracts';
import { HandRequests, type Place } from '@tapaamo/meeting';
import type { RequestBody } from '../socket/read-message.js';
import { SocketRequest, type SocketRequestHandler } from '../socket/socket-request.js';

/** Raises or lowers the caller's hand. */
@Injectable()
@SocketRequest({ event: 'raiseHand', permission: 'admitted' })
export class RaiseHandHandler implements SocketRequestHandler<'raiseHand'> {
  constructor(private readonly hands: HandRequests) {}

  handle(place: Place, { raised }: RequestBody<'raiseHand'>): SignallingAnswer<'raiseHand'> {
    this.hands.raise(place, raised);
    return {};
  }
}
