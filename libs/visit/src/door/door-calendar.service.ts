import { Inject, Injectable } from '@nestjs/common';
import type { DoorActor } from '@tapaamo/access';
import { BookingRow } from '@tapaamo/booking';
import { Clock } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { OrganisationScope } from '@tapaamo/database';
import { addressOf, calendarText } from '@tapaamo/notification';
import { Vault } from '@tapaamo/vault';
import { calendarUid } from '../telling/calendar-uid.js';
import { VisitRow } from '../visit.entity.js';
import { VisitEndedError } from '../visit.errors.js';
import { DoorSessionRow } from './door-session.entity.js';

/** The visit for the client's own calendar, also for whom no e-mail brings it. */
@Injectable()
export class DoorCalendar {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly vault: Vault,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * The visit as a calendar file, in the language of the session. It is the same entry as in the participant's e-mails, by
   * its name and number, and holds as little. Changes nothing.
   *
   * @throws VisitEndedError
   */
  async of({ organisationId, visitId, participantId, sessionId }: DoorActor): Promise<string> {
    return this.scope.of(organisationId, async (tx) => {
      const visit = await tx.findOneBy(VisitRow, { id: visitId });
      const now = this.clock.now();
      if (visit === null || visit.endedAt !== null || visit.purgeDueAt <= now) {
        throw new VisitEndedError();
      }
      const booking = await tx.findOneByOrFail(BookingRow, { id: visit.bookingId });
      const { language } = await tx.findOneByOrFail(DoorSessionRow, { id: sessionId });
      const entry = {
        uid: await calendarUid(tx, this.vault, { id: participantId, visitId }),
        sequence: booking.version - 1,
        method: 'PUBLISH',
        startsAt: booking.startsAt.toISOString(),
        endsAt: booking.endsAt.toISOString(),
        madeAt: now.toISOString(),
        languages: [language],
      } as const;
      return calendarText(entry, { organizer: addressOf(this.config.MAIL_FROM), receiver: null });
    });
  }
}
