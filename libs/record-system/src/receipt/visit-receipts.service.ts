import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { ClientIdentifierViews } from '@tapaamo/audit';
import { Clock, localDateOf } from '@tapaamo/common';
import type { Language, VisitReceipt } from '@tapaamo/contracts';
import { Vault } from '@tapaamo/vault';
import { Participant, reachedVisit, type SealedPerson } from '@tapaamo/visit';
import type { EntityManager } from 'typeorm';
import { RecordNotice } from '../delivery/record-notice.entity.js';
import { receiptCsv } from './receipt-csv.js';
import { ReceiptFacts } from './receipt-facts.js';
import { receiptText } from './receipt-text.js';

/** Receipts for the staff who reach a visit, to take into the client's record themselves. */
@Injectable()
export class VisitReceipts {
  constructor(
    private readonly views: ClientIdentifierViews,
    private readonly facts: ReceiptFacts,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** @throws DeniedOrMissingError; VisitNotEndedError (`visit.not-ended`) */
  async read(actor: StaffActor, visitId: string, language: Language): Promise<VisitReceipt> {
    return this.views.show(actor, 'visit', async (tx) => {
      const { visit } = await reachedVisit(tx, actor, visitId, { now: this.clock.now() });
      const receipt = await this.facts.read(tx, visitId);
      const name = await this.#clientName(tx, visitId);
      // At its last moment it is hidden already: the day before an instant at midnight is the last.
      const until = localDateOf(new Date(visit.purgeDueAt.getTime() - 1));
      const notices = await tx.find(RecordNotice, {
        where: { bookingId: visit.bookingId },
        order: { target: 'ASC' },
      });
      const answer = {
        receipt,
        text: receiptText(receipt, language, name),
        until,
        deliveries: notices.map(({ target, acceptedAt }) => ({
          target,
          acceptedAt: acceptedAt?.toISOString() ?? null,
        })),
      };
      return { answer, visitIds: name === null ? [] : [visitId] };
    });
  }

  /** @throws DeniedOrMissingError; VisitNotEndedError (`visit.not-ended`) */
  async csv(actor: StaffActor, visitId: string): Promise<string> {
    return this.views.show(actor, 'visit', async (tx) => {
      await reachedVisit(tx, actor, visitId, { now: this.clock.now() });
      return { answer: receiptCsv(await this.facts.read(tx, visitId)), visitIds: [visitId] };
    });
  }

  async #clientName(tx: EntityManager, visitId: string): Promise<string | null> {
    const client = await tx.findOneBy(Participant, { visitId, role: 'client' });
    if (client === null || client.envelope === null) {
      return null;
    }
    const open = await this.vault.opener(tx, [visitId]);
    const place = { table: 'participant', rowId: client.id };
    return open<SealedPerson>(visitId, place, client.envelope)?.name ?? null;
  }
}
