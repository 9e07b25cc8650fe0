import { Injectable } from '@nestjs/common';
import { Clock, Redacted, localDateOf } from '@tapaamo/common';
import { identifies } from '@tapaamo/contracts';
import type {
  BookedPerson,
  BookedPersons,
  OtherBookedPerson,
  TransactionOwner,
} from '@tapaamo/identification';
import { Vault, VaultSealedError } from '@tapaamo/vault';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { lockVisit } from '../lock-visit.js';
import { Participant, type SealedPerson } from '../participant.entity.js';
import { openPerson } from '../people/open-person.js';
import { isOfChild } from './is-of-child.js';

/** Opens who is booked for the door's comparison: whose link it is, and who else is asked to the same visit. */
@Injectable()
export class BookedPeople implements BookedPersons {
  constructor(
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /**
   * Holds the visit until the transaction ends.
   *
   * @throws VaultSealedError when the person is forgotten, or has a role that nobody identifies for.
   */
  async of(tx: EntityManager, { visitId, participantId }: TransactionOwner): Promise<BookedPerson> {
    await lockVisit(tx, visitId);
    const participant = await tx.findOneBy(Participant, { id: participantId, visitId });
    const envelope = participant?.envelope ?? null;
    if (participant === null || envelope === null || !identifies(participant.role)) {
      throw new VaultSealedError();
    }
    const place = { table: 'participant', rowId: participantId };
    const person = await this.vault.open<SealedPerson>(tx, visitId, place, envelope);
    return bookedOf(person, await this.#minorOn(tx, participant));
  }

  /** Everybody else who comes by a link and is not removed; without whom nobody can open. */
  async othersOf(
    tx: EntityManager,
    { visitId, participantId }: TransactionOwner,
  ): Promise<OtherBookedPerson[]> {
    const others = await tx.findBy(Participant, {
      visitId,
      id: Not(participantId),
      envelope: Not(IsNull()),
      removedAt: IsNull(),
    });
    const open = await this.vault.opener(tx, [visitId]);
    const found: OtherBookedPerson[] = [];
    for (const other of others) {
      const person = openPerson(other, open);
      if (person !== null) {
        found.push({ role: other.role, ...bookedOf(person, await this.#minorOn(tx, other)) });
      }
    }
    return found;
  }

  /** Of a client who was booked as a minor, today. */
  async #minorOn(tx: EntityManager, { visitId, role }: Participant): Promise<string | null> {
    if (role !== 'client') {
      return null;
    }
    return (await isOfChild(tx, visitId)) ? localDateOf(this.clock.now()) : null;
  }
}

function bookedOf({ name, hetu = null }: SealedPerson, minorOn: string | null): BookedPerson {
  return { name: new Redacted(name), hetu: hetu === null ? null : new Redacted(hetu), minorOn };
}
