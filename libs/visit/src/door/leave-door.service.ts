import { Injectable } from '@nestjs/common';
import type { DoorActor } from '@tapaamo/access';
import { Clock } from '@tapaamo/common';
import type { Language, ProviderSignOutQuery } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { IdentificationService, ProviderSignOut } from '@tapaamo/identification';
import { Logger } from '@tapaamo/logging';
import type { EntityManager } from 'typeorm';
import { NOT_ALLOWED } from '../identifying/allowed-to-wait.js';
import { lockVisit } from '../lock-visit.js';
import { keepLastMet } from '../meeting-node/last-met.js';
import { Participant } from '../participant.entity.js';
import { settleObservers } from '../people/settle-observers.js';
import { VisitChanges } from '../visit-changes.js';
import { DoorSessionRow } from './door-session.entity.js';

/** What is known of a session that has just ended. */
export interface LeftSession {
  wasIdentified: boolean;
  language: Language;
}

/** The way out of the door: the session of a browser ends, by the person or by the identity provider. */
@Injectable()
export class LeaveDoorService {
  /** How often the provider told this process of a session that nobody here had. */
  #unknown = 0;

  constructor(
    private readonly scope: OrganisationScope,
    private readonly identifications: IdentificationService,
    private readonly providerSignOut: ProviderSignOut,
    private readonly changes: VisitChanges,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Leaves and closes the session; the link stays good while the visit is open. */
  async leave(actor: DoorActor): Promise<LeftSession> {
    return this.scope.of(actor.organisationId, async (tx) => {
      const row = await tx.findOneBy(DoorSessionRow, { id: actor.sessionId });
      const wasIdentified = await this.identifications.isIdentified(tx, actor.sessionId);
      await this.#end(tx, actor);
      return { wasIdentified, language: row?.language ?? 'fi' };
    });
  }

  /**
   * The person signed out at the provider, or of another service that knew them by it (suomi.fi: all sessions die then):
   * whatever was opened by identifying with that session of theirs is over, a meeting too, and what is held for another
   * browser. Unknown sessions are nobody's, and are counted: that none is ever known says that something is set up wrongly.
   */
  async endByProvider(told: ProviderSignOutQuery): Promise<void> {
    const held = await this.#each(await this.providerSignOut.heldFor(told), async (tx, session) => {
      await this.providerSignOut.endHeld(tx, session, told);
      await this.changes.announce(tx, session);
    });
    const sessions = await this.#each(await this.providerSignOut.sessionsOf(told), (tx, session) =>
      this.#end(tx, session),
    );
    if (held.count + sessions.count === 0) {
      this.#unknown += 1;
      this.logger.info('identification.unknown-signed-out-by-provider', { count: this.#unknown });
    }
    const [failure] = [...held.failures, ...sessions.failures];
    if (failure !== undefined) {
      throw failure;
    }
  }

  /** What fails in one visit keeps the person in no other. */
  async #each(
    sessions: readonly DoorActor[],
    end: (tx: EntityManager, session: DoorActor) => Promise<void>,
  ): Promise<{ count: number; failures: Error[] }> {
    const failures: Error[] = [];
    for (const session of sessions) {
      const { organisationId, visitId, participantId } = session;
      try {
        await this.scope.of(organisationId, (tx) => end(tx, session));
        this.logger.info('identification.signed-out-by-provider', { visitId, participantId });
      } catch (error) {
        failures.push(error as Error);
      }
    }
    return { count: sessions.length, failures };
  }

  async #end(tx: EntityManager, session: DoorActor): Promise<void> {
    const own = { id: session.participantId, sessionId: session.sessionId };
    await lockVisit(tx, session.visitId);
    await keepLastMet(tx, session.visitId, this.clock.now());
    await tx.update(Participant, own, {
      admission: 'left',
      sessionId: null,
      connectedNodeId: null,
    });
    // Nobody else who has the link waits in their stead.
    const whose = { id: session.participantId, unidentifiedSessionId: session.sessionId };
    await tx.update(Participant, whose, NOT_ALLOWED);
    await tx.delete(DoorSessionRow, { id: session.sessionId });
    await this.providerSignOut.forget(tx, session.sessionId);
    await settleObservers(tx, session.visitId);
    await this.changes.announce(tx, session);
  }
}
