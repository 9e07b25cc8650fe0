import { MediaWorkerUnavailableError } from '@tapaamo/media';
import type { Meeting } from '../meeting.js';
import { NotAdmittedError } from '../meeting.errors.js';
import type { Seat } from '../seat/seat.js';
import type { SeatMedia } from './seat-media.js';

/** Whose request it is. */
export interface Place {
  readonly meeting: Meeting;
  readonly seat: Seat;
}

/**
 * The media of who asks.
 *
 * @throws NotAdmittedError, or MediaWorkerUnavailableError while the media is built (`meetingReady` follows).
 */
export function mediaOf(seat: Seat): SeatMedia {
  if (!seat.isAdmitted) {
    throw new NotAdmittedError();
  }
  if (seat.media === null) {
    throw new MediaWorkerUnavailableError();
  }
  return seat.media;
}
