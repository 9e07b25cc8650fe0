import { Injectable } from '@nestjs/common';
import { Clock } from '@tapaamo/common';
import type { MessageChannel } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import { KeysMissingError, Vault } from '@tapaamo/vault';
import { IN_HAND_MS, MOST_ATTEMPTS, backOffMs } from './back-off.js';
import { OutboxMessage } from './outbox-message.entity.js';
import type { MessageContent } from './outbox.service.js';
import { OF_ONE_IN_USE } from './of-one-in-use.js';
import { MailSender } from './senders/mail-sender.js';
import { SmsSender } from './senders/sms-sender.js';

/** Who is told in order: a cancellation does not overtake the invitation that is being sent. */
const NOTHING_EARLIER_IN_HAND = `NOT EXISTS (SELECT FROM outbox_message earlier
  WHERE earlier.participant_id = message.participant_id AND earlier.channel = message.channel
    AND earlier.id <> message.id AND earlier.in_hand_until > :now)`;

/** Sends what waits in the outbox. Several runners may do it at once. */
@Injectable()
export class OutboxDelivery {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly vault: Vault,
    private readonly mail: MailSender,
    private readonly sms: SmsSender,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /**
   * Sends every message of a channel whose time has come. Each channel has a job of its own: a mail server that hangs
   * holds up no text message. @returns How many were sent.
   */
  async deliverDue(channel: MessageChannel): Promise<number> {
    await this.#dropExpired(channel);
    let sent = 0;
    for (
      let message = await this.#claim(channel);
      message !== null;
      message = await this.#claim(channel)
    ) {
      sent += (await this.#deliver(message)) ? 1 : 0;
    }
    return sent;
  }

  /** After an outage nobody is reminded of what has begun, nor twice of one visit. */
  async #dropExpired(channel: MessageChannel): Promise<void> {
    const now = this.clock.now();
    const dropped = await this.scope.everywhere('delivering messages', (tx) =>
      tx
        .createQueryBuilder()
        .update(OutboxMessage)
        .set({ status: 'withdrawn' })
        .where("status = 'queued' AND channel = :channel AND next_attempt_at <= :now", {
          channel,
          now,
        })
        .andWhere('expires_at <= :now AND (in_hand_until IS NULL OR in_hand_until <= :now)')
        .execute(),
    );
    if ((dropped.affected ?? 0) > 0) {
      this.logger.warn('message.expired', { channel, count: dropped.affected });
    }
  }

  /**
   * Takes one message and moves its next attempt ahead before it is tried: nobody else takes it meanwhile, and a crash in
   * the middle repeats it later, with the same id, and never loses it.
   */
  async #claim(channel: MessageChannel): Promise<OutboxMessage | null> {
    const now = this.clock.now();
    return this.scope.everywhere('delivering messages', async (tx) => {
      const message = await tx
        .createQueryBuilder(OutboxMessage, 'message')
        .where("message.status = 'queued' AND message.next_attempt_at <= :now", { now })
        .andWhere({ channel })
        .andWhere('message.expires_at > :now')
        .andWhere(OF_ONE_IN_USE('message'))
        .andWhere(NOTHING_EARLIER_IN_HAND, { now })
        .orderBy('message.next_attempt_at')
        .setLock('pessimistic_write')
        .setOnLocked('skip_locked')
        .getOne();
      if (message === null) {
        return null;
      }
      message.attempts += 1;
      message.nextAttemptAt = new Date(now.getTime() + IN_HAND_MS);
      message.inHandUntil = message.nextAttemptAt;
      const { attempts, nextAttemptAt, inHandUntil } = message;
      await tx.update(OutboxMessage, { id: message.id }, { attempts, nextAttemptAt, inHandUntil });
      return message;
    });
  }

  async #deliver(message: OutboxMessage): Promise<boolean> {
    const place = { table: 'outbox_message', rowId: message.id };
    const about = { messageId: message.id, channel: message.channel, attempt: message.attempts };
    try {
      const content = await this.scope.of(message.organisationId, (tx) =>
        this.vault.open<MessageContent>(tx, message.visitId, place, message.envelope),
      );
      await (message.channel === 'sms' ? this.sms : this.mail).send({ id: message.id, ...content });
      await this.scope.of(message.organisationId, async (tx) => {
        const envelope = await this.vault.seal(tx, message.visitId, place, { to: content.to });
        const sentAt = this.clock.now();
        const sent = { status: 'sent', sentAt, envelope, inHandUntil: null } as const;
        await tx.update(OutboxMessage, { id: message.id }, sent);
      });
      this.logger.info('message.sent', about);
      return true;
    } catch (error) {
      // While the keys are away nobody can know what to send; the message waits for them.
      const givenUp = message.attempts >= MOST_ATTEMPTS && !(error instanceof KeysMissingError);
      this.logger.warn(givenUp ? 'message.given-up' : 'message.not-sent', about, error);
      await this.#putBack(message, givenUp);
      return false;
    }
  }

  async #putBack(message: OutboxMessage, givenUp: boolean): Promise<void> {
    const nextAttemptAt = new Date(this.clock.nowMs() + backOffMs(message.attempts));
    const { id, attempts, organisationId } = message;
    await this.scope.of(organisationId, async (tx) => {
      await tx.update(OutboxMessage, { id, attempts }, { inHandUntil: null });
      await tx.update(
        OutboxMessage,
        { id, attempts, status: 'queued' },
        givenUp ? { status: 'failed' } : { nextAttemptAt },
      );
    });
  }
}
