import { Injectable } from '@nestjs/common';
import type { BookingRow } from '@tapaamo/booking';
import type { MessageChannel, MessageKind } from '@tapaamo/contracts';
import { Outbox, type Inviter, type VisitMessage } from '@tapaamo/notification';
import { OrganisationService, nameOf, type Organisation } from '@tapaamo/organisation';
import { Vault } from '@tapaamo/vault';
import type { EntityManager } from 'typeorm';
import { Participant, type SealedClient } from '../participant.entity.js';
import { ParticipantLinks } from './participant-links.js';

const CHANNELS: readonly MessageChannel[] = ['sms', 'email'];

/** What a message about a visit needs to know of its booking. */
export type ToldBooking = Pick<BookingRow, 'organisationId' | 'startsAt' | 'discreet'>;

/** Tells the people of a visit what they have to know, in their language, by every way there is to reach them. */
@Injectable()
export class VisitMessages {
  constructor(
    private readonly organisations: OrganisationService,
    private readonly outbox: Outbox,
    private readonly links: ParticipantLinks,
    private readonly vault: Vault,
  ) {}

  /** Brings a participant their link. @param sendAt - Not before this instant. @throws VaultSealedError */
  async invite(
    tx: EntityManager,
    booking: ToldBooking,
    participant: Participant,
    sendAt?: Date,
  ): Promise<void> {
    await this.#put(tx, booking, participant, { kinds: () => 'invitation', sendAt });
  }

  /**
   * Tells that the time is another. Who has not heard of the visit yet is invited to the new one.
   *
   * @throws VaultSealedError
   */
  async tellMoved(tx: EntityManager, visitId: string, booking: ToldBooking): Promise<void> {
    await this.outbox.withdraw(tx, visitId);
    for (const participant of await this.#reached(tx, visitId)) {
      const told = await this.outbox.toldIn(tx, participant.id);
      const kinds = (channel: MessageChannel) => (told.includes(channel) ? 'change' : 'invitation');
      await this.#put(tx, booking, participant, { kinds });
    }
  }

  /** Tells that the visit is called off. Who has not heard of it yet hears nothing. @throws VaultSealedError */
  async tellCancelled(tx: EntityManager, visitId: string, booking: ToldBooking): Promise<void> {
    await this.outbox.withdraw(tx, visitId);
    for (const participant of await this.#reached(tx, visitId)) {
      const told = await this.outbox.toldIn(tx, participant.id);
      const kinds = (channel: MessageChannel) => (told.includes(channel) ? 'cancellation' : null);
      await this.#put(tx, booking, participant, { kinds });
    }
  }

  /** Takes back what was not sent of a visit that is over: it would only puzzle its receiver. */
  async withdraw(tx: EntityManager, visitId: string): Promise<void> {
    await this.outbox.withdraw(tx, visitId);
  }

  async #reached(tx: EntityManager, visitId: string): Promise<Participant[]> {
    const rows = await tx.find(Participant, { where: { visitId }, order: { createdAt: 'ASC' } });
    return rows.filter(({ envelope }) => envelope !== null);
  }

  async #put(
    tx: EntityManager,
    booking: ToldBooking,
    participant: Participant,
    { kinds, sendAt }: { kinds: (channel: MessageChannel) => MessageKind | null; sendAt?: Date },
  ): Promise<void> {
    const { organisationId, startsAt, discreet } = booking;
    const { id: participantId, visitId, envelope } = participant;
    const place = { table: 'participant', rowId: participantId };
    const client = await this.vault.open<SealedClient>(tx, visitId, place, envelope ?? Buffer.of());
    const organisation = await this.organisations.organisation(tx, organisationId);
    const { phone, email } = client;
    const receiver = { organisationId, visitId, participantId, phone, email };
    const address = await this.links.addressOf(tx, participant);
    for (const channel of CHANNELS) {
      const kind = kinds(channel);
      if (kind !== null) {
        const message: VisitMessage = {
          kind,
          inviter: discreet ? null : inviterOf(organisation),
          languages: languagesOf(client, organisation),
          startsAt,
          link: kind === 'cancellation' ? null : address,
        };
        await this.outbox.put(tx, receiver, message, { channel, sendAt });
      }
    }
  }
}

function languagesOf({ language }: SealedClient, { languages }: Organisation) {
  return language !== null && languages.includes(language) ? [language] : languages;
}

function inviterOf(organisation: Organisation): Inviter {
  const { smsSender, mailSender } = organisation;
  return { name: nameOf(organisation), smsSender, mailSender };
}
