import { Injectable } from '@nestjs/common';
import type { MeetingAccess } from '@tapaamo/contracts';
import type { EntityManager } from 'typeorm';
import type { Participant } from '../participant.entity.js';
import { VisitChanges } from '../visit-changes.js';
import { VisitEndedError } from '../visit.errors.js';
import { VisitRow } from '../visit.entity.js';
import { MediaNodes } from './media-nodes.js';
import { MeetingTokens } from './meeting-tokens.js';
import { Relays } from './relays.js';

/** What a browser needs to come to its visit's meeting: node, token and relays. */
@Injectable()
export class WayToMeeting {
  constructor(
    private readonly nodes: MediaNodes,
    private readonly tokens: MeetingTokens,
    private readonly relays: Relays,
    private readonly changes: VisitChanges,
  ) {}

  /**
   * @param visit - Locked by the caller's transaction, so that two participants do not choose two nodes.
   * @throws VisitEndedError, NoMeetingNodeError
   */
  async give(
    tx: EntityManager,
    visit: VisitRow,
    participant: Participant,
    sessionId: string,
  ): Promise<MeetingAccess> {
    if (visit.endedAt !== null) {
      throw new VisitEndedError();
    }
    const { organisationId } = visit;
    const node = await this.nodes.place(tx, visit);
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
    });
    const iceServers = this.relays.iceServersFor(participantId);
    return { nodeUrl: node.url, token, participantId, iceServers };
  }
}
