import { Injectable } from '@nestjs/common';
import { Redacted } from '@tapaamo/common';
import { Vault, VaultSealedError } from '@tapaamo/vault';
import { DataSource } from 'typeorm';
import { Participant, type SealedClient } from './participant.entity.js';

/** Opens the booked name for the door's comparison. */
@Injectable()
export class ClientNames {
  constructor(
    private readonly dataSource: DataSource,
    private readonly vault: Vault,
  ) {}

  /** @throws VaultSealedError when the client is forgotten. */
  async of(visitId: string, participantId: string): Promise<Redacted<string>> {
    const tx = this.dataSource.manager;
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
