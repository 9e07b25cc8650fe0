import { Injectable } from '@nestjs/common';
import { Clock } from '@tapaamo/common';
import { OrganisationScope } from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import { CaughtMessages } from '@tapaamo/notification';
import { ClosedOrganisation } from '@tapaamo/organisation';
import { OrganisationKeys } from '@tapaamo/vault';
import { IsNull } from 'typeorm';

/** Visits that go in one transaction: others' work waits for no longer one. */
const BATCH = 500;

/** A visit's own rows refer to its booking and go with it. */
const SOME = 'SELECT id, booking_id AS "bookingId" FROM visit WHERE organisation_id = $1 LIMIT $2';

/**
 * Forgets everything of an organisation whose contract has ended: the keys first, its escrow files with them, then its visits,
 * then all that is left, its staff and audit log included. Only the record of its end stays, and counts of the installation.
 *
 * What is done is written down, and each step done again does no harm: a run that is cut off is finished by the next.
 */
@Injectable()
export class ContractEnd {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly keys: OrganisationKeys,
    private readonly caught: CaughtMessages,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Forgets the organisations that are confirmed to be closed. One that cannot be forgotten stops no other. */
  async run(): Promise<void> {
    const confirmed = await this.scope.everywhere('forgetting what is due', (tx) =>
      tx.find(ClosedOrganisation, { where: { erasedAt: IsNull() }, order: { confirmedAt: 'ASC' } }),
    );
    for (const organisation of confirmed) {
      try {
        await this.#forget(organisation);
      } catch (error) {
        this.logger.error('contract-end.not-forgotten', { organisationId: organisation.id }, error);
      }
    }
  }

  async #forget({ id, keysDestroyedAt }: ClosedOrganisation): Promise<void> {
    // Again in each run: nothing that a run which was cut off has left behind stays.
    const unrevivableAt = await this.keys.destroyAll(id);
    if (keysDestroyedAt === null) {
      await this.#noteKeys(id, unrevivableAt);
    }
    for (let gone = BATCH; gone > 0;) {
      gone = await this.#eraseSome(id);
    }
    await this.scope.of(
      id,
      async (tx) => {
        await tx.query('SELECT organisation_erase($1)', [id]);
        await tx.update(ClosedOrganisation, { id }, { erasedAt: this.clock.now() });
      },
      'forgetting what is due',
    );
    this.logger.info('contract-end.forgotten', { organisationId: id });
  }

  async #noteKeys(id: string, unrevivableAt: Date | null): Promise<void> {
    const keysDestroyedAt = this.clock.now();
    await this.scope.of(
      id,
      async (tx) => {
        const count = 'SELECT count(*)::integer AS visits FROM visit WHERE organisation_id = $1';
        const [row] = await tx.query<{ visits: number }[]>(count, [id]);
        const noted = { keysDestroyedAt, unrevivableAt, visits: row?.visits ?? 0 };
        await tx.update(ClosedOrganisation, { id }, noted);
      },
      'forgetting what is due',
    );
  }

  /** @returns How many visits went. */
  async #eraseSome(organisationId: string): Promise<number> {
    const { bookings, messages } = await this.scope.of(
      organisationId,
      async (tx) => {
        const visits = await tx.query<{ id: string; bookingId: string }[]>(SOME, [
          organisationId,
          BATCH,
        ]);
        const caught = await this.caught.of(
          tx,
          visits.map(({ id }) => id),
        );
        // Before their rows go: whoever is cut off finds them again by these.
        await this.caught.forget(caught);
        const ids = visits.map(({ bookingId }) => bookingId);
        await tx.query('DELETE FROM booking WHERE id = ANY ($1)', [ids]);
        return { bookings: ids.length, messages: caught };
      },
      'forgetting what is due',
    );
    await this.caught.forget(messages);
    return bookings;
  }
}
