import { Injectable } from '@nestjs/common';
import { OrganisationScope } from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import { InstallationMarks, Vault } from '@tapaamo/vault';
import { VisitRow } from '@tapaamo/visit';
import { In } from 'typeorm';
import { DayEnds } from './day-end/day-ends.js';
import { KeyReleases } from './guard/key-releases.js';
import type { SweepTally } from './sweep-tally.js';

/** What a sweep does with keys, once the visits that are due are gone. */
@Injectable()
export class SweepKeys {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly vault: Vault,
    private readonly releases: KeyReleases,
    private readonly dayEnds: DayEnds,
    private readonly marks: InstallationMarks,
    private readonly logger: Logger,
  ) {}

  /** Notes where databases and key store stand. @throws RestoredError when one is an older copy */
  async note(): Promise<void> {
    await this.marks.note();
  }

  /** Keys without a visit, and keys that are not due when their visit is: what a crash between two databases leaves. */
  async mend(tally: SweepTally): Promise<void> {
    const [keepsOrphans, mayForget] = [
      await this.marks.keepsOrphans(),
      await this.releases.mayGo(),
    ];
    const { failures, refused, swept, mended, isThrough } = await this.vault.mendKeys(
      (visitIds) => this.#dueInstants(visitIds),
      { mayForget, keepsOrphans },
    );
    tally.keysRefused = refused;
    if (isThrough && mayForget > 0) {
      await this.releases.used();
    }
    for (const error of failures) {
      tally.stepsFailed += 1;
      this.logger.error('purge.key-not-mended', {}, error);
    }
    if (refused > 0) {
      tally.stepsFailed += 1;
      this.logger.error('purge.keys-without-visits', { count: refused });
    }
    if (swept > 0 || mended > 0) {
      this.logger.info('purge.keys-mended', { count: swept + mended });
    }
  }

  /** Writes down which past days are over for good. */
  async recordDays(): Promise<void> {
    const count = await this.dayEnds.record();
    if (count > 0) {
      this.logger.info('purge.days-shredded', { count });
    }
  }

  /** Day keys of past days of which no visit is left. */
  async destroyPastDays(tally: SweepTally): Promise<void> {
    const { failures, destroyed, notEmpty } = await this.vault.destroyPastDays();
    tally.destroyedDays = destroyed;
    tally.lateDays = notEmpty;
    for (const error of failures) {
      tally.stepsFailed += 1;
      this.logger.error('purge.day-key-not-destroyed', {}, error);
    }
  }

  #dueInstants(visitIds: string[]): Promise<Map<string, Date>> {
    return this.scope.everywhere('forgetting what is due', async (tx) => {
      const visits = await tx.find(VisitRow, {
        where: { id: In(visitIds) },
        select: { id: true, purgeDueAt: true, heldDueAt: true },
      });
      // A visit that is being held is hidden already, and its key is in its day until it is sealed.
      return new Map(visits.map(({ id, purgeDueAt, heldDueAt }) => [id, heldDueAt ?? purgeDueAt]));
    });
  }
}
