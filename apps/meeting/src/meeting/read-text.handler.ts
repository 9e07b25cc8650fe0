import { Injectable } from '@nestjs/common';
import type { SignallingAnswer } from '@tapaamo/contracts';
import { TextRequests, type Place } from '@tapaamo/meeting';
import type { RequestBody } from '../socket/read-message.js';
import { SocketRequest, type SocketRequestHandler } from '../socket/socket-request.js';

/** Notes that a browser has its end of what somebody writes. */
@Injectable()
@SocketRequest({ event: 'readText', permission: 'admitted' })
export class ReadTextHandler implements SocketRequestHandler<'readText'> {
  constructor(private readonly texts: TextRequests) {}

  async handle(
    place: Place,
    { textConsumerId }: RequestBody<'readText'>,
  ): Promise<SignallingAnswer<'readText'>> {
    this.texts.read(place, textConsumerId);
    return {};
  }
}
