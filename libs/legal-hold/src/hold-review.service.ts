import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tapaamo/audit';
import { Clock, localDateOf } from '@tapaamo/common';
import { OrganisationScope } from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import { HoldKeeper, VisitHolding, type HoldName } from '@tapaamo/vault';
import { HoldVisit } from '@tapaamo/visit';
import { Gauge } from 'prom-client';
import { In, type EntityManager } from 'typeorm';
import { LIVING, afterMissedReview, isReviewMissed } from './hold-state.js';
import { LegalHold } from './legal-hold.entity.js';

const missed = new Gauge({
  name: 'tapaamo_holds_review_missed',
  help: 'Legal holds and restrictions whose day of review is past.',
});

const unknown = new Gauge({
  name: 'tapaamo_holds_unknown',
  help: 'Keys of visits that are sealed for a hold that the main database does not know. They stay.',
});

/** As the sweep is guarded (`purge/src/guard`). */
const TOO_FAR_SECONDS = 600;

const MAY_ERASE = `SELECT EXISTS (SELECT FROM purge_pause WHERE resumed_at IS NULL) AS paused,
  extract(epoch FROM clock_timestamp() - $1::timestamptz)::float8 AS skew`;

/** To the job runner every hold is its own. */
const ACT = 'reviewing holds';

/** Keeps what `LegalHolds` decided: the job runner's side, which has the holds' keys. */
@Injectable()
export class HoldReview {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly visits: HoldVisit,
    private readonly keeper: HoldKeeper,
    private readonly holding: VisitHolding,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /**
   * Makes keys for holds that have none, seals what was confirmed and is not sealed yet, tells of missed reviews, and gives
   * back what was released. Each step done again does no harm; a hold that fails stops no other.
   *
   * @throws KeysMissingError (`vault.keys-missing`) when the key database does not answer
   */
  async run(): Promise<void> {
    const isSealed = await this.keeper.prepared();
    for (const hold of await this.#living()) {
      try {
        await this.#keep(hold, isSealed.get(hold.id));
      } catch (error) {
        const { visitId, organisationId } = hold;
        this.logger.error('hold.not-kept', { visitId, organisationId }, error);
      }
    }
    const count = await this.keeper.tidy(async () => {
      const living = await this.#living();
      const today = localDateOf(this.clock.now());
      missed.set(living.filter((hold) => isReviewMissed(hold, today)).length);
      return new Set(living.map(({ id }) => id));
    });
    unknown.set(count);
    if (count > 0) {
      this.logger.error('hold.unknown', { count });
    }
  }

  /** @param isSealed - Whether the visit's key is under the hold's; undefined when that has not been made. */
  async #keep(hold: LegalHold, isSealed: boolean | undefined): Promise<void> {
    const { id: holdId, visitId, organisationId, state } = hold;
    const name = { holdId, visitId, organisationId };
    if (state === 'releasing') {
      await this.#giveBack(name);
      return;
    }
    if (state === 'held') {
      // First what is told: a key that cannot be made or sealed keeps nobody from hearing that it is to be looked at.
      await this.#review(name);
    }
    if (isSealed === undefined) {
      await this.keeper.prepare(name);
    }
    if (state === 'held' && isSealed !== true) {
      await this.holding.hold(name);
    }
  }

  /** First the key, which goes to its day or nowhere; then the visit is there again, or the sweep's. */
  async #giveBack(name: HoldName): Promise<void> {
    const { holdId, visitId, organisationId } = name;
    const now = this.clock.now();
    const { dueAt, mayErase } = await this.scope.of(
      organisationId,
      async (tx) => ({
        dueAt: (await this.visits.dueAt(tx, visitId)) ?? now,
        mayErase: await this.#mayErase(tx),
      }),
      ACT,
    );
    if (dueAt <= now && !mayErase) {
      // It stays as it is until forgetting goes on.
      return;
    }
    await this.keeper.release(name, dueAt);
    await this.scope.of(
      organisationId,
      async (tx) => {
        await this.visits.giveBack(tx, { visitId, organisationId });
        await tx.update(LegalHold, { id: holdId, state: 'releasing' }, { state: 'released' });
      },
      ACT,
    );
    this.logger.info('hold.given-back', { visitId, organisationId });
  }

  /** What is past its day goes for good: not while forgetting is paused, nor by a clock that a database does not share. */
  async #mayErase(tx: EntityManager): Promise<boolean> {
    const [row] = await tx.query<[{ paused: boolean; skew: number }]>(MAY_ERASE, [
      this.clock.now(),
    ]);
    return !row.paused && (this.clock.isShifted || Math.abs(row.skew) < TOO_FAR_SECONDS);
  }

  async #review({ holdId: id, organisationId }: HoldName): Promise<void> {
    await this.scope.of(organisationId, async (tx) => {
      const hold = await held(tx, id);
      const now = this.clock.now();
      const change = hold && afterMissedReview(hold, { now, today: localDateOf(now) });
      if (hold === null || change === null) {
        return;
      }
      await tx.update(LegalHold, { id }, change);
      const actor = { kind: 'system' } as const;
      const target = { kind: 'visit', id: hold.visitId } as const;
      const record = { organisationId, actor, target };
      await (change.state === 'releasing'
        ? this.audit.append(tx, {
            ...record,
            event: 'hold.released',
            details: { by: 'missed-review', personTold: false },
          })
        : this.audit.append(tx, {
            ...record,
            event: 'hold.review-missed',
            details: { days: change.alarms ?? 0 },
          }));
    });
  }

  async #living(): Promise<LegalHold[]> {
    return this.scope.everywhere(ACT, (tx) =>
      tx.find(LegalHold, { where: { state: In([...LIVING]) }, order: { id: 'ASC' } }),
    );
  }
}

async function held(tx: EntityManager, id: string): Promise<LegalHold | null> {
  const lock = { mode: 'pessimistic_write' } as const;
  return tx.findOne(LegalHold, { where: { id, state: 'held' }, lock });
}
