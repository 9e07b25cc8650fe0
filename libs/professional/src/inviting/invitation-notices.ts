import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { Clock, Randomness } from '@tapaamo/common';
import type { EntityManager } from 'typeorm';
import { AccountNotice } from '../account/account-notice.entity.js';
import { Professional } from '../professional.entity.js';
import { OPEN } from './open-invitation.js';

/** How long the mail waits, so that an afternoon of invitations is a few mails and no flood. */
const GATHERED_MS = 60 * 60_000;

const IS_INVITED = `EXISTS (SELECT FROM staff_invitation invitation
  WHERE invitation.professional_id = professional.id AND invitation.status = ANY (:open))`;

const IS_TOLD = `EXISTS (SELECT FROM account_notice notice
  WHERE notice.professional_id = professional.id AND notice.kind = 'staff-invited')`;

/**
 * Tells those who watch over the staff that somebody was invited. Two people decide who reaches clients; an admin who
 * invites a second address of their own would be both.
 */
@Injectable()
export class InvitationNotices {
  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** Mails the other admins and the data protection officers within an hour, once for all that happens in it. */
  async tell(tx: EntityManager, { organisationId, professionalId }: StaffActor): Promise<void> {
    const watchers = await tx
      .createQueryBuilder(Professional, 'professional')
      .where({ organisationId })
      .andWhere('professional.id <> :professionalId', { professionalId })
      .andWhere('professional.deactivated_at IS NULL')
      .andWhere("professional.roles && ARRAY['admin', 'data-protection-officer']")
      .andWhere(`NOT ${IS_INVITED}`, { open: OPEN })
      .andWhere(`NOT ${IS_TOLD}`)
      .getMany();
    const createdAt = this.clock.now();
    const rows = watchers.map(({ id }) => ({
      id: this.randomness.uuid(),
      organisationId,
      professionalId: id,
      kind: 'staff-invited' as const,
      attempts: 0,
      nextAttemptAt: new Date(createdAt.getTime() + GATHERED_MS),
      createdAt,
    }));
    if (rows.length > 0) {
      await tx.insert(AccountNotice, rows);
    }
  }
}
