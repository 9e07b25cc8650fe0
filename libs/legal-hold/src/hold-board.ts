import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { Clock, localDateOf } from '@tapaamo/common';
import { HOLD_EXTENSIONS, type Hold, type HoldBoard } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Organisation } from '@tapaamo/organisation';
import { In } from 'typeorm';
import { LIVING, isReviewMissed } from './hold-state.js';
import { LegalHold } from './legal-hold.entity.js';

const DAY_MS = 86_400_000;

/** What is held in an organisation and until when it is to be looked at: nothing of the visits, and nobody's name. */
@Injectable()
export class HoldBoards {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
  ) {}

  /** Holds that are not over, the longest awaited review first. */
  async read({ organisationId, professionalId }: StaffActor): Promise<HoldBoard> {
    const now = this.clock.now();
    return this.scope.of(organisationId, async (tx) => {
      const { holdMissedReview } = await tx.findOneByOrFail(Organisation, { id: organisationId });
      const holds = await tx.find(LegalHold, {
        where: { organisationId, state: In([...LIVING]) },
        order: { reviewBy: 'ASC', requestedAt: 'ASC', id: 'ASC' },
      });
      const shown = holds.map((hold) => shownHold(hold, professionalId, now));
      return { onMissed: holdMissedReview, holds: shown };
    });
  }
}

function shownHold(hold: LegalHold, reader: string, now: Date): Hold {
  const { id, visitId, kind, reason, state, reviewBy, onMissed } = hold;
  const age = now.getTime() - hold.requestedAt.getTime();
  return {
    ...{ id, visitId, kind, reason, reviewBy, onMissed },
    // Only what is not over is read.
    state: state as Hold['state'],
    requestedAt: hold.requestedAt.toISOString(),
    confirmedAt: hold.confirmedAt?.toISOString() ?? null,
    ageDays: Math.max(Math.floor(age / DAY_MS), 0),
    isReviewMissed: isReviewMissed(hold, localDateOf(now)),
    extensionsLeft: HOLD_EXTENSIONS - hold.extensions,
    isOwn: hold.requestedBy === reader,
  };
}
