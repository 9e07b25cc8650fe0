import { Injectable } from '@nestjs/common';
import { Clock, equalInConstantTime, hashSecret } from '@tapaamo/common';
import { OrganisationScope } from '@tapaamo/database';
import { Vault } from '@tapaamo/vault';
import type { TransactionOwner } from '../transaction/identification-transaction.repository.js';
import {
  RepresentationRequestRow,
  type SealedRepresentationRequest,
} from './representation-request.entity.js';

/** How long a guardian may take at the service, in milliseconds. */
const LIFE_MS = 10 * 60_000;

/** Questions under way, by door session: they come back with no more than the browser's own cookie. */
@Injectable()
export class RepresentationRequestRepository {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps a question for ten minutes, instead of an earlier one of the same door session.
   *
   * @throws VaultSealedError (`vault.sealed`)
   */
  async keep(owner: TransactionOwner, state: string, session: string): Promise<void> {
    const { organisationId, visitId, participantId, sessionId } = owner;
    const sealed: SealedRepresentationRequest = { session };
    const expiresAt = new Date(this.clock.now().getTime() + LIFE_MS);
    await this.scope.of(organisationId, async (tx) => {
      await tx.upsert(
        RepresentationRequestRow,
        {
          sessionId,
          organisationId,
          visitId,
          participantId,
          stateHash: hashSecret('representation-state', state),
          envelope: await this.vault.seal(tx, visitId, placeOf(sessionId), sealed),
          expiresAt,
        },
        ['sessionId'],
      );
    });
  }

  /**
   * Takes the question of a door session out, once.
   *
   * @param state - As it came back; null when the service hands none back, and then the cookie and the service's own tie
   *   between code and question hold.
   * @returns The service's name for it; null when there is none, it is too old, or the answer belongs to another.
   * @throws VaultSealedError (`vault.sealed`)
   */
  async take(owner: TransactionOwner, state: string | null): Promise<string | null> {
    const { organisationId, sessionId, visitId } = owner;
    const row = await this.scope.of(organisationId, async (tx) => {
      const found = await tx.findOne(RepresentationRequestRow, {
        where: { sessionId, visitId },
        lock: { mode: 'pessimistic_write' },
      });
      await tx.delete(RepresentationRequestRow, { sessionId });
      return found;
    });
    const isOurs =
      state === null ||
      (row !== null &&
        equalInConstantTime(row.stateHash, hashSecret('representation-state', state)));
    if (row === null || !isOurs || row.expiresAt <= this.clock.now()) {
      return null;
    }
    const { session } = await this.scope.of(organisationId, (tx) =>
      this.vault.open<SealedRepresentationRequest>(tx, visitId, placeOf(sessionId), row.envelope),
    );
    return session;
  }
}

function placeOf(sessionId: string): { table: string; rowId: string } {
  return { table: 'representation_request', rowId: sessionId };
}
