import { Injectable } from '@nestjs/common';
import type { DoorActor } from '@tapaamo/access';
import { BookingRow } from '@tapaamo/booking';
import type { MeetingQuality } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { StatisticsService } from '@tapaamo/statistics';
import { QualityNotAskedError } from '../door/door.errors.js';
import { DoorViews } from '../door/door-views.js';
import { Participant } from '../participant.entity.js';
import { VisitRow } from '../visit.entity.js';
import { asksQuality } from './asks-quality.js';

/** The one question after a visit: how it went technically. Answers are counted by service and month alone. */
@Injectable()
export class MeetingQualityService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly views: DoorViews,
    private readonly statistics: StatisticsService,
  ) {}

  /**
   * Counts an answer, and notes that there was one. Of two at once the first counts.
   *
   * @throws QualityNotAskedError (`door.quality-not-asked`)
   */
  async tell(actor: DoorActor, quality: MeetingQuality): Promise<void> {
    const { participantId: id, organisationId } = actor;
    await this.scope.of(organisationId, async (tx) => {
      const lock = { mode: 'pessimistic_write' } as const;
      const participant = await tx.findOne(Participant, { where: { id }, lock });
      if (participant === null) {
        throw new QualityNotAskedError();
      }
      const view = await this.views.ofVisit(tx, participant);
      if (!asksQuality(view, participant, actor)) {
        throw new QualityNotAskedError();
      }
      await tx.update(Participant, { id }, { qualityTold: true });
      const { bookingId } = await tx.findOneByOrFail(VisitRow, { id: participant.visitId });
      const { serviceId, startsAt } = await tx.findOneByOrFail(BookingRow, { id: bookingId });
      await this.statistics.countQuality(tx, { organisationId, serviceId, startsAt, quality });
    });
  }
}
