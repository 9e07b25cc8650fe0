import { Injectable } from '@nestjs/common';
import { Redacted } from '@tapaamo/common';
import { OrganisationScope } from '@tapaamo/database';
import { Vault, VaultSealedError } from '@tapaamo/vault';
import type { EntityManager } from 'typeorm';
import { Participant, type SealedClient } from './participant.entity.js';
import type { VisitRef } from './visit-ref.js';

/** Opens the booked name for the door's comparison. */
@Injectable()
export class ClientNames {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly vault: Vault,
  ) {}

  /** @throws VaultSealedError when the client is forgotten. */
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
    const participant = await tx.findOneBy(Participant, {
      id: participantId,
      visitId,
      role: 'client',
    });
    const envelope = participant?.envelope ?? null;
    if (envelope === null) {
      throw new VaultSealedError();
    }
    const place = { table: 'participant', rowId: participantId };
    const { name } = await this.vault.open<SealedClient>(tx, visitId, place, envelope);
    return new Redacted(name);
  }
}
