import { Injectable } from '@nestjs/common';
import type { SignallingAnswer } from '@tapaamo/contracts';
import { HandRequests, type Place } from '@tapaamo/meeting';
import type { RequestBody } from '../socket/read-message.js';
import { SocketRequest, type SocketRequestHandler } from '../socket/socket-request.js';

/** Shows the others a reaction. */
@Injectable()
@SocketRequest({ event: 'react', permission: 'admitted' })
export class ReactHandler implements SocketRequestHandler<'react'> {
  constructor(private readonly hands: HandRequests) {}

  handle(place: Place, { reaction }: RequestBody<'react'>): SignallingAnswer<'react'> {
    this.hands.react(place, reaction);
    return {};
  }
}
