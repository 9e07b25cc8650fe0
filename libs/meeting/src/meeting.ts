import { DatabaseUnavailableError, withDeadline, type Clock } from '@tapaamo/common';
import type { Logger } from '@tapaamo/logging';
import type { WorkerPool } from '@tapaamo/media';
import {
  MeetingTokenInvalidError,
  type MeetingAdmission,
  type MeetingClaims,
  type MeetingVisit,
  type VisitRef,
} from '@tapaamo/visit';
import { Company } from './company/company.js';
import type { LineSummaries } from './line/line-summaries.service.js';
import { Speaker } from './line/speaker.js';
import { MediaProvision } from './media/media-provision.js';
import { RoomKeeper } from './media/room-keeper.js';
import { TextWatch } from './media/text-watch.js';
import { MeetingFullError } from './meeting.errors.js';
import { Coalesced } from './registry/coalesced.js';
import type { ConnectionRecords } from './registry/connection-records.service.js';
import { NextReading } from './registry/next-reading.js';
import type { MeetingConnection } from './seat/meeting-connection.js';
import { SeatKeeper, visitEnded } from './seat/seat-keeper.js';
import {
  MOST_SEATS,
  admissionIn,
  admissionOfRemoved,
  answersIn,
  becauseIn,
  fateOf,
} from './seat/seat-rules.js';
import { Seat } from './seat/seat.js';
import { Seats } from './seat/seats.js';

/** Longest time of one reading of the visit, in milliseconds. */
const READ_DEADLINE_MS = 3_000;

/** How long leaving waits to be recorded before the browser is answered, in milliseconds. */
const LEAVE_DEADLINE_MS = 1_000;

/** Media of somebody whose line is lost for longer is ended, in milliseconds; with the line back it is built anew. */
const LOST_LINE_MEDIA_MS = 30_000;

/** A meeting nobody took part in for so long is released, in milliseconds; coming back builds it anew. */
const RELEASE_AFTER_MS = 120_000;

/** What a meeting works with. */
export interface MeetingTools {
  readonly nodeId: string;
  readonly admission: MeetingAdmission;
  readonly records: ConnectionRecords;
  readonly pool: WorkerPool;
  readonly summaries: LineSummaries;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * The live meeting of one visit: who sits where, and their media. It follows the visit as it stands in the database:
 * whatever happens, the visit is read and every seat is made to agree with it.
 */
export class Meeting {
  readonly seats: Seats;
  readonly company: Company;
  readonly speaker: Speaker;
  readonly #keeper: SeatKeeper;
  readonly #texts: TextWatch;
  readonly #rooms: RoomKeeper;
  readonly #provision: MediaProvision;
  readonly #reading = new Coalesced(() => this.#read());
  readonly #nextReading: NextReading;
  #visit: MeetingVisit | null = null;
  #lastActiveAt = performance.now();

  constructor(
    readonly visit: VisitRef,
    private readonly tools: MeetingTools,
  ) {
    this.seats = new Seats(visit, (seat) => tools.summaries.seatEnded(seat));
    this.company = new Company(this.seats, tools.logger);
    this.speaker = new Speaker(this.seats, this.company);
    this.#texts = new TextWatch(
      ({ participantId }) =>
        tools.logger.warn('meeting.wrote-too-much', { visitId: visit.visitId, participantId }),
      () => tools.clock.nowMs(),
    );
    this.#keeper = new SeatKeeper(this.seats, tools.records, tools.nodeId);
    this.#rooms = new RoomKeeper(
      tools.pool,
      () => this.#rebuild(),
      (producerId) => this.speaker.heard(producerId),
    );
    this.#provision = new MediaProvision(this.seats, this.#rooms, tools.clock, tools.logger);
    this.#nextReading = new NextReading(tools.clock, () => void this.#readDue());
  }

  /** Whether there is nothing left to keep in memory. */
  get isIdle(): boolean {
    return this.seats.size === 0 && this.#isQuiet();
  }

  /** Whether a participant wrote too much a moment ago, and may write nothing for now. */
  isSilenced(participantId: string): boolean {
    return this.#texts.isSilenced(participantId);
  }

  /** Reads the visit and makes every seat agree with it. Rejects when it cannot be read; nothing changes then. */
  refresh(): Promise<void> {
    return this.#reading.run();
  }

  /**
   * Looks whether somebody may have a seat. With the database away, who already sits here may come back:
   * their call goes on, so their line may too.
   *
   * @throws DatabaseUnavailableError, MeetingTokenInvalidError or MeetingFullError.
   */
  async expect(claims: MeetingClaims): Promise<void> {
    this.#lastActiveAt = performance.now();
    try {
      await this.refresh();
    } catch (error) {
      if (this.seats.of(claims.participantId)?.sessionId !== claims.sessionId) {
        throw new DatabaseUnavailableError(error);
      }
    }
    if (this.#participant(claims) === undefined) {
      throw new MeetingTokenInvalidError();
    }
    if (this.#isFullFor(claims)) {
      throw new MeetingFullError();
    }
  }

  /**
   * Gives somebody who was expected their seat, or tells them why there is none and ends the line.
   *
   * @param keptEpoch - Epoch of the media that the browser still has, if it has any.
   */
  take(claims: MeetingClaims, connection: MeetingConnection, keptEpoch?: number): Seat | null {
    const visit = this.#visit;
    if (visit === null) {
      connection.notify('admissionChanged', { admission: 'outside' });
    } else if (visit.endedAt !== null) {
      connection.notify('visitEnded', visitEnded(visit, visit.endedAt));
    } else if (
      this.#mayTake(claims, visit, connection) &&
      !this.#livesElsewhere() &&
      // Several may have been expected at one moment; who comes again is told.
      !this.#isFullFor(claims)
    ) {
      return this.#sit(claims, visit, connection, keptEpoch);
    }
    connection.disconnect();
    return null;
  }

  /** Whether somebody has a place as the visit stands. Who has none is told why. */
  #mayTake(claims: MeetingClaims, visit: MeetingVisit, connection: MeetingConnection): boolean {
    const { participantId } = claims;
    const fate = fateOf({ ...claims, admission: admissionIn(visit, participantId) }, visit);
    if (fate === 'replaced') {
      connection.notify('connectionReplaced', {});
    } else if (fate === 'removed') {
      const admission = admissionOfRemoved(participantId, visit);
      connection.notify('admissionChanged', { admission });
    }
    return fate === 'keep';
  }

  /** The line of a seat is gone. The seat is kept for who is admitted; who waits comes again. */
  lose(seat: Seat, connection: MeetingConnection): void {
    if (!this.seats.has(seat) || seat.connection !== connection) {
      return;
    }
    seat.connection = null;
    seat.lineLostAt = performance.now();
    void this.#keeper.record(seat, 'disconnected');
    if (seat.isAdmitted) {
      this.seats.tellOthers(seat, 'participantConnectionChanged', seat.description);
    } else {
      this.seats.remove(seat);
    }
    this.company.review();
  }

  /** Somebody leaves on purpose: their seat is given up and their media ends. The visit goes on. */
  async leave(seat: Seat): Promise<void> {
    if (this.seats.has(seat)) {
      const recorded = this.#keeper.leave(seat);
      this.company.review();
      await withDeadline(recorded, LEAVE_DEADLINE_MS).catch(() => undefined);
    }
  }

  /** Gives a seat new media, because the browser and the node no longer agree about the present one. */
  renewMedia(seat: Seat): void {
    seat.dropMedia();
    this.company.tellReaders();
    this.#provision.ensure();
  }

  /** Ends what is written without end, media that has been without a line for long, and all of it when nobody has taken part for longer. */
  sweep(): void {
    const admitted = this.seats.admitted();
    void this.#texts.look(admitted);
    if (admitted.some((seat) => seat.connection !== null)) {
      this.#lastActiveAt = performance.now();
    } else if (this.#isQuiet()) {
      admitted.forEach((seat) => this.seats.remove(seat));
      this.#rooms.close();
      if (this.seats.size === 0) {
        this.#nextReading.cancel();
      }
    }
    for (const seat of this.seats.all()) {
      if (seat.hasBeenWithoutLine(LOST_LINE_MEDIA_MS)) {
        seat.dropMedia();
      }
    }
    this.company.review();
  }

  /** Ends all lines and media, because the node stops; each line's end is recorded. */
  close(): void {
    this.#nextReading.cancel();
    this.#provision.close();
    this.#rooms.close();
    this.#keeper.letGo();
    this.company.close();
  }

  async #read(): Promise<void> {
    const visit = await withDeadline(this.tools.admission.read(this.visit), READ_DEADLINE_MS);
    if (visit !== null && visit.endedAt === null) {
      const before = this.#visit;
      this.#visit = visit;
      if (this.#livesElsewhere()) {
        this.#nextReading.cancel();
        this.#keeper.letGo();
        this.#rooms.close();
        return;
      }
      this.#keeper.settle(visit);
      this.company.review();
      this.#awaitChange(visit);
      if (before !== null && answersIn(before) !== answersIn(visit)) {
        this.seats.tellTheDoor();
      }
      this.#provision.ensure();
      return;
    }
    const last = visit ?? this.#visit;
    if (last !== null) {
      // A visit that is forgotten while somebody still sits here ended at the latest now.
      const endedAt = last.endedAt ?? this.tools.clock.now();
      this.#visit = { ...last, endedAt };
      this.#nextReading.cancel();
      this.#keeper.endAll(last, endedAt);
      this.#rooms.close();
    }
  }

  /** With nobody here there is nothing to end; who comes is looked at anyway. */
  #awaitChange({ changesAt }: MeetingVisit): void {
    if (this.seats.size > 0) {
      this.#nextReading.at(changesAt);
    } else {
      this.#nextReading.cancel();
    }
  }

  /** Failing, it is left to the readings that come by themselves. */
  async #readDue(): Promise<void> {
    await this.refresh().catch((error: unknown) =>
      this.tools.logger.warn('meeting.visit-not-read', { visitId: this.visit.visitId }, error),
    );
  }

  #sit(
    claims: MeetingClaims,
    visit: MeetingVisit,
    connection: MeetingConnection,
    keptEpoch?: number,
  ): Seat {
    const known = this.seats.of(claims.participantId);
    const seat = known ?? new Seat(claims, admissionIn(visit, claims.participantId));
    this.seats.add(seat);
    this.#awaitChange(visit);
    const previous = seat.connect(connection, claims.sessionId);
    if (previous === null) {
      void this.#keeper.record(seat, 'connected');
    }
    seat.because = becauseIn(visit, claims.participantId);
    seat.tellStanding();
    seat.tellDelay(visit.delay);
    if (seat.isAdmitted) {
      this.#provide(seat, keptEpoch);
      if (known === undefined) {
        this.seats.tellOthers(seat, 'participantJoined', seat.description);
      } else if (previous === null) {
        this.seats.tellOthers(seat, 'participantConnectionChanged', seat.description);
      }
    }
    this.company.review();
    return seat;
  }

  #provide(seat: Seat, keptEpoch: number | undefined): void {
    if (seat.media !== null && !seat.media.closed && seat.media.epoch === keptEpoch) {
      this.#provision.announce(seat);
    } else {
      this.renewMedia(seat);
    }
  }

  #rebuild(): void {
    const { logger } = this.tools;
    logger.warn('meeting.media-lost', { visitId: this.visit.visitId, count: this.seats.size });
    this.seats.all().forEach((seat) => seat.dropMedia());
    this.#provision.ensure();
  }

  /** Whether the visit was moved to another node, because this one seemed dead for a while. */
  #livesElsewhere(): boolean {
    const nodeId = this.#visit?.nodeId ?? null;
    return nodeId !== null && nodeId !== this.tools.nodeId;
  }

  #participant(claims: MeetingClaims): MeetingVisit['participants'][number] | undefined {
    return this.#visit?.participants.find(
      ({ participantId }) => participantId === claims.participantId,
    );
  }

  #isFullFor({ participantId }: MeetingClaims): boolean {
    return this.seats.of(participantId) === undefined && this.seats.size >= MOST_SEATS;
  }

  #isQuiet(): boolean {
    return performance.now() - this.#lastActiveAt >= RELEASE_AFTER_MS;
  }
}
