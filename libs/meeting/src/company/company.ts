import type { Logger } from '@tapaamo/logging';
import { offerSource, type Way } from '../media/forwarding.js';
import { offerText } from '../media/text-forwarding.js';
import type { Seat } from '../seat/seat.js';
import type { Seats } from '../seat/seats.js';
import { attendedForMs, mayReach } from './flow-rules.js';

/** Who of a meeting is in whose company: who reaches whom now, and what begins and ends when that changes. */
export class Company {
  #isAttended = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly seats: Seats,
    private readonly logger: Logger,
  ) {}

  /** Whether anything of one participant may reach another now. */
  mayReach(from: Seat, to: Seat): boolean {
    return this.seats.has(from) && this.seats.has(to) && mayReach(from, to, this.#isAttended);
  }

  /** Whom a participant reaches now. */
  reachedBy(from: Seat): Seat[] {
    return this.seats.admitted().filter((to) => this.mayReach(from, to));
  }

  /** Who reaches a participant now. */
  reaching(to: Seat): Seat[] {
    return this.seats.admitted().filter((from) => this.mayReach(from, to));
  }

  /**
   * Looks who is there; comes after every change of the seats and their lines, in the same turn, so that nothing flows
   * between. What may not reach somebody any more ends at once, what may again is offered to them.
   */
  review(): void {
    clearTimeout(this.#timer);
    const leftMs = attendedForMs(this.seats.all());
    if (leftMs > 0 && Number.isFinite(leftMs)) {
      this.#timer = setTimeout(() => this.review(), leftMs).unref();
    }
    const was = this.#isAttended;
    this.#isAttended = leftMs > 0;
    if (was && !this.#isAttended) {
      this.#part();
    } else if (!was && this.#isAttended) {
      this.#bringTogether();
    }
    this.seats.all().forEach((seat) => seat.tellAttendance(this.#isAttended));
    this.tellReaders();
  }

  /** Tells everybody who writes whose browsers read it, where that changed. */
  tellReaders(): void {
    for (const from of this.seats.admitted()) {
      const written = from.media?.text?.id;
      if (written !== undefined) {
        const readers = this.reachedBy(from).filter(
          ({ media }) => media?.reading.reads(written) === true,
        );
        from.tellReaders(readers.map(({ participantId }) => participantId));
      }
    }
  }

  /** Looks no more. */
  close(): void {
    clearTimeout(this.#timer);
  }

  #part(): void {
    for (const to of this.seats.admitted()) {
      const allowed = new Set(this.reaching(to).map(({ participantId }) => participantId));
      const ended = to.media?.keepOnly((from) => allowed.has(from)) ?? [];
      ended.forEach((consumerId) => to.tell('consumerClosed', { consumerId }));
    }
  }

  /** Who came before the professional has joined and sends already; others are given everything when they join. */
  #bringTogether(): void {
    for (const to of this.seats.admitted()) {
      for (const from of this.reaching(to)) {
        this.waysFrom(from, to).forEach((way) => this.offer(way));
        this.offerText(from, to);
      }
    }
  }

  /** What one participant sends, on its way to another. */
  waysFrom(from: Seat, to: Seat): Way[] {
    return (from.media?.sentSources ?? []).map((sent) => this.way(sent, from, to));
  }

  /** One source on its way. */
  way(sent: Way['sent'], from: Seat, to: Seat): Way {
    return { sent, from, to, isOpen: () => this.mayReach(from, to) };
  }

  /** Prepares a source for somebody; nobody waits for it. */
  offer(way: Way): void {
    void offerSource(way, (error) => this.warn('meeting.source-not-forwarded', way.to, error));
  }

  /** Passes on what a participant writes to another; nobody waits for it. */
  offerText(from: Seat, to: Seat): void {
    if (from.connection === null && !isReadBy(from, to)) {
      // Who has lost their line does not know of who comes, and did not write for them; joining again offers it.
      return;
    }
    const isOpen = () => this.mayReach(from, to);
    void offerText({ from, to, isOpen }, (error) =>
      this.warn('meeting.text-not-forwarded', to, error),
    );
  }

  /** Notes what could not be forwarded to somebody. */
  warn(
    event: 'meeting.source-not-forwarded' | 'meeting.text-not-forwarded',
    { participantId }: Seat,
    error: unknown,
  ): void {
    const { visitId } = this.seats.visit;
    this.logger.warn(event, { visitId, participantId }, error);
  }
}

/** Whether what one writes goes to another already, or is about to. */
function isReadBy(from: Seat, to: Seat): boolean {
  const written = from.media?.text?.id;
  return written !== undefined && to.media?.reading.receives(written) === true;
}
