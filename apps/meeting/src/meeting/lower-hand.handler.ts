import { Injectable } from '@nestjs/common';
import type { SignallingAnswer } from '@tapaamo/contracts';
import { HandRequests, type Place } from '@tapaamo/meeting';
import type { RequestBody } from '../socket/read-message.js';
import { SocketRequest, type SocketRequestHandler } from '../socket/socket-request.js';

/** Lowers somebody else's hand, for the professional. */
@Injectable()
@SocketRequest({ event: 'lowerHand', permission: 'admitted' })
export class LowerHandHandler implements SocketRequestHandler<'lowerHand'> {
  constructor(private readonly hands: HandRequests) {}

  handle(place: Place, { participantId }: RequestBody<'lowerHand'>): SignallingAnswer<'lowerHand'> {
    this.hands.lower(place, participantId);
    return {};
  }
}
