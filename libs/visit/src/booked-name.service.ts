import { Injectable } from '@nestjs/common';
import { Redacted } from '@tapaamo/common';
import { identifies } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Vault, VaultSealedError } from '@tapaamo/vault';
import type { EntityManager } from 'typeorm';
import { Participant, type SealedPerson } from './participant.entity.js';
import type { VisitRef } from './visit-ref.js';

/** Opens the booked name for the door's comparison: the client's, and a guardian's own. */
@Injectable()
export class BookedNames {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly vault: Vault,
  ) {}

  /** @throws VaultSealedError when the person is forgotten, or has a role that nobody identifies for. */
  async of(
    { organisationId, visitId }: VisitRef,
    participantId: string,
  ): Promise<Redacted<string>> {
    return this.scope.of(organisationId, (tx) => this.#read(tx, visitId, participantId));
  }

  async #read(
    tx: EntityManager,
    visitId: string,
    participantId: string,
  ): Promise<Redacted<string>> {
    const participant = await tx.findOneBy(Participant, { id: participantId, visitId });
    const envelope = participant?.envelope ?? null;
    if (participant === null || envelope === null || !identifies(participant.role)) {
      throw new VaultSealedError();
    }
    const place = { table: 'participant', rowId: participantId };
    const { name } = await this.vault.open<SealedPerson>(tx, visitId, place, envelope);
    return new Redacted(name);
  }
}
