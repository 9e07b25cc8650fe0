import { Injectable } from '@nestjs/common';
import { Clock, Randomness, hashSecret, newSecret } from '@tapaamo/common';
import type { MessageChannel, MessageKind, ToldMessage } from '@tapaamo/contracts';
import { Jobs } from '@tapaamo/jobs';
import { Vault } from '@tapaamo/vault';
import { Any, In, MoreThan, Not, type EntityManager } from 'typeorm';
import { HELD_UP_ATTEMPTS } from './back-off.js';
import type { CalendarEntry } from './calendar/calendar-entry.js';
import { OutboxMessage } from './outbox-message.entity.js';
import { OrganisationTexts } from './texts/organisation-texts.service.js';
import { visitMessage, type VisitMessage } from './texts/visit-message.js';

/** What is sealed of a message. The text is dropped once it is sent: the link in it opens the visit. */
export interface MessageContent {
  to: string;
  /** The time that it tells; stays when the text goes. */
  startsAt?: string;
  /** Name that it comes from; null for the installation's own. */
  sender: string | null;
  subject: string;
  text: string;
  /** For the receiver's own calendar; of e-mail only. */
  calendar?: CalendarEntry | undefined;
  /** By which the operator tells what became of it; its hash stands beside. */
  reference?: string;
}

/** What stays of a message once it is sent: whom it went to, and the time that it told. */
export function withoutText({ to, startsAt }: MessageContent): object {
  return { to, startsAt };
}

/** Whom a message is for. */
export interface Receiver {
  organisationId: string;
  visitId: string;
  participantId: string;
  phone: string | null;
  email: string | null;
}

/** How and when a message goes. */
interface Way {
  channel: MessageChannel;
  sendAt?: Date;
  expiresAt: Date;
  calendar?: CalendarEntry | undefined;
}

/** Messages that wait to be sent, written in the transaction of what they tell. */
@Injectable()
export class Outbox {
  constructor(
    private readonly vault: Vault,
    private readonly texts: OrganisationTexts,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /**
   * Puts a message into the outbox.
   *
   * @param way.channel - Where the receiver cannot be reached by it, nothing is put.
   * @param way.sendAt - Not before this instant; at once without it.
   * @param way.expiresAt - From this instant on it is not sent.
   * @param way.calendar - Goes along where the channel can take it.
   */
  async put(
    tx: EntityManager,
    receiver: Receiver,
    message: VisitMessage,
    { channel, sendAt = this.clock.now(), expiresAt, calendar }: Way,
  ): Promise<void> {
    const to = channel === 'sms' ? receiver.phone : receiver.email;
    if (to !== null) {
      const { kind } = message;
      const { organisationId } = receiver;
      const own = await this.texts.own(tx, { organisationId, kind, channel });
      const texts = visitMessage(channel, message, own);
      const startsAt = message.startsAt.toISOString();
      const plan = { channel, kind, sendAt, expiresAt };
      const attached = channel === 'email' && calendar !== undefined ? { calendar } : {};
      await this.#insert(tx, receiver, plan, { to, startsAt, ...texts, ...attached });
    }
  }

  /**
   * Takes back what was not sent: it is not true any more. Who is not awaited hears so all the same.
   *
   * @param whose - Of a visit that is locked by the transaction: everybody's messages, or one participant's.
   */
  async withdraw(
    tx: EntityManager,
    whose: { visitId: string; participantId?: string },
  ): Promise<void> {
    const kind = Not(In<MessageKind>(['cancellation', 'removal']));
    const waiting = { ...whose, status: 'queued', kind } as const;
    await tx.update(OutboxMessage, waiting, { status: 'withdrawn' });
  }

  /** How many invitations and calls a participant was to get since an instant; what was taken back counts for nothing. */
  async countSince(tx: EntityManager, participantId: string, since: Date): Promise<number> {
    const kind = In<MessageKind>(['invitation', 'come-in']);
    const createdAt = MoreThan(since);
    return tx.countBy(OutboxMessage, { participantId, kind, status: Not('withdrawn'), createdAt });
  }

  /**
   * In which channels a participant may have heard of the visit, and the time that each told last: something was sent, or
   * an attempt was made. The time is null where it is not known.
   */
  async toldIn(
    tx: EntityManager,
    visitId: string,
    participantId: string,
  ): Promise<Map<MessageChannel, Date | null>> {
    const rows = await tx.find(OutboxMessage, {
      where: { visitId, participantId, attempts: MoreThan(0) },
      order: { createdAt: 'ASC' },
    });
    const told = new Map<MessageChannel, Date | null>();
    for (const { id, channel, envelope } of new Map(
      rows.map((row) => [row.channel, row]),
    ).values()) {
      const place = { table: 'outbox_message', rowId: id };
      const { startsAt } = await this.vault.open<MessageContent>(tx, visitId, place, envelope);
      told.set(channel, startsAt === undefined ? null : new Date(startsAt));
    }
    return told;
  }

  /** Where the messages of visits stand, by visit, in the order they were made. A reminder shows once it is on its way. */
  async statuses(
    tx: EntityManager,
    visitIds: string[],
  ): Promise<Map<string, (ToldMessage & { participantId: string })[]>> {
    const rows = await tx.find(OutboxMessage, {
      where: [
        { visitId: Any(visitIds), kind: Not('reminder') },
        { visitId: Any(visitIds), status: In(['sent', 'delivered', 'failed']) },
      ],
      select: {
        id: true,
        visitId: true,
        participantId: true,
        kind: true,
        channel: true,
        status: true,
        failure: true,
        attempts: true,
        nextAttemptAt: true,
        createdAt: true,
      },
      order: { createdAt: 'ASC', channel: 'DESC' },
    });
    return Map.groupBy(rows.map(toldOf), ({ visitId }) => visitId);
  }

  async #insert(
    tx: EntityManager,
    receiver: Receiver,
    { channel, kind, sendAt, expiresAt }: Required<Omit<Way, 'calendar'>> & { kind: MessageKind },
    content: MessageContent,
  ): Promise<void> {
    const id = this.randomness.uuid();
    const reference = newSecret(this.randomness);
    const now = this.clock.now();
    await tx.insert(OutboxMessage, {
      id,
      organisationId: receiver.organisationId,
      visitId: receiver.visitId,
      participantId: receiver.participantId,
      channel,
      kind,
      envelope: await this.vault.seal(
        tx,
        receiver.visitId,
        { table: 'outbox_message', rowId: id },
        { ...content, reference },
      ),
      status: 'queued',
      failure: null,
      referenceHash: hashSecret('message-receipt', reference),
      attempts: 0,
      nextAttemptAt: sendAt,
      expiresAt,
      inHandUntil: null,
      sentAt: null,
      createdAt: now,
    });
    if (sendAt <= now) {
      await this.jobs.enqueue(tx, `outbox.deliver-${channel}`);
    }
  }
}

type Told = ToldMessage & { visitId: string; participantId: string };

function toldOf({ visitId, participantId, kind, channel, ...row }: OutboxMessage): Told {
  const { status, failure } = row;
  const isQueued = status === 'queued';
  return {
    visitId,
    participantId,
    kind,
    channel,
    status,
    failure,
    dueAt: isQueued ? row.nextAttemptAt.toISOString() : null,
    isHeldUp: isQueued && row.attempts >= HELD_UP_ATTEMPTS,
  };
}
