import { Injectable } from '@nestjs/common';
import type { SignallingAnswer } from '@tapaamo/contracts';
import { HandRequests, Lines, MediaRequests, TextRequests, type Place } from '@tapaamo/meeting';
import { MeetingMetrics } from '../metrics/meeting-metrics.service.js';
import type { RequestBody } from '../socket/read-message.js';
import { SocketRequest, type SocketRequestHandler } from '../socket/socket-request.js';

/** Takes what the browser can decode; everything that is sent already is prepared for it at once. */
@Injectable()
@SocketRequest({ event: 'joinMeeting', permission: 'admitted' })
export class JoinMeetingHandler implements SocketRequestHandler<'joinMeeting'> {
  constructor(
    private readonly requests: MediaRequests,
    private readonly texts: TextRequests,
    private readonly hands: HandRequests,
    private readonly lines: Lines,
    private readonly metrics: MeetingMetrics,
  ) {}

  async handle(
    place: Place,
    body: RequestBody<'joinMeeting'>,
  ): Promise<SignallingAnswer<'joinMeeting'>> {
    const consumers = await this.requests.join(place, body.rtpCapabilities);
    this.texts.joined(place);
    this.hands.joined(place);
    this.lines.joined(place);
    this.metrics.joinTook(performance.now() - place.seat.joinBeganAt);
    return { consumers };
  }
}
