import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tapaamo/audit';
import { OrganisationScope } from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import {
  InstallationMarks,
  isBehind,
  KeyReconcile,
  type Behind,
  type HeldVisit,
  type VisitKey,
} from '@tapaamo/vault';
import type { EntityManager } from 'typeorm';
import { RestoredRows, type RestoredVisit } from './restored-rows.js';

/** What came of a restore. */
export interface Reconciled {
  behind: Behind;
  /** Visits that were forgotten since the backup: due at once, and erased by the next sweep. */
  erased: number;
  /** Visits that got the earlier due instant of their key. */
  corrected: number;
  /** Visits that were held since the backup, and are again. */
  held: number;
  /** Messages that are not sent: they may have been. */
  dropped: number;
  /** Keys that an older key database brought back, forgotten again. */
  forgotten: number;
  /** Visits whose keys are nowhere, though nobody forgot them. Nobody is served until they come back or are given up. */
  lost: string[];
  /** Keys of visits that were booked after the backup of the main database. They stay until the operator decides. */
  kept: string[];
}

/** What was found of an organisation's visits. */
interface Found {
  gone: string[];
  corrected: RestoredVisit[];
  lost: string[];
  /** Held by an older main database alone. */
  released: string[];
}

/**
 * What became of a visit. Its key goes before its rows: one without a key is forgotten, where the key database is no older
 * copy.
 *
 * @param key - Undefined when it is nowhere; `opens` tells whether its day key is there.
 */
function sort(
  { visitId, dueAt }: RestoredVisit,
  { key, opens }: { key: VisitKey | undefined; opens: boolean },
  behind: Behind,
  found: Found,
): void {
  if (key === undefined && !behind.keys) {
    found.gone.push(visitId);
  } else if (key === undefined || !opens) {
    found.lost.push(visitId);
  } else if (behind.main && key.dueAt < dueAt) {
    found.corrected.push({ visitId, dueAt: key.dueAt });
  }
}

/** What is known of holds when a restore is reconciled. */
interface HeldLook {
  held: readonly HeldVisit[];
  isLostDay: (key: VisitKey) => boolean;
  behind: Behind;
}

/** The use case "something was restored": what was forgotten stays so, and what lives is served again. */
@Injectable()
export class Reconcile {
  constructor(
    private readonly marks: InstallationMarks,
    private readonly keys: KeyReconcile,
    private readonly rows: RestoredRows,
    private readonly scope: OrganisationScope,
    private readonly audit: AuditLog,
    private readonly logger: Logger,
  ) {}

  /**
   * Does what is safe, and lets the installation be served again unless visits were lost. Done twice it does nothing more.
   *
   * @param givesUp - The operator gives up what is lost and what was booked after the backup.
   * @returns Null when nothing was restored and nothing waits for the operator.
   * @throws KeysMissingError (`vault.keys-missing`); RestoredError while a database follows another server
   */
  async run({ givesUp = false } = {}): Promise<Reconciled | null> {
    const behind = await this.marks.behind();
    const waits = await this.marks.keepsOrphans();
    if (!isBehind(behind) && !(waits && givesUp)) {
      return null;
    }
    await this.marks.assertOnItsOwn();
    await this.keys.destroyAgain();
    const result: Reconciled = {
      behind,
      erased: 0,
      corrected: 0,
      held: 0,
      dropped: 0,
      forgotten: 0,
      lost: [],
      kept: [],
    };
    await this.#visits(result, givesUp);
    await this.#orphans(result, { waits, givesUp });
    const isSettled = result.lost.length === 0 || givesUp;
    if (isSettled) {
      await this.marks.settle({ keepsOrphans: !givesUp && result.kept.length > 0 });
      if (givesUp) {
        await this.marks.letOrphansGo();
      }
    }
    this.logger.warn('restore.reconciling', {
      count: result.erased + result.corrected + result.forgotten,
      failed: result.lost.length,
    });
    return result;
  }

  /** @returns How many visits are held again that an older main database does not know to be held. */
  async #holdAgain(held: readonly HeldVisit[]): Promise<number> {
    let count = 0;
    for (const organisationId of new Set(held.map((one) => one.organisationId))) {
      const its = held.filter((one) => one.organisationId === organisationId);
      count += await this.scope.of(
        organisationId,
        (tx) => this.rows.holdAgain(tx, organisationId, its),
        'reconciling a restore',
      );
    }
    return count;
  }

  /** Visits of the main database, organisation by organisation. */
  async #visits(result: Reconciled, givesUp: boolean): Promise<void> {
    const { keys, store } = result.behind;
    const held = await this.keys.heldVisits();
    const sealed = held.filter(({ isSealed }) => isSealed);
    if (result.behind.main) {
      // First: what a hold has the key of would look like forgotten.
      result.held = await this.#holdAgain(sealed);
    }
    const isLostDay = keys || store ? await this.keys.lostDays() : () => false;
    for (const organisationId of await this.rows.organisations()) {
      const found: Found = { gone: [], corrected: [], lost: [], released: [] };
      for await (const visits of this.rows.visitsOf(organisationId)) {
        const keyOf = await this.keys.withKey(visits.map(({ visitId }) => visitId));
        for (const visit of visits) {
          const key = keyOf.get(visit.visitId);
          const opens = key !== undefined && !isLostDay(key);
          sort(visit, { key, opens }, result.behind, found);
        }
      }
      await this.#lookAtHeld(organisationId, { held, isLostDay, behind: result.behind }, found);
      result.lost.push(...found.lost);
      await this.#change(organisationId, { ...found, lost: givesUp ? found.lost : [] }, result);
    }
  }

  /**
   * What became of visits that the main database says are held, and that no hold has the key of: where keys are older, it may
   * be nowhere; where only the main database is, it was given back since, or forgotten.
   */
  async #lookAtHeld(
    organisationId: string,
    { held, isLostDay, behind }: HeldLook,
    found: Found,
  ): Promise<void> {
    const known = new Map(held.map((one) => [one.visitId, one.isSealed]));
    const visitIds = (await this.rows.held(organisationId)).filter((id) => known.get(id) !== true);
    const keyOf = await this.keys.withKey(visitIds);
    for (const visitId of visitIds) {
      const key = keyOf.get(visitId);
      if (behind.keys || behind.store) {
        if (key === undefined || isLostDay(key)) {
          found.lost.push(visitId);
        }
      } else if (key === undefined) {
        found.gone.push(visitId);
      } else if (!known.has(visitId)) {
        found.released.push(visitId);
      }
    }
  }

  async #change(organisationId: string, found: Found, result: Reconciled): Promise<void> {
    await this.scope.of(
      organisationId,
      async (tx) => {
        await this.rows.letBeDue(tx, [...found.gone, ...found.lost]);
        await this.rows.correct(tx, found.corrected);
        await this.rows.giveBack(tx, found.released);
        const dropped = result.behind.main ? await this.rows.dropMessages(tx) : 0;
        const counts = {
          erased: found.gone.length,
          corrected: found.corrected.length,
          dropped,
          lost: found.lost.length,
        };
        await this.#tell(tx, organisationId, counts);
        result.erased += counts.erased;
        result.corrected += counts.corrected;
        result.dropped += dropped;
      },
      'reconciling a restore',
    );
  }

  async #tell(
    tx: EntityManager,
    organisationId: string,
    details: { erased: number; corrected: number; dropped: number; lost: number },
  ): Promise<void> {
    const actor = { kind: 'system' } as const;
    await this.audit.append(tx, { organisationId, actor, event: 'installation.restored', details });
  }

  /**
   * Keys without a visit: of an older key database, what was forgotten since; of an older main database, what was booked
   * since. Of both at once nobody can tell, and they stay.
   */
  async #orphans(
    result: Reconciled,
    { waits, givesUp }: { waits: boolean; givesUp: boolean },
  ): Promise<void> {
    const { main, keys } = result.behind;
    if (!main && !keys && !waits) {
      return;
    }
    for await (const page of this.keys.pages()) {
      const there = await this.rows.amongThese(page.map(({ visitId }) => visitId));
      const orphans = page.filter(({ visitId }: VisitKey) => !there.has(visitId));
      if (keys && !main && !waits) {
        await this.keys.forget(orphans);
        result.forgotten += orphans.length;
      } else if (givesUp) {
        await this.keys.giveUp(orphans);
        result.forgotten += orphans.length;
      } else {
        result.kept.push(...orphans.map(({ visitId }) => visitId));
      }
    }
    await this.#orphansOfHolds(result, keys && !main && !waits ? true : givesUp);
  }

  /** @param go - Whether they are to go; otherwise they wait for the operator. */
  async #orphansOfHolds(result: Reconciled, go: boolean): Promise<void> {
    const sealed = (await this.keys.heldVisits()).filter(({ isSealed }) => isSealed);
    const there = await this.rows.amongThese(sealed.map(({ visitId }) => visitId));
    const orphans = sealed.filter(({ visitId }) => !there.has(visitId));
    if (go) {
      await this.keys.dropHeld(orphans);
      result.forgotten += orphans.length;
    } else {
      result.kept.push(...orphans.map(({ visitId }) => visitId));
    }
  }
}
