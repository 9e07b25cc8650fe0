import { Injectable } from '@nestjs/common';
import { Clock } from '@tapaamo/common';
import { OrganisationScope } from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import { OrganisationService } from '@tapaamo/organisation';
import { AccountNotice, Professional } from '@tapaamo/professional';
import { IN_HAND_MS, MOST_ATTEMPTS, backOffMs } from '../back-off.js';
import { OF_ONE_IN_USE } from '../of-one-in-use.js';
import { MailSender } from '../senders/mail-sender.js';
import { accountNoticeMail } from './account-notice-mail.js';

/** Mails staff what was changed of their own account. Several runners may do it at once. */
@Injectable()
export class AccountNoticeDelivery {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly organisations: OrganisationService,
    private readonly mail: MailSender,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Sends every notice whose time has come. @returns How many were sent. */
  async deliverDue(): Promise<number> {
    let sent = 0;
    for (let notice = await this.#claim(); notice !== null; notice = await this.#claim()) {
      sent += (await this.#deliver(notice)) ? 1 : 0;
    }
    return sent;
  }

  /** Takes one notice and moves its next attempt ahead: a crash in the middle repeats it and never loses it. */
  async #claim(): Promise<AccountNotice | null> {
    const now = this.clock.now();
    return this.scope.everywhere('delivering messages', async (tx) => {
      const notice = await tx
        .createQueryBuilder(AccountNotice, 'notice')
        .where('notice.next_attempt_at <= :now', { now })
        .andWhere(OF_ONE_IN_USE('notice'))
        .orderBy('notice.next_attempt_at')
        .setLock('pessimistic_write')
        .setOnLocked('skip_locked')
        .getOne();
      if (notice === null) {
        return null;
      }
      notice.attempts += 1;
      const { id, attempts } = notice;
      const nextAttemptAt = new Date(now.getTime() + IN_HAND_MS);
      await tx.update(AccountNotice, { id }, { attempts, nextAttemptAt });
      return notice;
    });
  }

  async #deliver(notice: AccountNotice): Promise<boolean> {
    const { id, organisationId, professionalId, kind, attempts } = notice;
    const about = { messageId: id, channel: 'email', attempt: attempts };
    try {
      const { email, sender } = await this.scope.of(organisationId, async (tx) => ({
        email: (await tx.findOneByOrFail(Professional, { id: professionalId })).email,
        sender: (await this.organisations.organisation(tx, organisationId)).mailSender,
      }));
      await this.mail.send({ id, to: email, sender, ...accountNoticeMail(kind) });
      await this.#settle(notice, true);
      this.logger.info('message.sent', about);
      return true;
    } catch (error) {
      const givenUp = attempts >= MOST_ATTEMPTS;
      this.logger.warn(givenUp ? 'message.given-up' : 'message.not-sent', about, error);
      await this.#settle(notice, givenUp);
      return false;
    }
  }

  async #settle({ id, organisationId, attempts }: AccountNotice, isOver: boolean): Promise<void> {
    const nextAttemptAt = new Date(this.clock.nowMs() + backOffMs(attempts));
    await this.scope.of(organisationId, (tx) =>
      isOver
        ? tx.delete(AccountNotice, { id })
        : tx.update(AccountNotice, { id, attempts }, { nextAttemptAt }),
    );
  }
}
