import { Injectable } from '@nestjs/common';
import type { InterpreterLanguage, MeetingAccess } from '@tapaamo/contracts';
import { Vault } from '@tapaamo/vault';
import type { EntityManager } from 'typeorm';
import type { Participant } from '../participant.entity.js';
import { openPerson } from '../people/open-person.js';
import { VisitChanges } from '../visit-changes.js';
import {
  NoMeetingNodeError,
  OrganisationMeetingsFullError,
  VisitEndedError,
} from '../visit.errors.js';
import { VisitRow } from '../visit.entity.js';
import { MediaNodes } from './media-nodes.js';
import { MeetingTokens } from './meeting-tokens.js';
import { OrganisationMeetings } from './organisation-meetings.js';
import { Relays } from './relays.js';

/** There is no way just now; whoever asks again in a moment may have one. */
export type NoWayYet = NoMeetingNodeError | OrganisationMeetingsFullError;

/** What a browser needs to come to its visit's meeting: node, token and relays. */
@Injectable()
export class WayToMeeting {
  constructor(
    private readonly nodes: MediaNodes,
    private readonly meetings: OrganisationMeetings,
    private readonly tokens: MeetingTokens,
    private readonly relays: Relays,
    private readonly changes: VisitChanges,
    private readonly vault: Vault,
  ) {}

  /**
   * @param visit - Locked by the caller's transaction, so that two participants do not choose two nodes.
   * @throws VisitEndedError, OrganisationMeetingsFullError, NoMeetingNodeError
   */
  async give(
    tx: EntityManager,
    visit: VisitRow,
    participant: Participant,
    { sessionId, nodeSilent }: { sessionId: string; nodeSilent: boolean },
  ): Promise<MeetingAccess> {
    if (visit.endedAt !== null) {
      throw new VisitEndedError();
    }
    const { organisationId } = visit;
    await this.meetings.requirePlace(tx, visit);
    const node = await this.nodes.place(tx, visit, { nodeSilent });
    if (visit.mediaNodeId !== null && visit.mediaNodeId !== node.id) {
      // Whoever still sits on the old node hears it and follows.
      await this.changes.announce(tx, { organisationId, visitId: visit.id });
    }
    const participantId = participant.id;
    const token = await this.tokens.sign({
      organisationId,
      visitId: visit.id,
      participantId,
      sessionId,
      role: participant.role,
      interpreterLanguage: await this.#interpretedLanguage(tx, participant),
    });
    const iceServers = this.relays.iceServersFor(participantId);
    return { nodeUrl: node.url, token, participantId, iceServers };
  }

  /**
   * The same for who comes to the waiting room, within the transaction in which their coming is kept: whoever has come is
   * there, also while no node has room for them.
   *
   * @returns Why there is none yet, to be thrown when the transaction has committed.
   * @throws VisitEndedError
   */
  async giveIfAny(...asked: Parameters<WayToMeeting['give']>): Promise<MeetingAccess | NoWayYet> {
    try {
      return await this.give(...asked);
    } catch (error) {
      if (error instanceof NoMeetingNodeError || error instanceof OrganisationMeetingsFullError) {
        return error;
      }
      throw error;
    }
  }

  /** What an interpreter interprets, as it was booked: the others keep a signer in view. */
  async #interpretedLanguage(
    tx: EntityManager,
    participant: Participant,
  ): Promise<InterpreterLanguage | undefined> {
    const { visitId, role, envelope } = participant;
    if (role !== 'interpreter' || envelope === null) {
      return undefined;
    }
    const open = await this.vault.opener(tx, [visitId]);
    return openPerson(participant, open)?.interpreterLanguage ?? undefined;
  }
}
