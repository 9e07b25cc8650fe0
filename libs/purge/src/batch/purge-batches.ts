import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { Logger } from '@tapaamo/logging';
import { Vault } from '@tapaamo/vault';
import { PurgeGuard } from '../guard/purge-guard.js';
import type { SweepTally } from '../sweep-tally.js';
import { blockedBy, VisitsHeldError, type Blocked } from './blocked.js';
import { PurgeClaims, type Reached, type TakenBatch } from './purge-claims.js';
import { PurgeErasure } from './purge-erasure.js';

/** After so many rounds it is asked again which organisations have something: some came due meanwhile. */
const ROUNDS_BETWEEN = 20;

/** Batches in hand at once: while one waits for the disk or for the keys, another goes on. */
const LANES = 2;

/** So many that are held or too slow, one after the other, are no visit's own: somebody has the whole table, say. */
const IN_VAIN = 5;

/** A sweep that is under way. */
export interface Sweep {
  runId: string;
  tally: SweepTally;
}

/** An organisation whose turn comes again, and how far it has come. */
interface Waiting {
  organisationId: string;
  reached: Reached | null;
}

/** Forgets due visits in batches, a batch of each organisation in turn. */
@Injectable()
export class PurgeBatches {
  /** Whose turn was last, in an earlier sweep too: where a sweep may not do all, the next goes on with the others. */
  #last = '';

  constructor(
    private readonly guard: PurgeGuard,
    private readonly claims: PurgeClaims,
    private readonly erasure: PurgeErasure,
    private readonly vault: Vault,
    private readonly logger: Logger,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Whether erasing is not paused, and the clock is as it should be. */
  async mayErase(): Promise<boolean> {
    return this.guard.allowsErasing();
  }

  /**
   * Finishes what was cut off, and forgets what is due, unless that is far more than was foreseen.
   *
   * @returns False when erasing is paused for that, or the clock has jumped meanwhile.
   * @throws what `forget` throws
   */
  async forgetAll(sweep: Sweep): Promise<boolean> {
    const found = await this.guard.allowedDue();
    if (found === null) {
      return false;
    }
    await this.finishCutOff(sweep);
    await this.forget(sweep);
    // What a sweep leaves to the next is counted by that.
    if (!sweep.tally.capReached) {
      await this.guard.noteForgotten(found);
    }
    return this.guard.allowsGoingOn();
  }

  /**
   * Finishes what was cut off, whoever had it in hand.
   *
   * @throws what `forget` throws
   */
  async finishCutOff(sweep: Sweep): Promise<void> {
    for (
      let batch = await this.claims.takeOver();
      batch !== null;
      batch = await this.claims.takeOver()
    ) {
      sweep.tally.cutOff += 1;
      await this.#run(batch, sweep);
    }
  }

  /**
   * Forgets what is due, each visit tried once, and at most PURGE_MAX_PER_SWEEP of them. A visit that fails waits for
   * another attempt and stops no other.
   *
   * @throws KeysMissingError (`vault.keys-missing`) and whatever keeps any visit from being forgotten: the batch is left to
   *   the next sweep, hidden as before
   */
  async forget(sweep: Sweep): Promise<void> {
    const batches = this.#batches(sweep);
    // A lane that fails ends the taking, and the others finish what they have in hand.
    const lane = async (): Promise<void> => {
      for await (const batch of batches) {
        await this.#run(batch, sweep);
      }
    };
    const ended = await Promise.allSettled(Array.from({ length: LANES }, lane));
    for (const one of ended) {
      if (one.status === 'rejected') {
        throw one.reason;
      }
    }
  }

  /** Takes one batch after the other, for as long as somebody asks for more. */
  async *#batches({ tally }: Sweep): AsyncGenerator<TakenBatch> {
    const seen = new Set<string>();
    let left = this.config.PURGE_MAX_PER_SWEEP;
    let waiting: Waiting[] = [];
    for (let round = 0; ; round += 1) {
      if (waiting.length === 0 || round % ROUNDS_BETWEEN === 0) {
        waiting.push(...(await this.#come(seen)));
      }
      if (waiting.length === 0) {
        return;
      }
      const again: Waiting[] = [];
      for (const { organisationId, reached: before } of waiting) {
        if (left <= 0 || !this.guard.allowsGoingOn()) {
          tally.capReached = left <= 0;
          return;
        }
        const { batch, reached } = await this.claims.next(organisationId, before, left);
        if (batch !== null) {
          this.#last = organisationId;
          left -= batch.visitIds.length;
          yield batch;
        }
        if (reached !== null) {
          again.push({ organisationId, reached });
        }
      }
      waiting = again;
    }
  }

  /** Organisations that were not seen in this sweep, those first whose turn it is. */
  async #come(seen: Set<string>): Promise<Waiting[]> {
    const come = await this.claims.waiting(seen);
    come.forEach((organisationId) => seen.add(organisationId));
    const inTurn = [
      ...come.filter((organisationId) => organisationId > this.#last),
      ...come.filter((organisationId) => organisationId <= this.#last),
    ];
    return inTurn.map((organisationId) => ({ organisationId, reached: null }));
  }

  /** The keys first, committed and for good, then the rows: what is cut off between them stays unreadable. */
  async #run(batch: TakenBatch, sweep: Sweep): Promise<void> {
    try {
      if (batch.visitIds.length === 0) {
        await this.erasure.close(batch);
        return;
      }
      await this.vault.forgetVisits(batch.visitIds);
      await this.#erase(batch, batch.visitIds, sweep);
    } catch (error) {
      await this.claims.letGo(batch).catch(() => undefined);
      throw error;
    }
  }

  /** A part that fails is halved, until the visits are alone that fail themselves. */
  async #erase(batch: TakenBatch, visitIds: string[], sweep: Sweep): Promise<void> {
    try {
      const erased = await this.erasure.erase(batch, visitIds, sweep.runId);
      // Not in one line: what is added to would be read before the waiting, and another lane's count be lost.
      sweep.tally.erased += erased;
      sweep.tally.inVain = 0;
    } catch (error) {
      const blocked = blockedBy(error);
      if (blocked === null) {
        throw error;
      }
      const [visitId = ''] = visitIds;
      if (visitIds.length > 1) {
        const middle = Math.ceil(visitIds.length / 2);
        await this.#erase(batch, visitIds.slice(0, middle), sweep);
        await this.#erase(batch, visitIds.slice(middle), sweep);
        return;
      }
      await this.erasure.setAside(batch, visitIds, blocked);
      sweep.tally.visitsFailed += 1;
      const { organisationId } = batch;
      this.logger.error('purge.visit-failed', { visitId, organisationId }, error);
      await this.#stopInVain(batch, blocked, sweep);
    }
  }

  /** One visit after the other would cost as long as it waits: the batch is set aside as a whole, and the sweep stops. */
  async #stopInVain(batch: TakenBatch, blocked: Blocked, { tally }: Sweep): Promise<void> {
    tally.inVain = blocked === 'busy' || blocked === 'too-slow' ? tally.inVain + 1 : 0;
    if (tally.inVain >= IN_VAIN) {
      await this.erasure.setAside(batch, batch.visitIds, blocked);
      throw new VisitsHeldError();
    }
  }
}
