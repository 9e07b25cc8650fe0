import { Injectable } from '@nestjs/common';
import type { SignallingAnswer } from '@tapaamo/contracts';
import type { Place } from '@tapaamo/meeting';
import { SocketRequest, type SocketRequestHandler } from '../socket/socket-request.js';

/** Gives up the caller's seat, on purpose; who waits may leave too. */
@Injectable()
@SocketRequest({ event: 'leaveMeeting', permission: 'seated' })
export class LeaveMeetingHandler implements SocketRequestHandler<'leaveMeeting'> {
  async handle({ meeting, seat }: Place): Promise<SignallingAnswer<'leaveMeeting'>> {
    await meeting.leave(seat);
    return {};
  }
}
