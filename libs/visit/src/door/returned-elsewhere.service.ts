import { Injectable } from '@nestjs/common';
import type { DoorActor } from '@tapaamo/access';
import type { HandBack, IdentificationProgress } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { HandBackService, NumberWrongError } from '@tapaamo/identification';
import { lockVisit } from '../lock-visit.js';
import { Participant } from '../participant.entity.js';
import { VisitChanges } from '../visit-changes.js';
import { DoorService } from './door.service.js';
import { DoorViews } from './door-views.js';
import { WaitingRoom } from './waiting-room.service.js';

/**
 * Identifications that came back in another browser than they began in, on both sides: the browser where the person
 * identified, which knows nothing of the visit, and the door session where it began. `HandBackService` says why it is safe.
 */
@Injectable()
export class ReturnedElsewhere {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly handBacks: HandBackService,
    private readonly waitingRoom: WaitingRoom,
    private readonly door: DoorService,
    private readonly views: DoorViews,
    private readonly changes: VisitChanges,
  ) {}

  /**
   * What the person who identified is asked about. The link is not in this browser: nothing of the door is told but who
   * invites, and that not by a discreet service.
   *
   * @param secret - Of the cookie of the browser where the person identified.
   * @throws HandBackOverError (`identification.hand-back-over`); VisitEndedError, ServiceClosedError, DoorNotOpenYetError,
   *   DoorSessionRequiredError when it is of no use any more
   */
  async look(secret: string): Promise<Omit<HandBack, 'providerSignOutUrl'>> {
    const owner = await this.#stillExpected(secret);
    return this.scope.of(owner.organisationId, async (tx) => {
      const begun = await this.handBacks.look(tx, secret);
      const participant = await tx.findOneByOrFail(Participant, { id: owner.participantId });
      const view = await this.views.ofVisit(tx, participant);
      const inviter = view.state === 'open' ? view.inviter : null;
      return { ...begun, organisationName: inviter?.organisationName ?? null };
    });
  }

  /**
   * The person who identified gives the verdict to the page that shows this number. A wrong number ends it.
   *
   * @throws NumberWrongError (`identification.number-wrong`); the errors of `look`
   */
  async confirm(secret: string, number: string): Promise<void> {
    const owner = await this.#stillExpected(secret);
    const isRight = await this.scope.of(owner.organisationId, async (tx) => {
      await lockVisit(tx, owner.visitId);
      await this.changes.announce(tx, owner);
      return this.handBacks.confirm(tx, secret, number);
    });
    if (!isRight) {
      throw new NumberWrongError();
    }
  }

  /** The person who identified gives it to nobody. @throws HandBackOverError (`identification.hand-back-over`) */
  async refuse(secret: string): Promise<void> {
    const owner = await this.handBacks.ownerOf(secret);
    await this.scope.of(owner.organisationId, async (tx) => {
      await lockVisit(tx, owner.visitId);
      await this.changes.announce(tx, owner);
      await this.handBacks.refuse(tx, secret);
    });
  }

  /** How far an identification of this session has come. */
  async progress(actor: DoorActor): Promise<IdentificationProgress> {
    return this.scope.of(actor.organisationId, (tx) =>
      this.handBacks.progress(tx, actor.sessionId),
    );
  }

  /**
   * The session where it began fetches what was confirmed, and gets another secret with it.
   *
   * @returns The secret for the cookie.
   * @throws HandBackOverError (`identification.hand-back-over`); VisitEndedError, ServiceClosedError, DoorNotOpenYetError,
   *   VaultSealedError (`vault.sealed`)
   */
  async pickUp(actor: DoorActor): Promise<string> {
    await this.waitingRoom.beforeIdentification(actor);
    return this.scope.of(actor.organisationId, async (tx) => {
      await lockVisit(tx, actor.visitId);
      const renewed = await this.door.renewIn(tx, actor);
      await this.changes.announce(tx, actor);
      // Last, with its audit entry: that holds the organisation's chain, and a door session may have to be waited for.
      await this.handBacks.pickUp(tx, actor);
      return renewed;
    });
  }

  async #stillExpected(secret: string): ReturnType<HandBackService['ownerOf']> {
    const owner = await this.handBacks.ownerOf(secret);
    await this.waitingRoom.beforeIdentification(owner);
    return owner;
  }
}
