import { Injectable } from '@nestjs/common';
import type { SignallingAnswer } from '@tapaamo/contracts';
import { Lines, type Place } from '@tapaamo/meeting';
import type { RequestBody } from '../socket/read-message.js';
import { SocketRequest, type SocketRequestHandler } from '../socket/socket-request.js';

/** Takes how the participant's line is, as their browser sees it. */
@Injectable()
@SocketRequest({ event: 'reportLine', permission: 'admitted' })
export class ReportLineHandler implements SocketRequestHandler<'reportLine'> {
  constructor(private readonly lines: Lines) {}

  handle(place: Place, body: RequestBody<'reportLine'>): SignallingAnswer<'reportLine'> {
    this.lines.report(place, body);
    return {};
  }
}
