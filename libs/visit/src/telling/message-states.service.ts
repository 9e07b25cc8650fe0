import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { Clock } from '@tapaamo/common';
import type { VisitMessages } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Outbox } from '@tapaamo/notification';
import { reachedVisit } from '../reach/reached-visit.js';

/** Where the messages of a visit are. */
@Injectable()
export class MessageStates {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws DeniedOrMissingError */
  async read(actor: StaffActor, visitId: string): Promise<VisitMessages> {
    return this.scope.of(actor.organisationId, async (tx) => {
      await reachedVisit(tx, actor, visitId, { now: this.clock.now() });
      const messages = await this.outbox.statuses(tx, [visitId]);
      return { messages: messages.get(visitId) ?? [] };
    });
  }
}
