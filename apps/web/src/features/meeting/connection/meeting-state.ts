import type {
  Admission,
  Delay,
  ErrorCode,
  MediaSource,
  NotificationBody,
  StandingReason,
} from '@tapaamo/contracts';
import type { OwnLine } from '../quality/line-meter.js';
import type { RemoteMedia } from './remote-media.js';
import type { SharedScreen } from './screen-share.js';
import type { Line } from './signalling.js';

/** Another person in the meeting, as the node tells. */
export type OtherParticipant = NotificationBody<'participantJoined'>;

/** Why the connection stopped for good. */
export type StopReason = ErrorCode | 'replaced' | 'left';

/** Everything a page shows of the meeting. */
export interface MeetingState {
  line: Line;
  /** Why there is no way to the meeting just now, while the line goes on trying. */
  heldUp: ErrorCode | undefined;
  /** Set when the line is stopped and will not come back by itself. */
  stoppedBy: StopReason | undefined;
  admission: Admission | undefined;
  /** Why they wait again, or take part alone with a professional. */
  because: StandingReason | undefined;
  /** Of which who waits is told. */
  delay: Delay | undefined;
  /** Set when the visit has ended for everybody. */
  ended: NotificationBody<'visitEnded'> | undefined;
  /** State of the media path; `none` before there is one. */
  path: 'none' | 'connecting' | 'connected' | 'repairing';
  others: readonly OtherParticipant[];
  /** Who left last, while nobody has come after them. */
  lastLeft: OtherParticipant | undefined;
  /** False while no professional is there: then nothing comes from the others. Undefined for staff, and before it is told. */
  attended: boolean | undefined;
  /** Whose browsers read what the person writes; undefined before there is a channel. */
  readers: readonly string[] | undefined;
  remote: RemoteMedia;
  /** The person's own line, as their browser sees it. */
  ownLine: OwnLine;
  /** Lines of all of which the node has told, the person's own too. */
  lines: ReadonlyMap<string, NotificationBody<'lineChanged'>>;
  /** Who speaks most, or spoke last. */
  speaker: string | undefined;
  /** Tracks in which something was heard a moment ago. */
  heard: readonly string[];
  /** The person themself, among the others. */
  ownId: string | undefined;
  /** What the person wants to send and does not get through. */
  unsent: readonly MediaSource[];
  /** The person's own shared screen. */
  screen: SharedScreen | undefined;
}

/** Nothing is known yet. */
export const INITIAL_MEETING_STATE: MeetingState = {
  line: 'connecting',
  heldUp: undefined,
  stoppedBy: undefined,
  admission: undefined,
  because: undefined,
  delay: undefined,
  ended: undefined,
  path: 'none',
  others: [],
  lastLeft: undefined,
  attended: undefined,
  readers: undefined,
  remote: new Map(),
  ownLine: { state: 'good', pictures: 'flowing' },
  lines: new Map(),
  speaker: undefined,
  heard: [],
  ownId: undefined,
  unsent: [],
  screen: undefined,
};

/** Who else is there, and who was there last. */
type Others = Pick<MeetingState, 'others' | 'lastLeft'>;

/** One participant added or replaced. */
export function withParticipant({ others }: Others, participant: OtherParticipant): Others {
  return {
    others: [...others.filter((other) => !isSame(other, participant)), participant],
    lastLeft: undefined,
  };
}

/** One participant gone, and remembered as the last who left. */
export function withoutParticipant(
  { others, lastLeft }: Others,
  gone: Pick<OtherParticipant, 'participantId'>,
): Others {
  return {
    others: others.filter((other) => !isSame(other, gone)),
    lastLeft: others.find((other) => isSame(other, gone)) ?? lastLeft,
  };
}

/**
 * The line as it is now. Without it nobody knows who comes and goes: who reads is told anew after the others are, and what
 * was written meanwhile waits until then.
 */
export function withLine(line: MeetingState['line']): Partial<MeetingState> {
  return line === 'connected' ? { line } : { line, readers: undefined };
}

/** Whom what a person writes reaches. */
export interface Reached {
  readonly participantIds: readonly string[];
  /** Whose browsers are ready to read; undefined while there is no channel to them that carries anything. */
  readonly readers: readonly string[] | undefined;
}

/**
 * Whom the person reaches now: whose line is lost comes anew when it is back. What is written while the own way is mended,
 * or the own line is lost, waits: who comes meanwhile, unknown here, would get it too.
 */
export function reachedOf({
  others,
  attended,
  readers,
  path,
  line,
}: Pick<MeetingState, 'others' | 'attended' | 'readers' | 'path' | 'line'>): Reached {
  const reached = attended === false ? [] : others.filter(({ connected }) => connected);
  return {
    participantIds: reached.map(({ participantId }) => participantId),
    readers: path === 'repairing' || line !== 'connected' ? undefined : readers,
  };
}

/** The list with one source in it or not; the same list when nothing changed. */
export function withUnsent(
  sources: readonly MediaSource[],
  source: MediaSource,
  unsent: boolean,
): readonly MediaSource[] {
  if (sources.includes(source) === unsent) {
    return sources;
  }
  return unsent ? [...sources, source] : sources.filter((other) => other !== source);
}

function isSame(
  one: Pick<OtherParticipant, 'participantId'>,
  other: Pick<OtherParticipant, 'participantId'>,
): boolean {
  return one.participantId === other.participantId;
}
