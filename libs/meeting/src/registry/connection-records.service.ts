import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { AppError, withDeadline } from '@tapaamo/common';
import { ERROR_CODES } from '@tapaamo/contracts';
import { Logger } from '@tapaamo/logging';
import { MeetingAdmission, type SeatConnection } from '@tapaamo/visit';

/** What the database should know of a participant's line. */
export type ConnectionFact = 'connected' | 'disconnected' | 'left';

interface Entry {
  seat: SeatConnection;
  fact: ConnectionFact;
  done: PromiseWithResolvers<undefined>;
}

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 10_000;

/**
 * Writes facts about lines into the database, a participant's in order, and again while the database is away:
 * a call goes on without it and is recorded afterwards. Of facts that wait, only a session's latest is written.
 */
@Injectable()
export class ConnectionRecords {
  readonly #queues = new Map<string, Entry[]>();
  readonly #stop = new AbortController();

  constructor(
    private readonly admission: MeetingAdmission,
    private readonly logger: Logger,
  ) {}

  /** Resolves when the fact, or a later one that made it moot, is recorded or given up. Never rejects. */
  record(seat: SeatConnection, fact: ConnectionFact): Promise<void> {
    const entry: Entry = { seat, fact, done: Promise.withResolvers<undefined>() };
    const queue = this.#queues.get(seat.participantId);
    if (queue === undefined) {
      const fresh = [entry];
      this.#queues.set(seat.participantId, fresh);
      void this.#work(seat.participantId, fresh);
    } else {
      this.#enqueue(queue, entry);
    }
    return entry.done.promise;
  }

  /**
   * Waits until everything is recorded and gives up what is not in time, because the node stops. What is recorded
   * afterwards is lost.
   */
  async drain(deadlineMs: number): Promise<void> {
    const waiting = [...this.#queues.values()].flat().map(({ done }) => done.promise);
    await withDeadline(Promise.all(waiting), deadlineMs).catch((error: unknown) =>
      this.logger.warn('meeting.connections-not-recorded', { count: this.#queues.size }, error),
    );
    this.#stop.abort();
  }

  /** The first entry is being written; a waiting one of the same session gives way to the newer fact. */
  #enqueue(queue: Entry[], entry: Entry): void {
    const last = queue.at(-1);
    if (queue.length > 1 && last !== undefined && last.seat.sessionId === entry.seat.sessionId) {
      queue.pop();
      entry.done.promise.then(last.done.resolve, last.done.resolve);
    }
    queue.push(entry);
  }

  async #work(participantId: string, queue: Entry[]): Promise<void> {
    for (let entry = queue[0]; entry !== undefined; entry = queue[0]) {
      await this.#write(entry);
      queue.shift();
      entry.done.resolve(undefined);
    }
    this.#queues.delete(participantId);
  }

  async #write({ seat, fact }: Entry): Promise<void> {
    for (let attempt = 1; !this.#stop.signal.aborted; attempt += 1) {
      try {
        await this.admission[fact](seat);
        return;
      } catch (error) {
        const { visitId, participantId } = seat;
        this.logger.warn(
          'meeting.connection-not-recorded',
          { visitId, participantId, attempt },
          error,
        );
        if (error instanceof AppError && !ERROR_CODES[error.code].retriable) {
          return;
        }
        const waitMs = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(attempt - 1, 8));
        await delay(waitMs, undefined, { signal: this.#stop.signal }).catch(() => undefined);
      }
    }
  }
}
