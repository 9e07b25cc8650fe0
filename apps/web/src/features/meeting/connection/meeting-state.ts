import type { Admission, ErrorCode, NotificationBody } from '@tapaamo/contracts';
import type { RemoteMedia } from './remote-media.js';
import type { Line } from './signalling.js';

/** Another person in the meeting, as the node tells. */
export type OtherParticipant = NotificationBody<'participantJoined'>;

/** Why the connection stopped for good. */
export type StopReason = ErrorCode | 'replaced' | 'left';

/** Everything a page shows of the meeting. */
export interface MeetingState {
  line: Line;
  /** Set when the line is stopped and will not come back by itself. */
  stoppedBy: StopReason | undefined;
  admission: Admission | undefined;
  /** Set when the visit has ended for everybody. */
  ended: NotificationBody<'visitEnded'> | undefined;
  /** State of the media path; `none` before there is one. */
  path: 'none' | 'connecting' | 'connected' | 'repairing';
  others: readonly OtherParticipant[];
  remote: RemoteMedia;
  /** The person's own shared screen. */
  screen: MediaStreamTrack | undefined;
}

/** Nothing is known yet. */
export const INITIAL_MEETING_STATE: MeetingState = {
  line: 'connecting',
  stoppedBy: undefined,
  admission: undefined,
  ended: undefined,
  path: 'none',
  others: [],
  remote: new Map(),
  screen: undefined,
};

/** The list with one participant added or replaced. */
export function withParticipant(
  others: readonly OtherParticipant[],
  participant: OtherParticipant,
): readonly OtherParticipant[] {
  return [...withoutParticipant(others, participant.participantId), participant];
}

/** The list without one participant. */
export function withoutParticipant(
  others: readonly OtherParticipant[],
  participantId: string,
): readonly OtherParticipant[] {
  return others.filter((other) => other.participantId !== participantId);
}
