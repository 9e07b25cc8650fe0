import { Injectable } from '@nestjs/common';
import { Clock, addPeriod } from '@tapaamo/common';
import type { ExternalCalendarFailure } from '@tapaamo/contracts';
import { BusyReader } from './busy-reader.js';
import type { BusySpan } from './busy-worker.js';
import { CalDavCalendar } from './caldav/caldav-calendar.js';
import { CalendarFetch } from './calendar-fetch.js';
import type { CalendarSource } from './calendar-source.js';

/** How far ahead busy times are kept. */
const AHEAD = 'P3M';

/** What came of reading a calendar. */
export type SourceOutcome = { busy: BusySpan[] } | { failure: ExternalCalendarFailure };

/** Asks a calendar elsewhere when its owner is busy. */
@Injectable()
export class BusyOfSource {
  constructor(
    private readonly fetch: CalendarFetch,
    private readonly caldav: CalDavCalendar,
    private readonly reader: BusyReader,
    private readonly clock: Clock,
  ) {}

  async read({ address, signIn }: CalendarSource): Promise<SourceOutcome> {
    const now = this.clock.now();
    const window = { fromMs: now.getTime(), toMs: addPeriod(now, AHEAD).getTime() };
    if (signIn === null) {
      const fetched = await this.fetch.text(address);
      return 'failure' in fetched ? fetched : this.reader.read({ ...fetched, ...window });
    }
    const fetched = await this.caldav.text({ address, signIn, ...window });
    if ('failure' in fetched) {
      return fetched;
    }
    if (fetched.text === '') {
      return { busy: [] };
    }
    const outcome = await this.reader.read({ ...fetched, ...window });
    const isNone = 'failure' in outcome && outcome.failure === 'not-a-calendar';
    return isNone ? { failure: 'no-calendar' } : outcome;
  }
}
