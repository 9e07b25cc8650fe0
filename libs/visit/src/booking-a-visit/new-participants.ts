import { Inject, Injectable } from '@nestjs/common';
import type { ClientContact } from '@tapaamo/booking';
import { Clock, Randomness, hashSecret, newSecret } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { Outbox, type Inviter } from '@tapaamo/notification';
import { OrganisationService, nameOf, type Organisation } from '@tapaamo/organisation';
import { Vault } from '@tapaamo/vault';
import type { EntityManager } from 'typeorm';
import { Participant } from '../participant.entity.js';
import type { VisitRef } from '../visit-ref.js';

/** Path of the client's door; the link's secret follows in the fragment and so reaches no server log. */
const DOOR_PATH = '/v';

/** A visit that is being booked. */
interface NewVisit extends VisitRef {
  startsAt: Date;
  discreet: boolean;
}

/** Adds the people of a visit that is being booked. */
@Injectable()
export class NewParticipants {
  constructor(
    private readonly organisations: OrganisationService,
    private readonly vault: Vault,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    @Inject(CONFIG) private readonly config: Config,
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

  /** The client: sealed, with a link of their own, and the message that brings it. */
  async addClient(tx: EntityManager, visit: NewVisit, client: ClientContact): Promise<void> {
    const { visitId, organisationId, startsAt, discreet } = visit;
    const participant = this.#empty(visit);
    const secret = newSecret(this.randomness);
    const place = { table: 'participant', rowId: participant.id };
    await tx.insert(Participant, {
      ...participant,
      role: 'client',
      admission: 'outside',
      envelope: await this.vault.seal(tx, visitId, place, client),
      linkHash: hashSecret('link', secret),
    });
    const { phone, email } = client;
    const organisation = await this.organisations.organisation(tx, organisationId);
    const link = `${this.config.PUBLIC_URL}${DOOR_PATH}#${secret}`;
    const receiver = { organisationId, visitId, participantId: participant.id, phone, email };
    await this.outbox.invite(tx, receiver, {
      inviter: discreet ? null : inviterOf(organisation),
      languages: organisation.languages,
      startsAt,
      link,
    });
  }

  #empty({ organisationId, visitId }: VisitRef) {
    return {
      id: this.randomness.uuid(),
      organisationId,
      visitId,
      professionalId: null,
      envelope: null,
      linkHash: null,
      sessionId: null,
      connectedNodeId: null,
      arrivedAt: null,
      deviceCamera: null,
      deviceMicrophone: null,
      createdAt: this.clock.now(),
    };
  }
}

function inviterOf(organisation: Organisation): Inviter {
  const { smsSender, mailSender } = organisation;
  return { name: nameOf(organisation), smsSender, mailSender };
}
