import { Injectable } from '@nestjs/common';
import { Clock } from '@tapaamo/common';
import type { MessageChannel } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Any } from 'typeorm';
import { IN_HAND_MS } from './back-off.js';
import { OutboxMessage } from './outbox-message.entity.js';

/** Messages that are taken in hand at once. Memory holds no more of them, however many wait. */
const BATCH = 16;

/** Messages of one organisation that are looked at for a batch; enough for several runners side by side. */
const LOOKED_AT = 4 * BATCH;

const DUE = `message.status = 'queued' AND message.next_attempt_at <= $1 AND message.expires_at > $1`;

/**
 * Who is told in order: a cancellation does not overtake the invitation that is being sent, and of two that wait the
 * earlier goes first. Asked of the few that are looked at only: asked of all that wait it would take the longer the more do.
 */
const FIRST_OF_ITS_RECEIVER = `NOT EXISTS (SELECT FROM outbox_message other
  WHERE other.participant_id = message.participant_id AND other.channel = message.channel
    AND other.id <> message.id
    AND (other.in_hand_until > $1
      OR (other.status = 'queued' AND other.next_attempt_at <= $1 AND other.expires_at > $1
        AND (other.next_attempt_at, other.created_at, other.id)
          < (message.next_attempt_at, message.created_at, message.id))))`;

/**
 * The messages that are next: the longest waiting of every organisation in use, then the second of every one, and so on,
 * so that ten thousand of one hold up no other's. As an array, so that they are chosen once.
 */
const TAKE_NEXT = `UPDATE outbox_message
  SET next_attempt_at = $3, in_hand_until = $3
  WHERE id = ANY (ARRAY(
    WITH looked_at AS MATERIALIZED (
      SELECT next.* FROM organisation
      CROSS JOIN LATERAL (
        SELECT message.id, row_number() OVER (ORDER BY message.next_attempt_at) AS turn
        FROM outbox_message message
        WHERE message.organisation_id = organisation.id AND message.channel = $2 AND ${DUE}
        ORDER BY message.next_attempt_at LIMIT ${String(LOOKED_AT)}
      ) next
      WHERE organisation.disabled_at IS NULL
    )
    SELECT message.id FROM looked_at JOIN outbox_message message ON message.id = looked_at.id
    WHERE ${DUE} AND ${FIRST_OF_ITS_RECEIVER}
    ORDER BY looked_at.turn, message.next_attempt_at LIMIT ${String(BATCH)}
    FOR UPDATE OF message SKIP LOCKED))
  RETURNING id`;

/** Who was never told of a visit, its new time or its end is worth knowing; of a reminder that is too late nobody need be told. */
const WORTH_KNOWING = `kind IN ('invitation', 'change', 'cancellation', 'removal')`;
const NOT_TOLD = `CASE WHEN ${WORTH_KNOWING} THEN 'failed' ELSE 'withdrawn' END`;
const WHY_NOT_TOLD = `CASE WHEN ${WORTH_KNOWING} THEN 'provider-unavailable' END`;

/** Takes messages in hand, one after the other or several runners at once. */
@Injectable()
export class OutboxClaims {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes some of the messages of a channel whose time has come and moves their next attempt ahead before they are tried:
   * nobody else takes them meanwhile, and a crash in the middle repeats them later, with the same ids, and never loses one.
   */
  async take(channel: MessageChannel): Promise<OutboxMessage[]> {
    const now = this.clock.now();
    const inHandUntil = new Date(now.getTime() + IN_HAND_MS);
    return this.scope.everywhere('delivering messages', async (tx) => {
      const [taken] = await tx.query<[{ id: string }[], number]>(TAKE_NEXT, [
        now,
        channel,
        inHandUntil,
      ]);
      return taken.length === 0
        ? []
        : tx.find(OutboxMessage, {
            where: { id: Any(taken.map(({ id }) => id)) },
            order: { createdAt: 'ASC' },
          });
    });
  }

  /** After an outage nobody is reminded of what has begun, nor twice of one visit. @returns How many are not sent. */
  async dropExpired(channel: MessageChannel): Promise<number> {
    const now = this.clock.now();
    const dropped = await this.scope.everywhere('delivering messages', (tx) =>
      tx
        .createQueryBuilder()
        .update(OutboxMessage)
        .set({ status: () => NOT_TOLD, failure: () => WHY_NOT_TOLD })
        .where("status = 'queued' AND channel = :channel AND next_attempt_at <= :now", {
          channel,
          now,
        })
        .andWhere('expires_at <= :now AND (in_hand_until IS NULL OR in_hand_until <= :now)')
        .execute(),
    );
    return dropped.affected ?? 0;
  }
}
