import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '@tapaamo/common';
import { WorkerPool } from '@tapaamo/media';
import type { DeviceTestClaims } from '@tapaamo/visit';
import { NodeStoppingError } from '../meeting.errors.js';
import { Meetings } from '../registry/meetings.service.js';
import type { MeetingConnection } from '../seat/meeting-connection.js';
import { NoRoomToTestError } from './device-test.errors.js';
import { TestPlace } from './test-place.js';

/** Places of a node at most. A test takes some seconds, so that it serves a thousand people an hour. */
export const MOST_TEST_PLACES = 20;

/** Tests end where meetings begin to fill the node: at half of what it takes, they are asked to come later. */
const LOAD_FOR_MEETINGS = 0.6;

/** How long a place lives, in milliseconds: long enough for who speaks slowly, too short to be a telephone. */
export const TEST_LIFE_MS = 180_000;

/**
 * The places on this node where people test their devices: one a participant, few in all, each for some minutes. They live
 * beside the meetings and share nothing with them but the workers.
 */
@Injectable()
export class TestPlaces implements OnModuleDestroy {
  readonly #places = new Map<string, TestPlace>();
  /** Whose are being opened, each as often as they came. */
  readonly #opening = new Set<{ readonly participantId: string }>();
  #lastEpoch = 0;

  constructor(
    private readonly pool: WorkerPool,
    private readonly meetings: Meetings,
    private readonly clock: Clock,
  ) {}

  onModuleDestroy(): void {
    this.#places.forEach((place) => place.end());
  }

  /** How many there are. */
  get count(): number {
    return this.#places.size;
  }

  /**
   * Whether there is room for one more.
   *
   * @throws NodeStoppingError (`meeting.no-node`), NoRoomToTestError (`meeting.test-later`)
   */
  requireRoom({ participantId }: DeviceTestClaims): void {
    if (this.meetings.isStopping) {
      throw new NodeStoppingError();
    }
    // One who comes again and again takes the place of one.
    const others = new Set(this.#places.keys());
    this.#opening.forEach((opening) => others.add(opening.participantId));
    others.delete(participantId);
    if (others.size >= MOST_TEST_PLACES || this.pool.load >= LOAD_FOR_MEETINGS) {
      throw new NoRoomToTestError();
    }
  }

  /**
   * Opens somebody's place; the one that they had ends.
   *
   * @throws NodeStoppingError, NoRoomToTestError, MediaWorkerUnavailableError
   */
  async open(claims: DeviceTestClaims, connection: MeetingConnection): Promise<TestPlace> {
    this.requireRoom(claims);
    this.#places.get(claims.participantId)?.end();
    const opening = { participantId: claims.participantId };
    this.#opening.add(opening);
    try {
      const place = await TestPlace.open(claims, connection, this.pool, this.#nextEpoch());
      this.#keep(claims.participantId, place);
      return place;
    } finally {
      this.#opening.delete(opening);
    }
  }

  /** The line of a place is gone, and the place with it. */
  close(place: TestPlace): void {
    place.close();
    if (this.#places.get(place.claims.participantId) === place) {
      this.#places.delete(place.claims.participantId);
    }
  }

  #keep(participantId: string, place: TestPlace): void {
    this.#places.get(participantId)?.end();
    this.#places.set(participantId, place);
    place.endAfter(TEST_LIFE_MS);
  }

  #nextEpoch(): number {
    this.#lastEpoch = Math.max(this.#lastEpoch + 1, this.clock.nowMs());
    return this.#lastEpoch;
  }
}
