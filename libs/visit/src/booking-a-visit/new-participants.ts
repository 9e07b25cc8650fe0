import { Injectable } from '@nestjs/common';
import { Clock, Randomness } from '@tapaamo/common';
import type { ParticipantRole } from '@tapaamo/contracts';
import { Vault } from '@tapaamo/vault';
import type { EntityManager } from 'typeorm';
import { NEVER_CAME } from '../never-came.js';
import { Participant, type SealedPerson } from '../participant.entity.js';
import { ParticipantLinks } from '../telling/participant-links.js';
import type { VisitRef } from '../visit-ref.js';

/** Adds people to a visit. */
@Injectable()
export class NewParticipants {
  constructor(
    private readonly links: ParticipantLinks,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /**
   * A member of the staff who reaches the visit, and may take part at any time for as long as they do. Each has one seat.
   *
   * @param visit - New, or locked by the transaction.
   */
  async ensureProfessional(
    tx: EntityManager,
    visit: VisitRef,
    professionalId: string,
  ): Promise<Participant> {
    const { visitId } = visit;
    const known = await tx.findOneBy(Participant, { visitId, professionalId });
    if (known !== null) {
      return known;
    }
    const state = { role: 'professional', admission: 'admitted' } as const;
    const participant = { ...this.#empty(visit), professionalId, ...state };
    await tx.insert(Participant, participant);
    return participant;
  }

  /** Somebody who comes by a link: sealed, each for themselves, with a link of their own. */
  async addPerson(
    tx: EntityManager,
    visit: VisitRef,
    role: Exclude<ParticipantRole, 'professional'>,
    person: SealedPerson,
  ): Promise<Participant> {
    const empty = this.#empty(visit);
    const { id, visitId } = empty;
    const participant: Participant = {
      ...empty,
      role,
      envelope: await this.vault.seal(tx, visitId, { table: 'participant', rowId: id }, person),
      ...(await this.links.stored(tx, { id, visitId }, 1)),
    };
    await tx.insert(Participant, participant);
    return participant;
  }

  #empty({ organisationId, visitId }: VisitRef) {
    return {
      id: this.randomness.uuid(),
      organisationId,
      visitId,
      professionalId: null,
      envelope: null,
      linkHash: null,
      linkGeneration: 0,
      ...NEVER_CAME,
      agreed: null,
      answeredAt: null,
      removedAt: null,
      createdAt: this.clock.now(),
    };
  }
}
