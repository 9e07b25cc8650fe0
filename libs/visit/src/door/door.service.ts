import { Injectable } from '@nestjs/common';
import type { DoorActor } from '@tapaamo/access';
import { Clock, Randomness, equalInConstantTime, hashSecret, newSecret } from '@tapaamo/common';
import type { DoorSession, DoorView, Language } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { IdentificationService } from '@tapaamo/identification';
import { asksQuality } from '../ending/asks-quality.js';
import { isAllowedToWait } from '../identifying/allowed-to-wait.js';
import { isConnected } from '../is-connected.js';
import { lockVisit } from '../lock-visit.js';
import { MediaNodes } from '../meeting-node/media-nodes.js';
import type { EntityManager } from 'typeorm';
import { askedAbout } from '../people/asked-about.js';
import { Participant } from '../participant.entity.js';
import { VisitChanges } from '../visit-changes.js';
import { VisitEndedError } from '../visit.errors.js';
import { DoorSessionRow } from './door-session.entity.js';
import { DoorSessionRequiredError, ServiceClosedError } from './door.errors.js';
import { doorClosesAt } from './door-opens-at.js';
import { DoorViews, type DoorKey } from './door-views.js';
import { inviterParticipant } from './inviter-participant.js';

/** The door of who comes by a link: what the link leads to, and the session it is exchanged for. */
@Injectable()
export class DoorService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly views: DoorViews,
    private readonly identifications: IdentificationService,
    private readonly nodes: MediaNodes,
    private readonly changes: VisitChanges,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** What a link or a code leads to. Changes nothing. @throws LinkUnknownError (`link.unknown`), CodeUnknownError (`visit-code.unknown`) */
  async look(key: DoorKey): Promise<DoorView> {
    return (await this.views.ofKey(key)).view;
  }

  /**
   * Exchanges a link or a code for a session of this browser. One that this browser already has of the same participant
   * goes on: who taps the link again keeps their identification and their place.
   *
   * @param held - Secret of the session that the browser has, if any.
   * @returns The session's secret for the cookie, and the state behind the door.
   * @throws LinkUnknownError; CodeUnknownError; ServiceClosedError; VisitEndedError when the visit has ended or is forgotten
   */
  async open(
    key: DoorKey,
    language: Language,
    held: string | null = null,
  ): Promise<{ secret: string; session: DoorSession }> {
    const { view, participant, requireStillGood } = await this.views.ofKey(key);
    if (view.state === 'service-closed') {
      throw new ServiceClosedError();
    }
    if (view.state !== 'open' || participant === null) {
      throw new VisitEndedError();
    }
    const known = held === null ? null : await this.actor(held).catch(() => null);
    if (held !== null && known?.participantId === participant.id) {
      await this.chooseLanguage(known, language);
      return { secret: held, session: await this.session(known) };
    }
    const secret = newSecret(this.randomness);
    const actor = {
      sessionId: this.randomness.uuid(),
      participantId: participant.id,
      visitId: participant.visitId,
      organisationId: participant.organisationId,
    };
    const row = {
      id: actor.sessionId,
      organisationId: actor.organisationId,
      visitId: actor.visitId,
      participantId: actor.participantId,
      secretHash: hashSecret('door-session', secret),
      language,
      createdAt: this.clock.now(),
      expiresAt: doorClosesAt(new Date(view.endsAt)),
    };
    await this.scope.of(actor.organisationId, async (tx) => {
      // A link that is replaced just now makes no session: whoever replaces it waits for this row, or this waits for them.
      const lock = { mode: 'pessimistic_read' } as const;
      await tx.findOne(Participant, { where: { id: participant.id }, lock });
      await requireStillGood(tx);
      await tx.insert(DoorSessionRow, row);
    });
    return { secret, session: await this.session(actor) };
  }

  /**
   * Gives a session that is being identified another secret: whoever copied the earlier one, or put it into this browser,
   * has nothing (session fixation). The session itself goes on, and with it its place, its line and what other tabs have
   * under way.
   *
   * @param held - Secret that must still be the session's: of two holders of one secret who ask at once, one goes on.
   * @returns The new secret for the cookie.
   * @throws DoorSessionRequiredError (`door.session-required`) when it has ended
   */
  async renewIn(
    tx: EntityManager,
    { visitId, sessionId }: Pick<DoorActor, 'visitId' | 'sessionId'>,
    held?: string,
  ): Promise<string> {
    await lockVisit(tx, visitId);
    const secret = await this.#renew(tx, sessionId, held);
    await this.identifications.rebind(tx, sessionId, hashSecret('browser', secret));
    return secret;
  }

  /**
   * The same for the browser that came back with an identification. Of two tabs that do at the same moment, one gets another
   * secret, and with it the whole browser; the other bears the former one still.
   *
   * @returns Null for the other.
   * @throws DoorSessionRequiredError
   */
  async renewReturned(
    tx: EntityManager,
    { visitId, sessionId }: Pick<DoorActor, 'visitId' | 'sessionId'>,
    held: string,
  ): Promise<string | null> {
    await lockVisit(tx, visitId);
    const lock = { mode: 'pessimistic_write' } as const;
    const row = await tx.findOne(DoorSessionRow, { where: { id: sessionId }, lock });
    if (row === null) {
      throw new DoorSessionRequiredError();
    }
    if (!equalInConstantTime(row.secretHash, hashSecret('door-session', held))) {
      return null;
    }
    const secret = await this.#renew(tx, sessionId, held);
    const [now, former] = [hashSecret('browser', secret), hashSecret('browser', held)];
    await this.identifications.rebind(tx, sessionId, now, former);
    return secret;
  }

  async #renew(tx: EntityManager, sessionId: string, held?: string): Promise<string> {
    const secret = newSecret(this.randomness);
    const secretHash = hashSecret('door-session', secret);
    const before = held === undefined ? {} : { secretHash: hashSecret('door-session', held) };
    const session = { id: sessionId, ...before };
    const { affected } = await tx.update(DoorSessionRow, session, { secretHash });
    if (affected !== 1) {
      throw new DoorSessionRequiredError();
    }
    return secret;
  }

  /** Who a session's secret belongs to. @throws DoorSessionRequiredError (`door.session-required`) */
  async actor(secret: string): Promise<DoorActor> {
    const hash = hashSecret('door-session', secret);
    const row = await this.scope.holding({ kind: 'door_session', hash }, (tx) =>
      tx.findOneBy(DoorSessionRow, { secretHash: hash }),
    );
    if (row === null || row.expiresAt <= this.clock.now()) {
      throw new DoorSessionRequiredError();
    }
    const { id: sessionId, participantId, visitId, organisationId } = row;
    return { sessionId, participantId, visitId, organisationId };
  }

  /** The state behind the door. @throws DoorSessionRequiredError */
  async session(actor: DoorActor): Promise<DoorSession> {
    return this.scope.of(actor.organisationId, (tx) => this.#session(tx, actor));
  }

  async #session(tx: EntityManager, actor: DoorActor): Promise<DoorSession> {
    const row = await tx.findOneBy(DoorSessionRow, { id: actor.sessionId });
    const participant = await tx.findOneBy(Participant, { id: actor.participantId });
    if (row === null || participant === null) {
      throw new DoorSessionRequiredError();
    }
    const own = participant.sessionId === actor.sessionId;
    const admission = own ? participant.admission : 'outside';
    const { visitId, sessionId } = actor;
    // Whoever taps the link may identify as themselves: that alone makes nobody the client.
    const isSure = async () =>
      admission === 'admitted' || (await this.identifications.isSamePerson(tx, visitId, sessionId));
    const identified = await this.identifications.needNotIdentify(tx, visitId, sessionId);
    const view = await this.views.ofVisit(tx, participant, isSure);
    const mustIdentify =
      !identified && view.state === 'open' && view.identificationLevel === 'required';
    const isAllowed = mustIdentify && isAllowedToWait(participant, sessionId);
    return {
      participantId: participant.id,
      language: row.language,
      role: participant.role,
      view,
      inviterParticipantId: await inviterParticipant(tx, { visitId, admission }, view),
      observers: await askedAbout(tx, participant, isSure),
      agreed: participant.agreed,
      identified,
      mayWaitUnidentified:
        isAllowed || (mustIdentify && (await this.identifications.mayWaitUnidentified(tx, actor))),
      unidentifiedAllowed: isAllowed,
      admission,
      asksQuality: asksQuality(view, participant, actor),
      inUseElsewhere: !own && isConnected(participant, await this.nodes.aliveIds(tx)),
    };
  }

  /** Remembers the language for what is sent to the browser. */
  async chooseLanguage(actor: DoorActor, language: Language): Promise<void> {
    await this.scope.of(actor.organisationId, (tx) =>
      tx.update(DoorSessionRow, { id: actor.sessionId }, { language }),
    );
  }

  /** Tells the professional's page that the door has found something, when the transaction commits. */
  async announce(tx: EntityManager, of: DoorActor): Promise<void> {
    await this.changes.announce(tx, of);
  }
}
