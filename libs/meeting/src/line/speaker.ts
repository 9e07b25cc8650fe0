import type { Company } from '../company/company.js';
import type { Seat } from '../seat/seat.js';
import type { Seats } from '../seat/seats.js';

/** Shares of a narrow line: what is read comes first, then who speaks, then the others. */
const OF_SPEAKER = 4;
const OF_OTHERS = 1;

/** Who speaks most in a meeting. */
export class Speaker {
  #participantId: string | null = null;

  constructor(
    private readonly seats: Seats,
    private readonly company: Company,
  ) {}

  /** Null before anybody has spoken, and after who spoke has left. */
  get participantId(): string | null {
    const id = this.#participantId;
    return id !== null && this.seats.of(id)?.isAdmitted === true ? id : null;
  }

  /** Tells somebody: who has joined, and everybody when it changed. Of who does not reach them they hear nothing. */
  tell(to: Seat): void {
    const seat = this.participantId === null ? undefined : this.seats.of(this.participantId);
    const isTold = seat !== undefined && (seat === to || this.company.mayReach(seat, to));
    const participantId = isTold ? seat.participantId : null;
    to.tell('speakerChanged', { participantId });
    to.media?.prioritiseCamera(participantId, OF_SPEAKER);
  }

  /** Somebody else speaks most now: everybody is told, and their picture comes before the others'. */
  heard(producerId: string): void {
    const participantId = this.#senderOf(producerId)?.participantId;
    const before = this.participantId;
    if (participantId === undefined || participantId === before) {
      return;
    }
    this.#participantId = participantId;
    for (const to of this.seats.admitted()) {
      to.media?.prioritiseCamera(before, OF_OTHERS);
      this.tell(to);
    }
  }

  #senderOf(producerId: string): Seat | undefined {
    return this.seats
      .admitted()
      .find(({ media }) => media?.sentSources.some(({ producer }) => producer.id === producerId));
  }
}
