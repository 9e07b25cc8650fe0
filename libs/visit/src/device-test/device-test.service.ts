import { Injectable } from '@nestjs/common';
import type { DoorActor } from '@tapaamo/access';
import { Clock } from '@tapaamo/common';
import type { DeviceCheck, MeetingAccess } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { isInUse } from '@tapaamo/organisation';
import type { EntityManager } from 'typeorm';
import { DoorSessionRow } from '../door/door-session.entity.js';
import { DoorSessionRequiredError, ServiceClosedError } from '../door/door.errors.js';
import { DeviceTestTokens } from '../meeting-node/device-test-tokens.js';
import { MediaNodes } from '../meeting-node/media-nodes.js';
import { Relays } from '../meeting-node/relays.js';
import { Participant } from '../participant.entity.js';
import { VisitChanges } from '../visit-changes.js';
import { VisitRow } from '../visit.entity.js';
import { VisitEndedError } from '../visit.errors.js';
import { deviceColumnsOf } from './device-result.js';

/**
 * The device test of who comes by a link, from the day they have it: a way to a meeting node where their own picture and
 * sound come back to them, and the result that the professional sees.
 */
@Injectable()
export class DeviceTestService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly nodes: MediaNodes,
    private readonly tokens: DeviceTestTokens,
    private readonly relays: Relays,
    private readonly changes: VisitChanges,
    private readonly clock: Clock,
  ) {}

  /**
   * The way to a place of their own on the node that has most room. It needs no identification, and the door need not be
   * open: it is in no visit, and nobody else is there.
   *
   * @throws VisitEndedError, ServiceClosedError, DoorSessionRequiredError, NoMeetingNodeError (`meeting.no-node`)
   */
  async begin(actor: DoorActor): Promise<MeetingAccess> {
    const { organisationId, visitId, participantId, sessionId } = actor;
    const node = await this.scope.of(organisationId, async (tx) => {
      await this.#requireExpected(tx, actor);
      return this.nodes.spare(tx);
    });
    const token = await this.tokens.sign({ organisationId, visitId, participantId, sessionId });
    const iceServers = this.relays.iceServersFor(participantId);
    return { nodeUrl: node.url, token, participantId, iceServers };
  }

  /** Keeps the result for the professional; the last one counts. */
  async keep(actor: DoorActor, check: DeviceCheck): Promise<void> {
    await this.scope.of(actor.organisationId, async (tx) => {
      const { affected } = await tx
        .createQueryBuilder()
        .update(Participant)
        .set(deviceColumnsOf(check, this.clock.now()))
        // What the professional sees is the device at the door, not another one of the same link.
        .where('id = :participantId AND (session_id IS NULL OR session_id = :sessionId)', actor)
        .execute();
      if (affected === 1) {
        await this.changes.announce(tx, actor);
      }
    });
  }

  async #requireExpected(tx: EntityManager, { visitId, sessionId }: DoorActor): Promise<void> {
    const visit = await tx.findOneBy(VisitRow, { id: visitId });
    if (visit === null || visit.endedAt !== null || visit.purgeDueAt <= this.clock.now()) {
      throw new VisitEndedError();
    }
    if (!(await isInUse(tx, visit.organisationId))) {
      throw new ServiceClosedError();
    }
    // The link may have been replaced since the request was let through.
    if (!(await tx.existsBy(DoorSessionRow, { id: sessionId }))) {
      throw new DoorSessionRequiredError();
    }
  }
}
