import { Injectable } from '@nestjs/common';
import { hashSecret } from '@tapaamo/common';
import type { MessageFailure } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { KeysMissingError, Vault, VaultSealedError } from '@tapaamo/vault';
import { In, Not, type EntityManager } from 'typeorm';
import { OutboxMessage } from '../outbox-message.entity.js';
import { withoutText, type MessageContent } from '../outbox.service.js';

/** What an operator tells of a message. Whom it was for stays with the operator. */
export interface Receipt {
  reference: string;
  /** Null when the message was delivered. */
  failure: MessageFailure | null;
}

/** Takes in what became of messages. */
@Injectable()
export class MessageReceipts {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly vault: Vault,
  ) {}

  /**
   * Notes what became of a message. Receipts may come again and in any order: what was delivered stays so. A receipt of a
   * message that is unknown or forgotten changes nothing and is not told from another.
   */
  async take({ reference, failure }: Receipt): Promise<void> {
    const hash = hashSecret('message-receipt', reference);
    const message = await this.scope.holding({ kind: 'message_receipt', hash }, (tx) =>
      tx.findOneBy(OutboxMessage, { referenceHash: hash }),
    );
    if (message !== null) {
      await this.scope.of(message.organisationId, (tx) => this.#note(tx, message.id, failure));
    }
  }

  async #note(tx: EntityManager, id: string, failure: MessageFailure | null): Promise<void> {
    const message = await tx.findOne(OutboxMessage, {
      where: { id, attempts: Not(0) },
      lock: { mode: 'pessimistic_write' },
    });
    if (message === null || message.status === 'delivered') {
      return;
    }
    if (failure === null) {
      const dropped = message.sentAt === null ? await this.#withoutText(tx, message) : {};
      await tx.update(OutboxMessage, { id }, { status: 'delivered', failure, ...dropped });
    } else {
      await tx.update(
        OutboxMessage,
        { id, status: In(['queued', 'sent']) },
        { status: 'failed', failure },
      );
    }
  }

  /**
   * It arrived although nobody heard that it was taken: the link in it has no business here any more. That it arrived is noted
   * even when the text cannot be opened now.
   */
  async #withoutText(
    tx: EntityManager,
    { id, visitId, envelope }: OutboxMessage,
  ): Promise<Partial<Pick<OutboxMessage, 'envelope'>>> {
    const place = { table: 'outbox_message', rowId: id };
    try {
      const content = await this.vault.open<MessageContent>(tx, visitId, place, envelope);
      return { envelope: await this.vault.seal(tx, visitId, place, withoutText(content)) };
    } catch (error) {
      if (error instanceof KeysMissingError || error instanceof VaultSealedError) {
        return {};
      }
      throw error;
    }
  }
}
