import { Injectable } from '@nestjs/common';
import { Redacted } from '@tapaamo/common';
import type { VerdictResult } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import type { RepresentedChild, TransactionOwner } from '@tapaamo/identification';
import { Vault } from '@tapaamo/vault';
import { DoorSessionRow } from '../door/door-session.entity.js';
import { Participant, type SealedPerson } from '../participant.entity.js';
import { isOfChild } from './is-of-child.js';

/** Opens the child that a guardian comes for, so that it can be asked whether they may act for them. */
@Injectable()
export class RepresentedChildren {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly vault: Vault,
  ) {}

  /**
   * Whether who identified is a guardian of the visit: by their own link, or by the client's.
   *
   * @param result - How the identified person compares with whose link it is.
   */
  async isByGuardian(owner: TransactionOwner, result: VerdictResult): Promise<boolean> {
    const { organisationId, visitId, participantId } = owner;
    return this.scope.of(organisationId, async (tx) => {
      const own = await tx.findOneByOrFail(Participant, { id: participantId, visitId });
      return result === 'guardian' || (result === 'same-person' && own.role === 'guardian');
    });
  }

  /**
   * @returns Null when the client is no child, or no henkilötunnus was booked.
   * @throws VaultSealedError
   */
  async of({
    organisationId,
    visitId,
    sessionId,
  }: TransactionOwner): Promise<RepresentedChild | null> {
    return this.scope.of(organisationId, async (tx) => {
      const client = await tx.findOneByOrFail(Participant, { visitId, role: 'client' });
      if (client.envelope === null || !(await isOfChild(tx, visitId))) {
        return null;
      }
      const place = { table: 'participant', rowId: client.id };
      const { hetu } = await this.vault.open<SealedPerson>(tx, visitId, place, client.envelope);
      const { language } = await tx.findOneByOrFail(DoorSessionRow, { id: sessionId });
      return typeof hetu === 'string' ? { hetu: new Redacted(hetu), language } : null;
    });
  }
}
