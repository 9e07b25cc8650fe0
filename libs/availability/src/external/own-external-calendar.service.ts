import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { Clock } from '@tapaamo/common';
import type { ExternalCalendarState, SetExternalCalendarRequest } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Jobs } from '@tapaamo/jobs';
import { AccountSecrets } from '@tapaamo/professional';
import type { EntityManager } from 'typeorm';
import { CalendarFetch } from './calendar-fetch.js';
import { bytesOfSource, sourceOf } from './calendar-source.js';
import { ExternalCalendar, placeOfSource } from './external-calendar.entity.js';

type Actor = Pick<StaffActor, 'organisationId' | 'professionalId'>;

/** The calendar that a professional keeps elsewhere, each their own. Its address and password go in and never come out. */
@Injectable()
export class OwnExternalCalendar {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly secrets: AccountSecrets,
    private readonly fetch: CalendarFetch,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** How it stands. */
  async read(actor: Actor): Promise<ExternalCalendarState> {
    return this.scope.of(actor.organisationId, (tx) => this.#read(tx, actor));
  }

  /**
   * Takes another calendar, which is read soon: an address that is enough by itself, or a calendar of CalDAV and how to
   * sign in there. Nothing of the calendar before it stays.
   *
   * @throws The errors of `CalendarFetch.address`
   */
  async set(actor: Actor, wish: SetExternalCalendarRequest): Promise<ExternalCalendarState> {
    const { organisationId, professionalId } = actor;
    const address = this.fetch.address(wish.address).href;
    const source = bytesOfSource({ address, signIn: wish.signIn ?? null });
    const sealedSource = this.secrets.seal(placeOfSource(professionalId), source);
    return this.scope.of(organisationId, async (tx) => {
      await tx.delete(ExternalCalendar, { professionalId });
      await tx.insert(ExternalCalendar, {
        professionalId,
        organisationId,
        sealedSource,
        busy: [],
        readAt: null,
        failure: null,
        nextReadAt: this.clock.now(),
      });
      await this.jobs.enqueue(tx, 'availability.read-calendars');
      return this.#read(tx, actor);
    });
  }

  /** Forgets it. Forgetting what is not there changes nothing. */
  async remove({ organisationId, professionalId }: Actor): Promise<void> {
    await this.scope.of(organisationId, (tx) => tx.delete(ExternalCalendar, { professionalId }));
  }

  async #read(tx: EntityManager, { professionalId }: Actor): Promise<ExternalCalendarState> {
    const found = await tx.findOneBy(ExternalCalendar, { professionalId });
    if (found === null) {
      return { host: null, readAt: null, failure: null };
    }
    const source = this.secrets.open(placeOfSource(professionalId), found.sealedSource);
    return {
      host: source === null ? '' : new URL(sourceOf(source).address).host,
      readAt: found.readAt?.toISOString() ?? null,
      failure: found.failure,
    };
  }
}
