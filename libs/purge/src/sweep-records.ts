import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tapaamo/audit';
import { Clock, Randomness } from '@tapaamo/common';
import { OrganisationScope } from '@tapaamo/database';
import { CaughtMessages } from '@tapaamo/notification';
import { PurgeRun } from './purge-run.entity.js';
import type { SweepTally } from './sweep-tally.js';

/** A sweep that has begun. */
type BegunSweep = Pick<PurgeRun, 'id' | 'startedAt' | 'finishedAt'>;

/** Writes down what sweeps did: for the installation, and for each organisation in its audit log. */
@Injectable()
export class SweepRecords {
  /** What failed in the last sweep, by organisation: what goes on failing is told once. */
  #lastFailed = new Map<string, number>();

  constructor(
    private readonly scope: OrganisationScope,
    private readonly audit: AuditLog,
    /** Is told of each visit, too: what development caught of it goes. */
    readonly caught: CaughtMessages,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** A sweep that begins now; `write` keeps it. */
  begin(): BegunSweep {
    return { id: this.randomness.uuid(), startedAt: this.clock.now(), finishedAt: null };
  }

  /** Writes a sweep down before its work, and again with what it did. */
  async write(
    run: BegunSweep,
    did: { erased: number; failed: number; stepsFailed: number },
  ): Promise<void> {
    await this.scope.everywhere('forgetting what is due', (tx) =>
      tx.upsert(PurgeRun, { ...run, ...did }, ['id']),
    );
  }

  /** Tells each organisation how many of its visits were forgotten, and how many could not be. */
  async tell(tally: SweepTally): Promise<void> {
    const lastFailed = this.#lastFailed;
    this.#lastFailed = new Map();
    for (const [organisationId, details] of tally.organisations) {
      this.#lastFailed.set(organisationId, details.failed);
      if (details.erased > 0 || details.failed !== (lastFailed.get(organisationId) ?? 0)) {
        await tally.step('purge.sweep-not-told', () =>
          this.scope.of(organisationId, (tx) =>
            this.audit.append(tx, {
              organisationId,
              actor: { kind: 'system' },
              event: 'forgetting.swept',
              details,
            }),
          ),
        );
      }
    }
  }
}
