import {
  comesByLink,
  type NotificationBody,
  type SignallingNotification,
} from '@tapaamo/contracts';
import type { VisitRef } from '@tapaamo/visit';
import type { Seat } from './seat.js';

/** The seats of one meeting, one a participant. This list is what everyone is shown; nobody takes part beside it. */
export class Seats {
  readonly #byParticipant = new Map<string, Seat>();

  /** @param onRemoved - Told of every seat that is given up. */
  constructor(
    readonly visit: VisitRef,
    private readonly onRemoved: (seat: Seat) => void = () => undefined,
  ) {}

  get size(): number {
    return this.#byParticipant.size;
  }

  all(): Seat[] {
    return [...this.#byParticipant.values()];
  }

  /** Those who take part, without waiting ones. */
  admitted(): Seat[] {
    return this.all().filter((seat) => seat.isAdmitted);
  }

  of(participantId: string): Seat | undefined {
    return this.#byParticipant.get(participantId);
  }

  has(seat: Seat): boolean {
    return this.of(seat.participantId) === seat;
  }

  add(seat: Seat): void {
    this.#byParticipant.set(seat.participantId, seat);
  }

  remove(seat: Seat): void {
    if (this.has(seat)) {
      this.#byParticipant.delete(seat.participantId);
      this.onRemoved(seat);
    }
  }

  /** Tells everyone else who takes part. */
  tellOthers<N extends SignallingNotification>(
    seat: Seat,
    notification: N,
    body: NotificationBody<N>,
  ): void {
    for (const other of this.admitted()) {
      if (other !== seat) {
        other.tell(notification, body);
      }
    }
  }

  /** Tells who came by a link that their door has something new to show. */
  tellTheDoor(): void {
    for (const seat of this.all()) {
      if (comesByLink(seat.role)) {
        seat.tell('doorChanged', {});
      }
    }
  }

  /** Tells professionals that the visit changed, so that their page reads it. */
  tellProfessionals(): void {
    for (const seat of this.admitted()) {
      if (seat.role === 'professional') {
        seat.tell('visitChanged', { visitId: this.visit.visitId });
      }
    }
  }
}
