import { Injectable } from '@nestjs/common';
import { BookingRow } from '@tapaamo/booking';
import { Clock, equalInConstantTime } from '@tapaamo/common';
import type { RecordBooking } from '@tapaamo/contracts';
import { VisitRow } from '@tapaamo/visit';
import { LessThanOrEqual, type EntityManager } from 'typeorm';
import type { RecordActor } from '../keys/record-callers.js';
import { RequestKeyReusedError } from '../record-system.errors.js';
import { RecordAnswer } from './record-answer.entity.js';

/** How long an idempotency key is known. */
const KNOWN_MS = 86_400_000;

/** What a record system asks for. */
export interface Asked {
  /** Idempotency key; undefined where none was sent. */
  requestKey: string | undefined;
  /** What is done, and to what. */
  act: string;
  /** As it was read: the same wish has the same text. */
  body: object;
}

/** Has a record system's wish done once, however often and however many times at once it asks. */
@Injectable()
export class RecordAnswers {
  constructor(private readonly clock: Clock) {}

  /**
   * @param act - Does it, in the same transaction; gives the visit. Who asks the same meanwhile waits for its end.
   * @returns The answer, now or as it was. What fails is not kept: it can be asked for again.
   * @throws RequestKeyReusedError (`record-system.request-key-reused`) when it was another wish.
   */
  async once(
    tx: EntityManager,
    actor: RecordActor,
    asked: Asked,
    act: () => Promise<string>,
  ): Promise<RecordBooking> {
    if (asked.requestKey === undefined) {
      return answerOf(await bookingOf(tx, await act()));
    }
    const row = this.#row(actor, asked, asked.requestKey);
    const key = { keyId: row.keyId, requestHash: row.requestHash };
    const outlived = LessThanOrEqual(new Date(this.clock.nowMs() - KNOWN_MS));
    await tx.delete(RecordAnswer, { ...key, createdAt: outlived });
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(RecordAnswer)
      .values(row)
      .orIgnore()
      .returning('key_id')
      .execute();
    if ((inserted.raw as unknown[]).length === 0) {
      return known(await tx.findOneByOrFail(RecordAnswer, key), row.bodyHash);
    }
    const booking = await bookingOf(tx, await act());
    await tx.update(RecordAnswer, key, booking);
    return answerOf(booking);
  }

  #row({ keyId, organisationId, mac }: RecordActor, { act, body }: Asked, requestKey: string) {
    return {
      keyId,
      organisationId,
      requestHash: mac('request', requestKey),
      // With the idempotency key, so that nobody who has the rows and the key can try who was booked.
      bodyHash: mac('body', requestKey, act, JSON.stringify(body)),
      createdAt: this.clock.now(),
    };
  }
}

/** What of a booking is answered. */
type Answered = Pick<RecordAnswer, 'visitId' | 'startsAt' | 'endsAt' | 'status' | 'version'>;

async function bookingOf(tx: EntityManager, visitId: string): Promise<Answered> {
  const { bookingId } = await tx.findOneByOrFail(VisitRow, { id: visitId });
  const { startsAt, endsAt, status, version } = await tx.findOneByOrFail(BookingRow, {
    id: bookingId,
  });
  return { visitId, startsAt, endsAt, status, version };
}

function known(row: RecordAnswer, asked: Buffer): RecordBooking {
  if (!equalInConstantTime(row.bodyHash, asked)) {
    throw new RequestKeyReusedError();
  }
  return answerOf(row);
}

function answerOf({ visitId, startsAt, endsAt, status, version }: Answered): RecordBooking {
  if (
    visitId === null ||
    startsAt === null ||
    endsAt === null ||
    status === null ||
    version === null
  ) {
    throw new Error('An answer that is kept is whole.');
  }
  const [from, until] = [startsAt.toISOString(), endsAt.toISOString()];
  return { visitId, startsAt: from, endsAt: until, status, version };
}
