import { Injectable } from '@nestjs/common';
import { Clock } from '@tapaamo/common';
import { OrganisationScope } from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import { OrganisationService, nameOf } from '@tapaamo/organisation';
import { InvitationLinks, Professional, StaffInvitation } from '@tapaamo/professional';
import { IN_HAND_MS, MOST_ATTEMPTS, backOffMs } from '../back-off.js';
import { OF_ONE_IN_USE } from '../of-one-in-use.js';
import type { OutgoingMessage } from '../senders/message.js';
import { MailSender } from '../senders/mail-sender.js';
import { staffInvitationMail } from './staff-invitation-mail.js';

/** Mails the invitations of staff. Several runners may do it at once. */
@Injectable()
export class StaffInvitationDelivery {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly organisations: OrganisationService,
    private readonly links: InvitationLinks,
    private readonly mail: MailSender,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Sends every invitation whose time has come. @returns How many were sent. */
  async deliverDue(): Promise<number> {
    let sent = 0;
    for (
      let invitation = await this.#claim();
      invitation !== null;
      invitation = await this.#claim()
    ) {
      sent += (await this.#deliver(invitation)) ? 1 : 0;
    }
    return sent;
  }

  /** Takes one invitation and moves its next attempt ahead: a crash in the middle repeats it and never loses it. */
  async #claim(): Promise<StaffInvitation | null> {
    const now = this.clock.now();
    return this.scope.everywhere('delivering messages', async (tx) => {
      const invitation = await tx
        .createQueryBuilder(StaffInvitation, 'invitation')
        .where("invitation.status = 'queued' AND invitation.next_attempt_at <= :now", { now })
        .andWhere(OF_ONE_IN_USE('invitation'))
        .orderBy('invitation.next_attempt_at')
        .setLock('pessimistic_write')
        .setOnLocked('skip_locked')
        .getOne();
      if (invitation === null) {
        return null;
      }
      invitation.attempts += 1;
      invitation.nextAttemptAt = new Date(now.getTime() + IN_HAND_MS);
      const { attempts, nextAttemptAt } = invitation;
      await tx.update(StaffInvitation, { id: invitation.id }, { attempts, nextAttemptAt });
      return invitation;
    });
  }

  async #deliver(invitation: StaffInvitation): Promise<boolean> {
    const about = { messageId: invitation.id, channel: 'email', attempt: invitation.attempts };
    try {
      const message = await this.#compose(invitation);
      if (message === null) {
        return false;
      }
      await this.mail.send(message);
      await this.#mark(invitation, { status: 'sent' });
      this.logger.info('message.sent', about);
      return true;
    } catch (error) {
      const givenUp = invitation.attempts >= MOST_ATTEMPTS;
      this.logger.warn(givenUp ? 'message.given-up' : 'message.not-sent', about, error);
      const nextAttemptAt = new Date(this.clock.nowMs() + backOffMs(invitation.attempts));
      await this.#mark(invitation, givenUp ? { status: 'failed' } : { nextAttemptAt });
      return false;
    }
  }

  /**
   * Makes link and text. The link works before it leaves; when the attempt is repeated, the new one takes its place.
   *
   * @returns Null when the invitation was withdrawn or renewed meanwhile.
   */
  async #compose(invitation: StaffInvitation): Promise<OutgoingMessage | null> {
    const { id, organisationId, professionalId } = invitation;
    const { link, secretHash, expiresAt } = this.links.make();
    return this.scope.of(organisationId, async (tx) => {
      const { affected } = await tx.update(StaffInvitation, inHand(invitation), {
        secretHash,
        expiresAt,
      });
      if (affected !== 1) {
        return null;
      }
      const { email } = await tx.findOneByOrFail(Professional, { id: professionalId });
      const organisation = await this.organisations.organisation(tx, organisationId);
      const sender = organisation.mailSender;
      return { id, to: email, sender, ...staffInvitationMail(nameOf(organisation), link) };
    });
  }

  async #mark(
    invitation: StaffInvitation,
    change: Partial<Pick<StaffInvitation, 'status' | 'nextAttemptAt'>>,
  ): Promise<void> {
    await this.scope.of(invitation.organisationId, (tx) =>
      tx.update(StaffInvitation, inHand(invitation), change),
    );
  }
}

/** The invitation as it was taken in hand; whoever changed it since, decides. */
function inHand({ id, attempts }: StaffInvitation) {
  return { id, attempts, status: 'queued' } as const;
}
