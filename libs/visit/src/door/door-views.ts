import { Injectable } from '@nestjs/common';
import { BookingRow } from '@tapaamo/booking';
import { Clock, hashSecret } from '@tapaamo/common';
import { levelFor, type DoorInviter, type DoorView } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { RepresentationService } from '@tapaamo/identification';
import { Logos, Organisation, Service, nameOf } from '@tapaamo/organisation';
import { Professional } from '@tapaamo/professional';
import type { EntityManager } from 'typeorm';
import { HeldVisits } from '../holding/held-visits.service.js';
import { Participant } from '../participant.entity.js';
import { VisitRow } from '../visit.entity.js';
import { VisitCode } from '../sheet/visit-code.entity.js';
import { VisitCodes } from '../sheet/visit-codes.service.js';
import { CodeUnknownError, LinkUnknownError } from './door.errors.js';
import { contactOf, doorNotice } from './door-notice.js';
import { doorOpensAt } from './door-opens-at.js';
import { ForgottenLink } from './forgotten-link.entity.js';

/** What somebody holds to come to the door: the secret of a link, or a code as they typed it. */
export type DoorKey = { link: string } | { code: string };

/** What is due is hidden from every reader, and may be erased at this moment. */
const FORGETTING: DoorView = { state: 'forgetting' };

const HELD: DoorView = { state: 'held' };

/** What a key leads to. */
export interface KeyView {
  view: DoorView;
  /** Whose it is; nobody's when the visit is forgotten. */
  participant: Participant | null;
  /** @throws LinkUnknownError, CodeUnknownError when it was replaced meanwhile */
  requireStillGood: (tx: EntityManager) => Promise<void>;
}

/**
 * What may be seen from outside the door: never the client's name or the service's, and no inviter who is discreet. One
 * who is not shows the purpose as the organisation wrote it, to whoever holds the link.
 */
@Injectable()
export class DoorViews {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly held: HeldVisits,
    private readonly logos: Logos,
    private readonly codes: VisitCodes,
    private readonly clock: Clock,
    private readonly representation: RepresentationService,
  ) {}

  /** What a key leads to, and whose it is. @throws LinkUnknownError (`link.unknown`), CodeUnknownError (`visit-code.unknown`) */
  async ofKey(key: DoorKey): Promise<KeyView> {
    return 'link' in key ? this.#ofLink(key.link) : this.#ofCode(key.code);
  }

  async #ofLink(link: string): Promise<KeyView> {
    const linkHash = hashSecret('link', link);
    const requireStillGood = async (tx: EntityManager) => {
      if (!(await tx.existsBy(Participant, { linkHash }))) {
        throw new LinkUnknownError();
      }
    };
    const { participant, forgotten } = await this.scope.holding(
      { kind: 'link', hash: linkHash },
      async (tx) => ({
        participant: await tx.findOneBy(Participant, { linkHash }),
        forgotten: await tx.findOneBy(ForgottenLink, { linkHash }),
      }),
    );
    if (participant !== null) {
      const view = await this.scope.of(participant.organisationId, (tx) =>
        this.ofVisit(tx, participant),
      );
      const shown = view.state === 'forgetting' ? await this.#ofHidden(participant) : view;
      return { view: shown, participant, requireStillGood };
    }
    if (forgotten === null) {
      throw new LinkUnknownError();
    }
    return { view: viewOf(forgotten), participant: null, requireStillGood };
  }

  /** One answer for what is no code, was never printed, or belongs to a link that was replaced. */
  async #ofCode(typed: string): Promise<KeyView> {
    const holder = await this.codes.read(typed);
    if (holder === null) {
      throw new CodeUnknownError();
    }
    if ('forgottenOn' in holder) {
      const requireStillGood = () => Promise.resolve();
      return { view: viewOf(holder), participant: null, requireStillGood };
    }
    const { participantId, organisationId, codeHash } = holder;
    const requireStillGood = async (tx: EntityManager) => {
      if (!(await tx.existsBy(VisitCode, { participantId, codeHash }))) {
        throw new CodeUnknownError();
      }
    };
    const found = await this.scope.of(organisationId, async (tx) => {
      const participant = await tx.findOneBy(Participant, { id: participantId });
      const view = participant === null ? FORGETTING : await this.ofVisit(tx, participant);
      return { view, participant };
    });
    const isHidden = found.view.state === 'forgetting';
    const view = isHidden
      ? await this.#ofHidden({ id: participantId, organisationId })
      : found.view;
    return { view, participant: found.participant, requireStillGood };
  }

  /** A visit that nobody sees: it is held, or goes with the next sweep. */
  async #ofHidden(participant: Pick<Participant, 'id' | 'organisationId'>): Promise<DoorView> {
    return (await this.held.holdsOf(participant)) ? HELD : FORGETTING;
  }

  /**
   * A visit that is due shows nothing any more, and does not claim to be erased before it is.
   *
   * @param isSure - Whether it is sure who reads: a discreet visit, and only that, asks it, and tells nobody else who
   *   invites.
   */
  async ofVisit(
    tx: EntityManager,
    { visitId, role }: Participant,
    isSure: () => Promise<boolean> = () => Promise.resolve(false),
  ): Promise<DoorView> {
    const visit = await tx.findOneBy(VisitRow, { id: visitId });
    if (visit === null || visit.purgeDueAt <= this.clock.now()) {
      return FORGETTING;
    }
    const purgeDueAt = visit.purgeDueAt.toISOString();
    const booking = await tx.findOneByOrFail(BookingRow, { id: visit.bookingId });
    const { discreet } = booking;
    if (visit.endedAt !== null) {
      const cancelled = booking.status === 'cancelled';
      const endedAt = visit.endedAt.toISOString();
      return { state: 'ended', discreet, purgeDueAt, endedAt, cancelled };
    }
    const organisation = await tx.findOneByOrFail(Organisation, { id: visit.organisationId });
    const isTold = !discreet || (await isSure());
    if (organisation.disabledAt !== null) {
      const inviter = { organisationName: nameOf(organisation), contact: contactOf(organisation) };
      return { state: 'service-closed', discreet, purgeDueAt, inviter: isTold ? inviter : null };
    }
    return {
      state: 'open',
      discreet,
      inviter: isTold ? await this.#inviter(tx, booking, organisation) : null,
      languages: organisation.languages,
      startsAt: booking.startsAt.toISOString(),
      endsAt: booking.endsAt.toISOString(),
      opensAt: doorOpensAt(booking.startsAt).toISOString(),
      identificationLevel: levelFor(role, booking),
      ...(this.representation.isOn && role === 'guardian' && booking.clientIsMinor
        ? { representationAsked: true }
        : {}),
      purgeDueAt,
    };
  }

  async #inviter(
    tx: EntityManager,
    booking: BookingRow,
    organisation: Organisation,
  ): Promise<DoorInviter> {
    const service = await tx.findOneByOrFail(Service, { id: booking.serviceId });
    const professional = await tx.findOneByOrFail(Professional, { id: booking.professionalId });
    return {
      organisationName: nameOf(organisation),
      professionalName: professional.displayName,
      accentColour: organisation.accentColour,
      logo: await this.logos.pathOf(tx, organisation.id),
      notice: doorNotice(organisation, service),
    };
  }
}

function viewOf({ forgottenOn }: ForgottenLink): DoorView {
  return { state: 'forgotten', forgottenOn };
}
