import { Injectable } from '@nestjs/common';
import type { SignallingAnswer } from '@tapaamo/contracts';
import { TextRequests, type Place } from '@tapaamo/meeting';
import type { RequestBody } from '../socket/read-message.js';
import { SocketRequest, type SocketRequestHandler } from '../socket/socket-request.js';

/** Begins to pass on what a participant writes. */
@Injectable()
@SocketRequest({ event: 'produceText', permission: 'admitted' })
export class ProduceTextHandler implements SocketRequestHandler<'produceText'> {
  constructor(private readonly texts: TextRequests) {}

  async handle(
    place: Place,
    { sctpStreamParameters }: RequestBody<'produceText'>,
  ): Promise<SignallingAnswer<'produceText'>> {
    return { textProducerId: await this.texts.produce(place, sctpStreamParameters) };
  }
}
