import { Inject, Injectable } from '@nestjs/common';
import { meetsClients, type StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { BookingRow } from '@tapaamo/booking';
import {
  Clock,
  DeniedOrMissingError,
  Randomness,
  addPeriod,
  hashSecret,
  newSecret,
} from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { linkSecretSchema, type CalendarFeedState, type Language } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { isInUse } from '@tapaamo/organisation';
import { Professional } from '@tapaamo/professional';
import { VisitRow } from '@tapaamo/visit';
import type { EntityManager } from 'typeorm';
import { CalendarFeed } from './calendar-feed.entity.js';
import { feedText, type FeedVisit } from './feed-text.js';

/** How far the feed looks back and ahead. */
const BACK = '-P1M';
const AHEAD = 'P1Y';

/** Where calendar programs read feeds. */
export const CALENDAR_FEED_PATH = '/api/calendar-feed';

/** The addresses at which professionals' own calendar programs read their visits. */
@Injectable()
export class CalendarFeeds {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly scope: OrganisationScope,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** Since when the actor's own feed has its address. */
  async state({ organisationId, professionalId }: StaffActor): Promise<CalendarFeedState> {
    const feed = await this.scope.of(organisationId, async (tx) => {
      const found = await tx.findOneBy(CalendarFeed, { professionalId });
      return found !== null && (await isStillTheirs(tx, found)) ? found : null;
    });
    return { since: feed?.createdAt.toISOString() ?? null };
  }

  /**
   * Gives the actor's feed a new address; the one before it leads nowhere any more.
   *
   * @param language - In which the titles are written.
   * @returns The address. Only a hash of its secret is kept, so it cannot be shown again.
   * @throws DeniedOrMissingError when the account was closed or reset, or lost its role, since the actor was let in
   */
  async renew(actor: StaffActor, language: Language): Promise<string> {
    const { organisationId, professionalId } = actor;
    const secret = newSecret(this.randomness);
    await this.scope.of(organisationId, async (tx) => {
      const lock = { mode: 'pessimistic_read' } as const;
      const account = await tx.findOneOrFail(Professional, { where: { id: professionalId }, lock });
      if (!mayHaveFeed(account)) {
        throw new DeniedOrMissingError();
      }
      await tx.upsert(
        CalendarFeed,
        {
          professionalId,
          organisationId,
          secretHash: hashSecret('calendar-feed', secret),
          language,
          signInEpoch: account.signInEpoch,
          createdAt: this.clock.now(),
        },
        ['professionalId'],
      );
      await this.#tell(tx, actor, 'calendar-feed.renewed');
    });
    return new URL(`${CALENDAR_FEED_PATH}/${secret}.ics`, this.config.PUBLIC_URL).href;
  }

  /** Ends the actor's feed at once. Ending what is not there changes nothing. */
  async revoke(actor: StaffActor): Promise<void> {
    const { organisationId, professionalId } = actor;
    await this.scope.of(organisationId, async (tx) => {
      const { affected } = await tx.delete(CalendarFeed, { professionalId });
      if (affected === 1) {
        await this.#tell(tx, actor, 'calendar-feed.revoked');
      }
    });
  }

  /**
   * What a calendar program gets for a secret. Once an account was closed or reset, its other sessions were ended, or it
   * met clients no more, its feed is over for good, whether anybody asked meanwhile or not.
   *
   * @throws DeniedOrMissingError for every secret that leads nowhere.
   */
  async read(secret: string): Promise<string> {
    if (!linkSecretSchema.safeParse(secret).success) {
      throw new DeniedOrMissingError();
    }
    const hash = hashSecret('calendar-feed', secret);
    const feed = await this.scope.holding({ kind: 'calendar_feed', hash }, (tx) =>
      tx.findOneBy(CalendarFeed, { secretHash: hash }),
    );
    const visits =
      feed &&
      (await this.scope.of(feed.organisationId, async (tx) =>
        (await isStillTheirs(tx, feed)) ? this.#visits(tx, feed) : null,
      ));
    if (feed === null || visits === null) {
      throw new DeniedOrMissingError();
    }
    return feedText(visits, { language: feed.language, publicUrl: this.config.PUBLIC_URL });
  }

  /** Own visits that took place or will. What is due to be forgotten is not there any more, sweep or no sweep. */
  async #visits(tx: EntityManager, { professionalId }: CalendarFeed): Promise<FeedVisit[]> {
    const now = this.clock.now();
    return tx
      .createQueryBuilder(BookingRow, 'booking')
      .innerJoin(VisitRow, 'visit', 'visit.booking_id = booking.id')
      .select('visit.id', 'visitId')
      .addSelect('booking.starts_at', 'startsAt')
      .addSelect('booking.ends_at', 'endsAt')
      .addSelect('booking.discreet', 'discreet')
      .addSelect('booking.version', 'version')
      .addSelect('booking.created_at', 'createdAt')
      .where('booking.professional_id = :professionalId', { professionalId })
      .andWhere("booking.status IN ('booked', 'arrived', 'fulfilled')")
      .andWhere('booking.starts_at BETWEEN :from AND :to', {
        from: addPeriod(now, BACK),
        to: addPeriod(now, AHEAD),
      })
      .andWhere('visit.purge_due_at > :now', { now })
      .orderBy('booking.starts_at')
      .addOrderBy('visit.id')
      .getRawMany<FeedVisit>();
  }

  async #tell(
    tx: EntityManager,
    actor: StaffActor,
    event: 'calendar-feed.renewed' | 'calendar-feed.revoked',
  ): Promise<void> {
    const target = { kind: 'staff', id: actor.professionalId } as const;
    await this.audit.append(tx, { ...byStaff(actor), event, target, details: {} });
  }
}

/** Whether the account still has the feed; if it has not, the row goes. */
async function isStillTheirs(
  tx: EntityManager,
  { organisationId, professionalId, signInEpoch }: CalendarFeed,
): Promise<boolean> {
  if (!(await isInUse(tx, organisationId))) {
    return false;
  }
  const account = await tx.findOneByOrFail(Professional, { id: professionalId });
  if (account.signInEpoch === signInEpoch && mayHaveFeed(account)) {
    return true;
  }
  // Only this one: another may have been made meanwhile.
  await tx.delete(CalendarFeed, { professionalId, signInEpoch });
  return false;
}

function mayHaveFeed({ deactivatedAt, signInResetAt, roles }: Professional): boolean {
  return deactivatedAt === null && signInResetAt === null && meetsClients(roles);
}
