import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import {
  MeetingTokenInvalidError,
  VisitChanges,
  type MeetingClaims,
  type VisitChange,
} from '@tapaamo/visit';
import { Meeting } from '../meeting.js';
import { NodeStoppingError } from '../meeting.errors.js';
import { NodeTools } from './node-tools.service.js';

/** How often lost lines and quiet meetings are looked after, in milliseconds. */
const SWEEP_MS = 5_000;

/** How often every visit is read again without being told of a change, in sweeps: twenty seconds. */
const SWEEPS_BETWEEN_READINGS = 4;

/** How long a node that stops waits for what it has to tell the database, in milliseconds. */
const RECORDS_DEADLINE_MS = 2_000;

/** What this node carries. */
export interface MeetingCounts {
  meetings: number;
  /** Seats with a live line. */
  connected: number;
  /** Seats of admitted participants, with a line or without. */
  admitted: number;
}

/** The meetings that live on this node. */
@Injectable()
export class Meetings implements OnModuleInit, OnModuleDestroy {
  readonly #meetings = new Map<string, Meeting>();
  #stopping = false;
  #sweeps = 0;
  #timer: NodeJS.Timeout | undefined;
  #endListening: () => void = () => undefined;

  constructor(
    private readonly changes: VisitChanges,
    private readonly tools: NodeTools,
  ) {}

  onModuleInit(): void {
    this.#endListening = this.changes.onChange((change) => this.#changed(change));
    this.#timer = setInterval(() => this.#sweep(), SWEEP_MS);
  }

  /** Lines end in the database too: when they parted is known while the node lives, and retention counts from it. */
  async onModuleDestroy(): Promise<void> {
    this.stopAccepting();
    this.#endListening();
    clearInterval(this.#timer);
    this.#meetings.forEach((meeting) => meeting.close());
    this.#meetings.clear();
    await this.tools.records.drain(RECORDS_DEADLINE_MS);
  }

  /** Takes nobody any more; who is here stays until the end. */
  stopAccepting(): void {
    this.#stopping = true;
  }

  /** Whether the node is about to stop. */
  get isStopping(): boolean {
    return this.#stopping;
  }

  get all(): Meeting[] {
    return [...this.#meetings.values()];
  }

  get counts(): MeetingCounts {
    const meetings = this.all.filter(({ seats }) => seats.size > 0);
    const seats = meetings.flatMap((meeting) => meeting.seats.all());
    return {
      meetings: meetings.length,
      connected: seats.filter(({ connection }) => connection !== null).length,
      admitted: seats.filter(({ isAdmitted }) => isAdmitted).length,
    };
  }

  /**
   * The meeting in which somebody may take their seat (`Meeting.take`).
   *
   * @throws NodeStoppingError, DatabaseUnavailableError, MeetingTokenInvalidError or MeetingFullError.
   */
  async expect(claims: MeetingClaims): Promise<Meeting> {
    if (this.#stopping) {
      throw new NodeStoppingError();
    }
    const { organisationId, visitId } = claims;
    const meeting =
      this.#meetings.get(visitId) ?? new Meeting({ organisationId, visitId }, this.tools);
    if (meeting.visit.organisationId !== organisationId) {
      throw new MeetingTokenInvalidError();
    }
    this.#meetings.set(claims.visitId, meeting);
    await meeting.expect(claims);
    return meeting;
  }

  /** Something about a visit changed, or, with `null`, anything may have: what lives here is read again. */
  #changed(change: VisitChange | null): void {
    const all = change === null ? this.all : [this.#meetings.get(change.visitId)];
    // That somebody's line came by a link says nothing new: whatever ends their seat changes the visit, which is told.
    const isKnown = change?.lineAt === this.tools.nodeId;
    for (const meeting of all) {
      if (meeting !== undefined) {
        const read = isKnown ? Promise.resolve() : this.#refresh(meeting);
        void read.then(() => meeting.seats.tellProfessionals());
      }
    }
  }

  /** A visit that cannot be read leaves its call as it is; the next change or sweep tries again. */
  async #refresh(meeting: Meeting): Promise<void> {
    try {
      await meeting.refresh();
    } catch (error) {
      this.tools.logger.warn('meeting.visit-not-read', { visitId: meeting.visit.visitId }, error);
    }
  }

  #sweep(): void {
    this.#sweeps += 1;
    const readAgain = this.#sweeps % SWEEPS_BETWEEN_READINGS === 0;
    for (const [visitId, meeting] of this.#meetings) {
      meeting.sweep();
      if (meeting.isIdle) {
        this.#meetings.delete(visitId);
      } else if (readAgain) {
        void this.#refresh(meeting);
      }
    }
  }
}
