import type { Clock } from '@tapaamo/common';
import type { Logger } from '@tapaamo/logging';
import type { Seat } from '../seat/seat.js';
import type { Seats } from '../seat/seats.js';
import { describeTransport } from './describe-transport.js';
import type { RoomKeeper } from './room-keeper.js';
import { SeatMedia } from './seat-media.js';

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 2_000;

/**
 * Sees that every admitted participant with a line has media: looks at who lacks it and builds, again and again until
 * nobody does. It does not matter why somebody lacks it: just admitted, just connected, or their worker died.
 */
export class MediaProvision {
  readonly #building = new Set<Seat>();
  #lastEpoch = 0;
  readonly #failures = new WeakMap<Seat, number>();
  #closed = false;

  constructor(
    private readonly seats: Seats,
    private readonly rooms: RoomKeeper,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Builds what is missing; returns at once. */
  ensure(): void {
    for (const seat of this.#closed ? [] : this.seats.admitted()) {
      if (this.#lacksMedia(seat) && !this.#building.has(seat)) {
        void this.#build(seat);
      }
    }
  }

  /** Tells a browser of media that it already has, after its line was back. */
  announce(seat: Seat): void {
    const media = seat.media;
    if (media !== null) {
      seat.tell('meetingReady', {
        epoch: media.epoch,
        routerRtpCapabilities: { ...media.room.rtpCapabilities },
        sendTransport: describeTransport(media.participant.transports.send),
        receiveTransport: describeTransport(media.participant.transports.receive),
        participants: this.seats
          .admitted()
          .filter((other) => other !== seat)
          .map((other) => other.description),
      });
    }
  }

  /** Builds no more. */
  close(): void {
    this.#closed = true;
  }

  async #build(seat: Seat): Promise<void> {
    this.#building.add(seat);
    try {
      const room = await this.rooms.get();
      const participant = await room.addParticipant();
      if (!this.#lacksMedia(seat) || room.closed || this.#closed) {
        participant.close();
      } else {
        seat.media = new SeatMedia(this.#nextEpoch(), room, participant);
        this.#failures.delete(seat);
        this.announce(seat);
      }
    } catch (error) {
      const attempt = this.#failed(seat) + 1;
      this.#failures.set(seat, attempt);
      const { visitId } = this.seats.visit;
      const { participantId } = seat;
      this.logger.warn('meeting.media-not-built', { visitId, participantId, attempt }, error);
    } finally {
      this.#building.delete(seat);
      this.#again(seat);
    }
  }

  /** Somebody may have lost again what was just built, or it failed: look once more, soon but not in a tight loop. */
  #again(seat: Seat): void {
    if (this.#lacksMedia(seat) && !this.#closed) {
      const doublings = Math.min(Math.max(0, this.#failed(seat) - 1), 10);
      const delayMs = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** doublings);
      setTimeout(() => this.ensure(), delayMs).unref();
    }
  }

  /** How often in a row building has failed for a seat. */
  #failed(seat: Seat): number {
    return this.#failures.get(seat) ?? 0;
  }

  #lacksMedia(seat: Seat): boolean {
    return (
      seat.media === null && seat.connection !== null && seat.isAdmitted && this.seats.has(seat)
    );
  }

  /** Grows always, and is not repeated by another node that a browser comes to after this one died. */
  #nextEpoch(): number {
    this.#lastEpoch = Math.max(this.#lastEpoch + 1, this.clock.nowMs());
    return this.#lastEpoch;
  }
}
