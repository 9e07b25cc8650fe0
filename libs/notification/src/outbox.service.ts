import { Injectable } from '@nestjs/common';
import { Clock, Randomness } from '@tapaamo/common';
import type { MessageChannel, MessageStatus } from '@tapaamo/contracts';
import { Jobs } from '@tapaamo/jobs';
import { Vault } from '@tapaamo/vault';
import { Any, type EntityManager } from 'typeorm';
import { invitationMail, invitationSms, type Invitation } from './invitation.js';
import { OutboxMessage } from './outbox-message.entity.js';

/** What is sealed of a message. The text is dropped once it is sent: the link in it opens the visit. */
export interface MessageContent {
  to: string;
  /** Name that it comes from; null for the installation's own. */
  sender: string | null;
  subject: string;
  text: string;
}

/** Whom a message is for. */
export interface Receiver {
  organisationId: string;
  visitId: string;
  participantId: string;
  phone: string | null;
  email: string | null;
}

/** Messages that wait to be sent, written in the transaction of what they tell. */
@Injectable()
export class Outbox {
  constructor(
    private readonly vault: Vault,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** Puts an invitation into the outbox, one for each way there is to reach the receiver. */
  async invite(tx: EntityManager, receiver: Receiver, invitation: Invitation): Promise<void> {
    if (receiver.phone !== null) {
      await this.#put(tx, receiver, 'sms', { to: receiver.phone, ...invitationSms(invitation) });
    }
    if (receiver.email !== null) {
      await this.#put(tx, receiver, 'email', { to: receiver.email, ...invitationMail(invitation) });
    }
  }

  /** Gives up what was not sent: an invitation to a visit that is over would only puzzle its receiver. */
  async giveUp(tx: EntityManager, visitId: string): Promise<void> {
    await tx.update(OutboxMessage, { visitId, status: 'queued' }, { status: 'failed' });
  }

  /** Where the messages of visits stand, by visit, in the order they were made. */
  async statuses(
    tx: EntityManager,
    visitIds: string[],
  ): Promise<Map<string, { channel: MessageChannel; status: MessageStatus }[]>> {
    const rows = await tx.find(OutboxMessage, {
      where: { visitId: Any(visitIds) },
      select: { visitId: true, channel: true, status: true, createdAt: true, id: true },
      order: { createdAt: 'ASC', channel: 'DESC' },
    });
    return Map.groupBy(rows, (row) => row.visitId);
  }

  async #put(
    tx: EntityManager,
    receiver: Receiver,
    channel: MessageChannel,
    content: MessageContent,
  ): Promise<void> {
    const id = this.randomness.uuid();
    const now = this.clock.now();
    await tx.insert(OutboxMessage, {
      id,
      organisationId: receiver.organisationId,
      visitId: receiver.visitId,
      participantId: receiver.participantId,
      channel,
      kind: 'invitation',
      envelope: await this.vault.seal(
        tx,
        receiver.visitId,
        { table: 'outbox_message', rowId: id },
        content,
      ),
      status: 'queued',
      attempts: 0,
      nextAttemptAt: now,
      sentAt: null,
      createdAt: now,
    });
    await this.jobs.enqueue(tx, `outbox.deliver-${channel}`);
  }
}
