import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { Clock, Randomness } from '@tapaamo/common';
import { Jobs } from '@tapaamo/jobs';
import type { EntityManager } from 'typeorm';
import { StaffInvitation } from '../staff-invitation.entity.js';
import { InvitationLinks } from './invitation-links.js';

/** Writes invitations that wait for their mail. */
@Injectable()
export class NewInvitations {
  constructor(
    private readonly links: InvitationLinks,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** One for each account; the job runner mails them once the transaction commits. */
  async add(
    tx: EntityManager,
    actor: StaffActor,
    professionalIds: readonly string[],
  ): Promise<void> {
    const now = this.clock.now();
    await tx.insert(
      StaffInvitation,
      professionalIds.map((professionalId) => ({
        id: this.randomness.uuid(),
        organisationId: actor.organisationId,
        professionalId,
        invitedBy: actor.professionalId,
        secretHash: null,
        status: 'queued' as const,
        attempts: 0,
        nextAttemptAt: now,
        expiresAt: this.links.expiry(),
        acceptedAt: null,
        createdAt: now,
      })),
    );
    await this.jobs.enqueue(tx, 'staff.deliver-invitations');
  }
}
