import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { Clock } from '@tapaamo/common';
import type { ExternalCalendarState } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Jobs } from '@tapaamo/jobs';
import { AccountSecrets } from '@tapaamo/professional';
import type { EntityManager } from 'typeorm';
import { CalendarFetch } from './calendar-fetch.js';
import { ExternalCalendar, placeOfAddress } from './external-calendar.entity.js';

type Actor = Pick<StaffActor, 'organisationId' | 'professionalId'>;

/** The calendar that a professional keeps elsewhere, each their own. Its address goes in and never comes out whole. */
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
   * Takes another address, which is read soon. Nothing of the calendar before it stays.
   *
   * @throws The errors of `CalendarFetch.address`
   */
  async set(actor: Actor, typed: string): Promise<ExternalCalendarState> {
    const { organisationId, professionalId } = actor;
    const address = Buffer.from(this.fetch.address(typed).href);
    const sealedAddress = this.secrets.seal(placeOfAddress(professionalId), address);
    return this.scope.of(organisationId, async (tx) => {
      await tx.delete(ExternalCalendar, { professionalId });
      await tx.insert(ExternalCalendar, {
        professionalId,
        organisationId,
        sealedAddress,
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
    const address = this.secrets.open(placeOfAddress(professionalId), found.sealedAddress);
    return {
      host: address === null ? '' : new URL(address.toString()).host,
      readAt: found.readAt?.toISOString() ?? null,
      failure: found.failure,
    };
  }
}
