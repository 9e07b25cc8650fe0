import { Injectable } from '@nestjs/common';
import { Clock, Randomness } from '@tapaamo/common';
import { Vault, VaultSealedError } from '@tapaamo/vault';
import { MoreThan, type EntityManager } from 'typeorm';
import type { TransactionOwner } from '../transaction/identification-transaction.repository.js';
import { HandBackRefusal } from './hand-back-refusal.entity.js';
import { HandBackRow, type SealedHandBack } from './hand-back.entity.js';

/** What is kept of an identification that came back elsewhere. */
interface Held {
  browserHash: Buffer;
  /** Of the provider's session. */
  endedBy: Buffer | null;
  expiresAt: Date;
  sealed: SealedHandBack;
}

/** Rows of identifications that came back in another browser: one at a time for a door session. */
@Injectable()
export class HandBackRows {
  constructor(
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** Holds one; an earlier one of the same session is over. @throws VaultSealedError (`vault.sealed`) */
  async hold(
    tx: EntityManager,
    owner: TransactionOwner,
    { browserHash, endedBy, expiresAt, sealed }: Held,
  ): Promise<void> {
    const id = this.randomness.uuid();
    const envelope = await this.vault.seal(tx, owner.visitId, placeOf(id), sealed);
    await this.#put(tx, owner, {
      id,
      browserHash,
      state: 'held',
      envelope,
      providerSessionHash: endedBy,
      expiresAt,
    });
    const { organisationId, visitId, participantId } = owner;
    await tx.query(
      `INSERT INTO hand_back_refusal (participant_id, organisation_id, visit_id, unanswered) VALUES ($1, $2, $3, 1)
       ON CONFLICT (participant_id) DO UPDATE SET unanswered = hand_back_refusal.unanswered + 1`,
      [participantId, organisationId, visitId],
    );
  }

  /** One that was held is answered. */
  async answered(tx: EntityManager, { participantId }: HandBackRow): Promise<void> {
    await tx.query(
      'UPDATE hand_back_refusal SET unanswered = greatest(unanswered - 1, 0) WHERE participant_id = $1',
      [participantId],
    );
  }

  /** Participants of a visit for whom one was held that nobody answers any more. */
  async unansweredIn(tx: EntityManager, visitId: string): Promise<Set<string>> {
    const told = await tx.findBy(HandBackRefusal, { visitId, unanswered: MoreThan(0) });
    const open = Map.groupBy(await this.#open(tx, visitId), (row) => row.participantId);
    return new Set(
      told
        .filter((row) => row.unanswered > (open.get(row.participantId)?.length ?? 0))
        .map(({ participantId }) => participantId),
    );
  }

  /** Until when those that are held can be answered, the earliest of each participant. */
  async openUntil(tx: EntityManager, visitId: string): Promise<Map<string, Date>> {
    const latestFirst = (await this.#open(tx, visitId)).toSorted(
      (one, other) => other.expiresAt.getTime() - one.expiresAt.getTime(),
    );
    return new Map(latestFirst.map(({ participantId, expiresAt }) => [participantId, expiresAt]));
  }

  /** Those of a visit that can still be answered. */
  async #open(tx: EntityManager, visitId: string): Promise<HandBackRow[]> {
    return tx.findBy(HandBackRow, {
      visitId,
      state: 'held',
      expiresAt: MoreThan(this.clock.now()),
    });
  }

  /** Ends one that is held: the verdict goes, that somebody did not confirm it stays. */
  async end(tx: EntityManager, row: HandBackRow): Promise<void> {
    const nothing = { envelope: null, providerSessionHash: null };
    await tx.update(HandBackRow, { id: row.id }, { state: 'refused', ...nothing });
    await this.answered(tx, row);
    await this.#tellProfessional(tx, row);
  }

  /** Keeps that one was refused before it was held. */
  async keepRefusal(tx: EntityManager, owner: TransactionOwner): Promise<void> {
    await this.#tellProfessional(tx, owner);
    await this.#put(tx, owner, {
      id: this.randomness.uuid(),
      // No browser has its secret.
      browserHash: this.randomness.bytes(32),
      state: 'refused',
      envelope: null,
      providerSessionHash: null,
      expiresAt: this.clock.now(),
    });
  }

  /** Opens one. @throws VaultSealedError (`vault.sealed`) when it was refused, or the visit is forgotten or due */
  async open(
    tx: EntityManager,
    { id, visitId, envelope }: Pick<HandBackRow, 'id' | 'visitId' | 'envelope'>,
  ): Promise<SealedHandBack> {
    if (envelope === null) {
      throw new VaultSealedError();
    }
    return this.vault.open<SealedHandBack>(tx, visitId, placeOf(id), envelope);
  }

  /** Takes the confirmed one of a session out: whoever comes second finds nothing. */
  async takeConfirmed(tx: EntityManager, sessionId: string): Promise<HandBackRow | null> {
    const now = this.clock.now();
    const where = { sessionId, state: 'confirmed', expiresAt: MoreThan(now) } as const;
    const row = await tx.findOne(HandBackRow, { where, lock: { mode: 'pessimistic_write' } });
    if (row !== null) {
      await tx.delete(HandBackRow, { id: row.id });
    }
    return row;
  }

  async #tellProfessional(
    tx: EntityManager,
    { organisationId, visitId, participantId }: Omit<TransactionOwner, 'sessionId'>,
  ): Promise<void> {
    const refusedAt = this.clock.now();
    const refusal = { organisationId, visitId, participantId, refusedAt };
    await tx.upsert(HandBackRefusal, refusal, ['participantId']);
  }

  /** One statement, because two may come back at the same time. */
  async #put(
    tx: EntityManager,
    { organisationId, visitId, participantId, sessionId }: TransactionOwner,
    row: Omit<HandBackRow, keyof TransactionOwner | 'createdAt'>,
  ): Promise<void> {
    const createdAt = this.clock.now();
    await tx.upsert(
      HandBackRow,
      { ...row, organisationId, visitId, participantId, sessionId, createdAt },
      ['sessionId'],
    );
  }
}

function placeOf(id: string): { table: string; rowId: string } {
  return { table: 'identification_hand_back', rowId: id };
}
