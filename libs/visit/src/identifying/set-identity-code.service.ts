import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { typedHetu } from '@tapaamo/booking';
import { Clock, DeniedOrMissingError } from '@tapaamo/common';
import { identifies, type SetIdentityCodeRequest } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Vault } from '@tapaamo/vault';
import { IsNull, type EntityManager } from 'typeorm';
import { Participant, type SealedPerson } from '../participant.entity.js';
import { PutOut, type WhoseCode } from '../people/put-out.js';
import { reachedVisit } from '../reach/reached-visit.js';
import { VisitChanges } from '../visit-changes.js';
import { VisitEndedError } from '../visit.errors.js';
import { HetuRulesNow } from './hetu-rules.js';

/** The use case "this is the identity code of who comes", or that nothing is known of it any more. */
@Injectable()
export class SetIdentityCodeService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly putOut: PutOut,
    private readonly vault: Vault,
    private readonly changes: VisitChanges,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly rules: HetuRulesNow,
  ) {}

  /**
   * Puts a code into the person's envelope in place of the one before, or takes it out. Who waits identifies anew: what was
   * proved is not kept, so that nothing else can be compared with it. Who was let in stays, and it is told that they were
   * compared with another code.
   *
   * @throws DeniedOrMissingError, also for whom the visit is only shared with and for who identifies with nothing;
   *   VisitEndedError; the errors of `typedHetu`
   */
  async set(
    actor: StaffActor,
    visitId: string,
    { participantId, hetu: typed }: SetIdentityCodeRequest & { participantId: string },
  ): Promise<void> {
    const { organisationId } = actor;
    const hetu = typedHetu(typed ?? undefined, 'hetu', this.rules.read());
    await this.scope.of(organisationId, async (tx) => {
      const options = { now: this.clock.now(), lock: true, toDecide: true };
      const { visit, booking } = await reachedVisit(tx, actor, visitId, options);
      if (visit.endedAt !== null) {
        throw new VisitEndedError();
      }
      const { envelope, ...whose } = await whoIdentifies(tx, visitId, participantId);
      const place = { table: 'participant', rowId: participantId };
      const person = await this.vault.open<SealedPerson>(tx, visitId, place, envelope);
      if ((person.hetu ?? null) === hetu) {
        return;
      }
      const sealed = await this.vault.seal(tx, visitId, place, { ...person, hetu });
      await tx.update(Participant, { id: participantId }, { envelope: sealed });
      await this.putOut.compareAnew(tx, booking, whose);
      await this.changes.announce(tx, { organisationId, visitId });
      await this.audit.append(tx, {
        ...byStaff(actor),
        event:
          hetu === null ? 'participant.identity-code-removed' : 'participant.identity-code-set',
        target: { kind: 'participant', id: participantId },
        visits: [visitId],
        details: {},
      });
    });
  }
}

/** @throws DeniedOrMissingError when there is no such person, or they identify with nothing */
async function whoIdentifies(
  tx: EntityManager,
  visitId: string,
  id: string,
): Promise<WhoseCode & { envelope: Buffer }> {
  const person = await tx.findOneBy(Participant, { id, visitId, removedAt: IsNull() });
  if (person === null || !identifies(person.role) || person.envelope === null) {
    throw new DeniedOrMissingError();
  }
  const { admission, joinedAt, admittedSessionId, envelope } = person;
  return { id, visitId, admission, joinedAt, admittedSessionId, envelope };
}
