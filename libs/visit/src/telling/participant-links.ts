import { Inject, Injectable } from '@nestjs/common';
import { hashSecret } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { Vault } from '@tapaamo/vault';
import type { EntityManager } from 'typeorm';
import { Participant } from '../participant.entity.js';
import { VisitCode } from '../sheet/visit-code.entity.js';

/** Path of the client's door; the link's secret follows in the fragment and so reaches no server log. */
const DOOR_PATH = '/v';

/** Whose link. */
type Holder = Pick<Participant, 'id' | 'visitId'>;

/**
 * The link of a participant. Its secret comes out of the visit's data key each time it is needed, so that a message
 * tomorrow brings the same link as the one today; the database keeps a hash alone, and with the key it is gone.
 */
@Injectable()
export class ParticipantLinks {
  constructor(
    private readonly vault: Vault,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @returns What is stored of a participant's link. @throws VaultSealedError */
  async stored(
    tx: EntityManager,
    holder: Holder,
    generation: number,
  ): Promise<Pick<Participant, 'linkHash' | 'linkGeneration'>> {
    const secret = await this.#secret(tx, holder, generation);
    return { linkHash: hashSecret('link', secret), linkGeneration: generation };
  }

  /**
   * The address that brings a participant to their door. One whose link was made before secrets came out of keys gets
   * another, and the earlier one ends.
   *
   * @throws VaultSealedError
   */
  async addressOf(tx: EntityManager, participant: Participant): Promise<string> {
    const generation =
      participant.linkGeneration === 0
        ? await this.renew(tx, participant)
        : participant.linkGeneration;
    const secret = await this.#secret(tx, participant, generation);
    return `${this.config.PUBLIC_URL}${DOOR_PATH}#${secret}`;
  }

  /** Makes another link; the earlier one leads nowhere any more, nor does its code. @returns Its generation. @throws VaultSealedError */
  async renew(tx: EntityManager, participant: Participant): Promise<number> {
    const generation = participant.linkGeneration + 1;
    const change = await this.stored(tx, participant, generation);
    await tx.update(Participant, { id: participant.id }, change);
    await tx.delete(VisitCode, { participantId: participant.id });
    return generation;
  }

  async #secret(tx: EntityManager, { id, visitId }: Holder, generation: number): Promise<string> {
    const place = { table: 'participant', rowId: id };
    return (await this.vault.secretFor(tx, visitId, place, generation)).toString('base64url');
  }
}
