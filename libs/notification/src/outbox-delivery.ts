import { Injectable } from '@nestjs/common';
import { Clock } from '@tapaamo/common';
import type { MessageChannel, MessageFailure } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import { KeysMissingError, Vault } from '@tapaamo/vault';
import { MOST_ATTEMPTS, backOffMs, waitAskedMs } from './back-off.js';
import { OutboxClaims } from './outbox-claims.js';
import { OutboxMessage } from './outbox-message.entity.js';
import { withoutText, type MessageContent } from './outbox.service.js';
import { MailSender } from './senders/mail-sender.js';
import type { OutgoingMessage } from './senders/message.js';
import { NotTakenError } from './senders/not-taken.error.js';
import { SmsSender } from './senders/sms-sender.js';

/** Messages of a channel that are sent side by side by one runner. */
const AT_ONCE = 8;

/** After so many failures in a row an operator is left alone until the next tick: it is out of order, not the messages. */
const ENOUGH_IN_A_ROW = 8;

/** Sends what waits in the outbox. Several runners may do it at once. */
@Injectable()
export class OutboxDelivery {
  constructor(
    private readonly claims: OutboxClaims,
    private readonly scope: OrganisationScope,
    private readonly vault: Vault,
    private readonly mail: MailSender,
    private readonly sms: SmsSender,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /**
   * Sends every message of a channel whose time has come, unless its operator is out of order. Each channel has a job of
   * its own: a mail server that hangs holds up no text message. @returns How many were sent.
   */
  async deliverDue(channel: MessageChannel): Promise<number> {
    const count = await this.claims.dropExpired(channel);
    if (count > 0) {
      this.logger.warn('message.expired', { channel, count });
    }
    let sent = 0;
    let failedInARow = 0;
    const deliver = async (message: OutboxMessage): Promise<void> => {
      const outcome = await this.#deliver(message);
      sent += outcome === 'sent' ? 1 : 0;
      failedInARow = outcome === 'out-of-order' ? failedInARow + 1 : 0;
    };
    for (
      let batch = await this.claims.take(channel);
      batch.length > 0;
      batch = failedInARow < ENOUGH_IN_A_ROW ? await this.claims.take(channel) : []
    ) {
      await sideBySide(batch, deliver);
    }
    return sent;
  }

  async #deliver(taken: OutboxMessage): Promise<'sent' | 'not-sent' | 'out-of-order'> {
    const message = Object.assign(new OutboxMessage(), taken, { attempts: taken.attempts + 1 });
    const about = { messageId: message.id, channel: message.channel, attempt: message.attempts };
    try {
      const content = await this.#begin(taken);
      if (content === null) {
        return 'not-sent';
      }
      const sender = message.channel === 'sms' ? this.sms : this.mail;
      await sender.send(outgoing(message, content, this.clock.nowMs()));
      await this.#noteSent(message, content);
      this.logger.info('message.sent', about);
      return 'sent';
    } catch (error) {
      const failure = failureOf(message, error);
      this.logger.warn(failure === null ? 'message.not-sent' : 'message.given-up', about, error);
      await this.#putBack(message, failure, waitAsked(error));
      return error instanceof NotTakenError && error.isOutage ? 'out-of-order' : 'not-sent';
    }
  }

  /**
   * Begins an attempt: from now on the receiver may have heard. What was taken back since it was taken in hand is not begun.
   *
   * @returns What is to be sent; null when something else is true by now.
   */
  async #begin({ id, attempts, ...message }: OutboxMessage): Promise<MessageContent | null> {
    const { organisationId } = message;
    const isTrue = await this.scope.of(organisationId, async (tx) => {
      const as = { id, attempts };
      const begun = { attempts: attempts + 1 };
      const { affected } = await tx.update(OutboxMessage, { ...as, status: 'queued' }, begun);
      if (affected !== 1) {
        await tx.update(OutboxMessage, as, { inHandUntil: null });
      }
      return affected === 1;
    });
    const place = { table: 'outbox_message', rowId: id };
    return isTrue
      ? this.scope.of(organisationId, (tx) =>
          this.vault.open<MessageContent>(tx, message.visitId, place, message.envelope),
        )
      : null;
  }

  /**
   * The operator has it: whatever fails from here on, it is not sent again. Where the text cannot be sealed anew, that it was
   * sent is written down all the same, and the text goes with the visit.
   */
  async #noteSent(message: OutboxMessage, content: MessageContent): Promise<void> {
    try {
      await this.#markSent(message, content);
    } catch (error) {
      this.logger.error('message.text-kept', { messageId: message.id }, error);
      const { id, organisationId } = message;
      const sent = { status: 'sent', sentAt: this.clock.now(), inHandUntil: null } as const;
      await this.scope
        .of(organisationId, (tx) => tx.update(OutboxMessage, { id, status: 'queued' }, sent))
        .catch((again: unknown) => {
          // In hand until its time is over: then it is as after a crash.
          this.logger.error('message.sent-not-noted', { messageId: id }, again);
        });
    }
  }

  /** Drops the text. What the operator told of the message in the meantime stands. */
  async #markSent({ id, ...message }: OutboxMessage, content: MessageContent): Promise<void> {
    await this.scope.of(message.organisationId, async (tx) => {
      const place = { table: 'outbox_message', rowId: id };
      const kept = withoutText(content);
      const envelope = await this.vault.seal(tx, message.visitId, place, kept);
      const status = () =>
        "CASE WHEN status IN ('delivered', 'failed') THEN status ELSE 'sent' END";
      const sentAt = this.clock.now();
      await tx.update(OutboxMessage, { id }, { status, sentAt, envelope, inHandUntil: null });
    });
  }

  /** @param failure - Why it is given up; null when it is tried again. */
  async #putBack(
    { id, attempts, organisationId }: OutboxMessage,
    failure: MessageFailure | null,
    retryAfter: string | null,
  ): Promise<void> {
    const nowMs = this.clock.nowMs();
    const waitMs = Math.max(backOffMs(attempts), waitAskedMs(retryAfter, nowMs));
    await this.scope.of(organisationId, async (tx) => {
      await tx.update(OutboxMessage, { id, attempts }, { inHandUntil: null });
      await tx.update(
        OutboxMessage,
        { id, attempts, status: 'queued' },
        failure === null
          ? { nextAttemptAt: new Date(nowMs + waitMs) }
          : { status: 'failed', failure },
      );
    });
  }
}

function outgoing(
  { id, expiresAt }: OutboxMessage,
  content: MessageContent,
  nowMs: number,
): OutgoingMessage {
  const { to, sender, subject, text, calendar, reference } = content;
  const validSeconds = Math.max(Math.floor((expiresAt.getTime() - nowMs) / 1_000), 1);
  return { id, to, sender, subject, text, validSeconds, calendar, reference };
}

/** Why a message is given up; null when it is worth another attempt. */
function failureOf({ attempts }: OutboxMessage, error: unknown): MessageFailure | null {
  if (error instanceof NotTakenError && error.isFinal) {
    return error.failure;
  }
  // While the keys are away, or the operator, nothing is wrong with the message: it waits for them until it tells nothing.
  const isAway =
    error instanceof KeysMissingError || (error instanceof NotTakenError && error.isOutage);
  return attempts >= MOST_ATTEMPTS && !isAway ? 'provider-unavailable' : null;
}

function waitAsked(error: unknown): string | null {
  return error instanceof NotTakenError ? error.retryAfter : null;
}

async function sideBySide<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  const lane = async (): Promise<void> => {
    for (const item of waiting) {
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}
