import { Injectable } from '@nestjs/common';
import { Redacted } from '@tapaamo/common';
import { identifies } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import type {
  BookedPerson,
  BookedPersons,
  OtherBookedPerson,
  TransactionOwner,
} from '@tapaamo/identification';
import { Vault, VaultSealedError } from '@tapaamo/vault';
import { IsNull, Not } from 'typeorm';
import { Participant, type SealedPerson } from '../participant.entity.js';

/** Opens who is booked for the door's comparison: whose link it is, and who else is asked to the same visit. */
@Injectable()
export class BookedPeople implements BookedPersons {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly vault: Vault,
  ) {}

  /** @throws VaultSealedError when the person is forgotten, or has a role that nobody identifies for. */
  async of({ organisationId, visitId, participantId }: TransactionOwner): Promise<BookedPerson> {
    return this.scope.of(organisationId, async (tx) => {
      const participant = await tx.findOneBy(Participant, { id: participantId, visitId });
      const envelope = participant?.envelope ?? null;
      if (participant === null || envelope === null || !identifies(participant.role)) {
        throw new VaultSealedError();
      }
      const place = { table: 'participant', rowId: participantId };
      return bookedOf(await this.vault.open<SealedPerson>(tx, visitId, place, envelope));
    });
  }

  /** Everybody else who comes by a link and is not removed; without whom nobody can open. */
  async othersOf({
    organisationId,
    visitId,
    participantId,
  }: TransactionOwner): Promise<OtherBookedPerson[]> {
    return this.scope.of(organisationId, async (tx) => {
      const others = await tx.findBy(Participant, {
        visitId,
        id: Not(participantId),
        envelope: Not(IsNull()),
        removedAt: IsNull(),
      });
      const open = await this.vault.opener(tx, [visitId]);
      return others.flatMap(({ id, role, envelope }) => {
        const place = { table: 'participant', rowId: id };
        const person = envelope === null ? null : open<SealedPerson>(visitId, place, envelope);
        return person === null ? [] : [{ role, ...bookedOf(person) }];
      });
    });
  }
}

function bookedOf({ name, hetu = null }: SealedPerson): BookedPerson {
  return { name: new Redacted(name), hetu: hetu === null ? null : new Redacted(hetu) };
}
