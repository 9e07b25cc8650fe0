import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { companionContact } from '@tapaamo/booking';
import { Clock } from '@tapaamo/common';
import { PERSONS_MAX, type Companion } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { IsNull, type EntityManager } from 'typeorm';
import { NewParticipants } from '../booking-a-visit/new-participants.js';
import { HetuRulesNow } from '../identifying/hetu-rules.js';
import { Participant } from '../participant.entity.js';
import { reachedVisit } from '../reach/reached-visit.js';
import { VisitMessages } from '../telling/visit-messages.js';
import { VisitChanges } from '../visit-changes.js';
import { TooManyParticipantsError, VisitEndedError } from '../visit.errors.js';

/** Most persons that are ever asked to one visit, removed ones too: no way to write to many strangers. */
const EVER_ASKED_MAX = 3 * PERSONS_MAX;

/** The use case "somebody else is asked to a visit". */
@Injectable()
export class AddParticipantService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly participants: NewParticipants,
    private readonly messages: VisitMessages,
    private readonly changes: VisitChanges,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly hetuRules: HetuRulesNow,
  ) {}

  /**
   * Adds a person with a link of their own and invites them; later visits of a series when the client is.
   *
   * @throws DeniedOrMissingError, also for whom it is only shared with; VisitEndedError; TooManyParticipantsError; the
   *   errors of `companionContact`
   */
  async add(actor: StaffActor, visitId: string, typed: Companion): Promise<void> {
    const { interpreterLanguage, role, ...contact } = companionContact(
      typed,
      this.hetuRules.read(),
    );
    const { organisationId } = actor;
    await this.scope.of(organisationId, async (tx) => {
      const options = { now: this.clock.now(), lock: true, toDecide: true };
      const { visit, booking } = await reachedVisit(tx, actor, visitId, options);
      if (visit.endedAt !== null) {
        throw new VisitEndedError();
      }
      await this.#requireRoom(tx, visitId);
      const place = { organisationId, visitId };
      const person = { ...contact, interpreterLanguage };
      const participant = await this.participants.addPerson(tx, place, role, person);
      await this.messages.inviteInTime(tx, booking, participant);
      await this.changes.announce(tx, place);
      await this.audit.append(tx, {
        ...byStaff(actor),
        event: 'participant.added',
        target: { kind: 'participant', id: participant.id },
        visits: [visitId],
        details: { role },
      });
    });
  }

  async #requireRoom(tx: EntityManager, visitId: string): Promise<void> {
    const professionalId = IsNull();
    const persons = await tx.countBy(Participant, { visitId, professionalId, removedAt: IsNull() });
    const everAsked = await tx.countBy(Participant, { visitId, professionalId });
    if (persons >= PERSONS_MAX || everAsked >= EVER_ASKED_MAX) {
      throw new TooManyParticipantsError();
    }
  }
}
