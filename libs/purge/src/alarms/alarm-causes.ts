import { Injectable } from '@nestjs/common';
import { Clock, localDateOf } from '@tapaamo/common';
import type { AlarmCode } from '@tapaamo/contracts';
import { OrganisationScope, ServerSettings } from '@tapaamo/database';
import { KeyDays, KeysMissingError, KeyStore } from '@tapaamo/vault';
import { ClockWatch } from '../guard/clock-watch.js';

/** The causes that stand now. What this process cannot say is in neither. */
export interface Causes {
  standing: Set<AlarmCode>;
  gone: Set<AlarmCode>;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A sweep comes every 15 seconds. */
const SILENT_MS = 10 * MINUTE_MS;

/** A day key goes by 02.00 of the day after (Europe/Helsinki). */
const SHREDDED_WITHIN_MS = 2 * HOUR_MS;

/** The root key is changed every day. */
const REKEYED_WITHIN_MS = 26 * HOUR_MS;

/** Attempts that failed until a visit is told as blocked. */
const ATTEMPTS = 3;

/** A sweep that takes long has batches in hand: their leases are not over. */
const SWEEPS = `SELECT (SELECT finished_at FROM purge_run WHERE finished_at IS NOT NULL ORDER BY started_at DESC LIMIT 1) AS "finishedAt",
  coalesce((SELECT keys_refused FROM purge_run WHERE finished_at IS NOT NULL ORDER BY started_at DESC LIMIT 1), 0) AS "keysRefused",
  EXISTS (SELECT FROM purge_batch WHERE lease_until > $1) AS "isAtWork",
  EXISTS (SELECT FROM purge_item WHERE batch_id IS NULL AND attempts >= $2) AS "isBlocked",
  EXISTS (SELECT FROM purge_pause WHERE resumed_at IS NULL) AS "isPaused",
  EXISTS (SELECT FROM legal_hold WHERE state = 'held' AND review_by < $3::date) AS "isReviewMissed"`;

/** What is late now stands for what will have been: of a hundred visits one may be erased after five minutes, none after an hour. */
const LATE = `SELECT count(*)::integer AS late, min(purge_due_at) AS oldest,
    (SELECT coalesce(sum(erased), 0)::integer FROM purge_count WHERE erased_hour > $1::timestamptz - interval '24 hours') AS erased
  FROM visit WHERE purge_due_at <= $1::timestamptz - interval '5 minutes'
    AND held_due_at IS NULL`;

interface Sweeps {
  finishedAt: Date | null;
  keysRefused: number;
  isAtWork: boolean;
  isBlocked: boolean;
  isPaused: boolean;
  isReviewMissed: boolean;
}

/** Looks what is the matter with forgetting, from any process: the one that forgets may be the one that is gone. */
@Injectable()
export class AlarmCauses {
  readonly #others = new Map<AlarmCode, () => Promise<boolean>>();
  readonly #startedMs: number;

  constructor(
    private readonly scope: OrganisationScope,
    private readonly days: KeyDays,
    private readonly keyStore: KeyStore,
    private readonly settings: ServerSettings,
    private readonly clocks: ClockWatch,
    private readonly clock: Clock,
  ) {
    this.#startedMs = clock.nowMs();
  }

  /** Has a cause looked for that only this process can see. */
  alsoWatch(code: AlarmCode, stands: () => Promise<boolean>): void {
    this.#others.set(code, stands);
  }

  /** @throws when the main database does not answer: nothing can be said then, and health says so. */
  async look(): Promise<Causes> {
    const causes: Causes = { standing: new Set(), gone: new Set() };
    const tell = (code: AlarmCode, stands: boolean): void => {
      (stands ? causes.standing : causes.gone).add(code);
    };
    await this.#ofSweeps(tell);
    await this.#ofKeys(tell);
    const { state } = this.clocks;
    if (state !== undefined) {
      tell('clock-off', state !== 'right');
    }
    const faults = await this.settings.atFault();
    if (faults !== null) {
      // That a server does not answer is told as that.
      tell(
        'server-settings',
        faults.some(({ what }) => what !== 'key-database'),
      );
    }
    for (const [code, stands] of this.#others) {
      tell(code, await stands().catch(() => true));
    }
    return causes;
  }

  async #ofSweeps(tell: (code: AlarmCode, stands: boolean) => void): Promise<void> {
    const now = this.clock.now();
    const { sweeps, late } = await this.scope.everywhere('forgetting what is due', async (tx) => {
      const [one] = await tx.query<[Sweeps]>(SWEEPS, [now, ATTEMPTS, localDateOf(now)]);
      const [other] = await tx.query<[{ late: number; oldest: Date | null; erased: number }]>(
        LATE,
        [now],
      );
      return { sweeps: one, late: other };
    });
    const since = (instant: Date | null): number =>
      now.getTime() - (instant?.getTime() ?? this.#startedMs);
    tell('forgetting-paused', sweeps.isPaused);
    tell('sweep-silent', since(sweeps.finishedAt) > SILENT_MS && !sweeps.isAtWork);
    const isShareLate = late.late > (late.late + late.erased) / 100;
    tell('erasing-late', late.oldest !== null && (isShareLate || since(late.oldest) > HOUR_MS));
    tell('visits-blocked', sweeps.isBlocked);
    tell('keys-unmended', sweeps.keysRefused > 0);
    tell('hold-review-missed', sweeps.isReviewMissed);
  }

  async #ofKeys(tell: (code: AlarmCode, stands: boolean) => void): Promise<void> {
    const now = this.clock.nowMs();
    try {
      const open = await this.days.unshredded(localDateOf(new Date(now - SHREDDED_WITHIN_MS)));
      tell('key-database-away', false);
      tell(
        'bucket-not-empty',
        open.some(({ holdsVisits }) => holdsVisits),
      );
      tell(
        'day-key-lives',
        open.some(({ holdsVisits }) => !holdsVisits),
      );
    } catch (error) {
      tell('key-database-away', mustBeAway(error));
    }
    try {
      await this.keyStore.organisations();
      tell('key-store-away', false);
    } catch (error) {
      tell('key-store-away', mustBeAway(error));
    }
    const rekeyedAt = (await this.keyStore.rekeyedAt())?.getTime() ?? this.#startedMs;
    tell('rekey-late', now - rekeyedAt > REKEYED_WITHIN_MS);
  }
}

function mustBeAway(error: unknown): true {
  if (error instanceof KeysMissingError) {
    return true;
  }
  throw error;
}
