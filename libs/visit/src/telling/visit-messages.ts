import { Injectable } from '@nestjs/common';
import type { BookingRow } from '@tapaamo/booking';
import { Clock } from '@tapaamo/common';
import { bringsLink, type MessageChannel, type MessageKind } from '@tapaamo/contracts';
import { ENTRY_OF_MESSAGE, Outbox, type CalendarEntry, type Inviter } from '@tapaamo/notification';
import { OrganisationService, Service, nameOf, type Organisation } from '@tapaamo/organisation';
import { Vault } from '@tapaamo/vault';
import type { EntityManager } from 'typeorm';
import { VisitRow } from '../visit.entity.js';
import { Participant, type SealedPerson } from '../participant.entity.js';
import { NoWayToSendError, TooManyMessagesError } from '../visit.errors.js';
import { calendarUid } from './calendar-uid.js';
import { invitedAt } from './invited-at.js';
import { ParticipantLinks } from './participant-links.js';
import { reminderTimes } from './reminder-times.js';

const CHANNELS: readonly MessageChannel[] = ['sms', 'email'];

/** How long somebody who is called in is worth calling, in milliseconds. */
const CALL_MS = 15 * 60_000;

const HOUR_MS = 60 * 60_000;

/** As often as somebody who is asked on the telephone may need it, and no client is flooded. */
const MOST_AN_HOUR = 6;

/** What a message about a visit needs to know of its booking. */
export type ToldBooking = Pick<
  BookingRow,
  'organisationId' | 'serviceId' | 'seriesId' | 'startsAt' | 'endsAt' | 'discreet' | 'version'
>;

/** What is told, and when. */
interface Telling {
  kind: MessageKind;
  /** Of a change: the time that was told before, where it is known. */
  oldStartsAt?: Date | null;
  sendAt?: Date;
  expiresAt: Date;
}

/** Tells the people of a visit what they have to know, in their language, by every way there is to reach them. */
@Injectable()
export class VisitMessages {
  constructor(
    private readonly organisations: OrganisationService,
    private readonly outbox: Outbox,
    private readonly links: ParticipantLinks,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /**
   * Brings a participant their link, and reminds them later as the service has it.
   *
   * @param sendAt - Not before this instant.
   * @throws VaultSealedError
   */
  async invite(
    tx: EntityManager,
    booking: ToldBooking,
    participant: Participant,
    sendAt?: Date,
  ): Promise<void> {
    const invitation: Telling = { kind: 'invitation', sendAt, expiresAt: booking.endsAt };
    const reminders = await this.#reminders(tx, booking);
    await this.#put(tx, booking, participant, () => [invitation, ...reminders]);
  }

  /** Invites to a visit that is booked already; to a later one of a series when it is time. @throws VaultSealedError */
  async inviteInTime(
    tx: EntityManager,
    booking: ToldBooking,
    participant: Participant,
  ): Promise<void> {
    await this.invite(tx, booking, participant, invitationTime(booking));
  }

  /** Brings a participant their link again. @throws VaultSealedError */
  async inviteAgain(
    tx: EntityManager,
    booking: ToldBooking,
    participant: Participant,
  ): Promise<void> {
    if (participant.linkGeneration === 0) {
      // They get another link: what waits would bring the earlier one.
      await this.outbox.withdraw(tx, {
        visitId: participant.visitId,
        participantId: participant.id,
      });
      await this.invite(tx, booking, participant);
      return;
    }
    const invitation: Telling = { kind: 'invitation', expiresAt: booking.endsAt };
    await this.#put(tx, booking, participant, () => [invitation]);
  }

  /** Tells a participant that they are awaited now. @throws VaultSealedError */
  async callIn(tx: EntityManager, booking: ToldBooking, participant: Participant): Promise<void> {
    const expiresAt = new Date(this.clock.nowMs() + CALL_MS);
    await this.#put(tx, booking, participant, () => [{ kind: 'come-in', expiresAt }]);
  }

  /**
   * Tells that the time is another. Who has not heard of the visit yet is invited to the new one.
   *
   * @throws VaultSealedError
   */
  async tellMoved(tx: EntityManager, visitId: string, booking: ToldBooking): Promise<void> {
    await this.outbox.withdraw(tx, { visitId });
    const reminders = await this.#reminders(tx, booking);
    for (const participant of await this.#reached(tx, visitId)) {
      const told = await this.outbox.toldIn(tx, visitId, participant.id);
      const { endsAt: expiresAt } = booking;
      const sendAt = invitationTime(booking);
      await this.#put(tx, booking, participant, (channel) => [
        told.has(channel)
          ? { kind: 'change', oldStartsAt: told.get(channel) ?? null, expiresAt }
          : { kind: 'invitation', sendAt, expiresAt },
        ...reminders,
      ]);
    }
  }

  /** Tells that the visit is called off. Who has not heard of it yet hears nothing. @throws VaultSealedError */
  async tellCancelled(tx: EntityManager, visitId: string, booking: ToldBooking): Promise<void> {
    await this.outbox.withdraw(tx, { visitId });
    for (const participant of await this.#reached(tx, visitId)) {
      await this.#tellOff(tx, booking, participant, 'cancellation');
    }
  }

  /**
   * Tells one person that they no longer take part, if they had heard of the visit: it may go on without them.
   *
   * @throws VaultSealedError
   */
  async tellRemoved(
    tx: EntityManager,
    booking: ToldBooking,
    participant: Participant,
  ): Promise<void> {
    const { id: participantId, visitId } = participant;
    await this.outbox.withdraw(tx, { visitId, participantId });
    // Of entries with the same name the highest counts, and this person's alone is struck out.
    const raised = { ...booking, version: booking.version + 1 };
    await this.#tellOff(tx, raised, participant, 'removal');
  }

  /** Takes back what was not sent: of a visit that is over, or with a link that is no more. */
  async withdraw(
    tx: EntityManager,
    whose: { visitId: string; participantId?: string },
  ): Promise<void> {
    await this.outbox.withdraw(tx, whose);
  }

  /** Whether messages can reach somebody: a phone number or an e-mail address of theirs is known. @throws VaultSealedError */
  async canReach(
    tx: EntityManager,
    { id, visitId, envelope }: Pick<Participant, 'id' | 'visitId' | 'envelope'>,
  ): Promise<boolean> {
    const place = { table: 'participant', rowId: id };
    const sealed = envelope ?? Buffer.of();
    const { phone, email } = await this.vault.open<SealedPerson>(tx, visitId, place, sealed);
    return phone !== null || email !== null;
  }

  /** @throws NoWayToSendError (`link.no-way-to-send`) when a participant has neither phone nor e-mail; VaultSealedError */
  async requireWay(
    tx: EntityManager,
    participant: Pick<Participant, 'id' | 'visitId' | 'envelope'>,
  ): Promise<void> {
    if (!(await this.canReach(tx, participant))) {
      throw new NoWayToSendError();
    }
  }

  /** @throws TooManyMessagesError (`request.too-many`) when a participant was written to too often within the hour */
  async requireFew(tx: EntityManager, participantId: string): Promise<void> {
    const since = new Date(this.clock.nowMs() - HOUR_MS);
    if ((await this.outbox.countSince(tx, participantId, since)) >= MOST_AN_HOUR) {
      throw new TooManyMessagesError();
    }
  }

  async #tellOff(
    tx: EntityManager,
    booking: ToldBooking,
    participant: Participant,
    kind: 'cancellation' | 'removal',
  ): Promise<void> {
    const told = await this.outbox.toldIn(tx, participant.visitId, participant.id);
    await this.#put(tx, booking, participant, (channel) =>
      told.has(channel) ? [{ kind, expiresAt: booking.endsAt }] : [],
    );
  }

  async #reminders(tx: EntityManager, booking: ToldBooking): Promise<Telling[]> {
    const { reminderMinutes } = await tx.findOneByOrFail(Service, { id: booking.serviceId });
    const times = reminderTimes(booking.startsAt, reminderMinutes, this.clock.now());
    return times.map((time) => ({ kind: 'reminder', ...time }));
  }

  async #reached(tx: EntityManager, visitId: string): Promise<Participant[]> {
    const rows = await tx.find(Participant, { where: { visitId }, order: { createdAt: 'ASC' } });
    return rows.filter(({ envelope }) => envelope !== null);
  }

  async #put(
    tx: EntityManager,
    booking: ToldBooking,
    participant: Participant,
    tellings: (channel: MessageChannel) => Telling[],
  ): Promise<void> {
    const { organisationId, startsAt, discreet } = booking;
    const { id: participantId, visitId, envelope } = participant;
    const place = { table: 'participant', rowId: participantId };
    const client = await this.vault.open<SealedPerson>(tx, visitId, place, envelope ?? Buffer.of());
    const organisation = await this.organisations.organisation(tx, organisationId);
    const { phone, email } = client;
    const receiver = { organisationId, visitId, participantId, phone, email };
    const told = CHANNELS.flatMap((channel) =>
      tellings(channel).map((one) => ({ channel, ...one })),
    );
    const address = told.some(({ kind }) => bringsLink(kind))
      ? await this.links.addressOf(tx, participant)
      : null;
    const { purgeDueAt: forgottenAt } = await tx.findOneByOrFail(VisitRow, { id: visitId });
    const said = {
      forgottenAt,
      inviter: discreet ? null : inviterOf(organisation),
      languages: languagesOf(client, organisation),
      startsAt,
    };
    const entry = email === null ? null : await this.#calendar(tx, booking, participant);
    for (const { kind, oldStartsAt = null, ...way } of told) {
      const link = bringsLink(kind) ? address : null;
      const message = { kind, ...said, oldStartsAt, link };
      const method = ENTRY_OF_MESSAGE[kind];
      const calendar =
        entry !== null && method !== undefined
          ? { ...entry, method, languages: said.languages }
          : undefined;
      await this.outbox.put(tx, receiver, message, { ...way, calendar });
    }
  }

  /** The visit as it goes into the participant's own calendar. */
  async #calendar(
    tx: EntityManager,
    { startsAt, endsAt, version }: ToldBooking,
    participant: Participant,
  ): Promise<Omit<CalendarEntry, 'method' | 'languages'>> {
    return {
      uid: await calendarUid(tx, this.vault, participant),
      sequence: version - 1,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      madeAt: this.clock.now().toISOString(),
    };
  }
}

/** When a visit is told of: at once, or, of a series, when it is near. */
function invitationTime({ seriesId, startsAt }: ToldBooking): Date | undefined {
  return (seriesId === null ? null : invitedAt(startsAt)) ?? undefined;
}

function languagesOf({ language }: SealedPerson, { languages }: Organisation) {
  return language !== null && languages.includes(language) ? [language] : languages;
}

function inviterOf(organisation: Organisation): Inviter {
  const { smsSender, mailSender } = organisation;
  return { name: nameOf(organisation), smsSender, mailSender };
}
