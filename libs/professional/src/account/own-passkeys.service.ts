import { Injectable } from '@nestjs/common';
import { DeniedOrMissingError } from '@tapaamo/common';
import type { NewPasskey, NewPasskeyOptions, PasskeyChallenge } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import type { Challenge } from '../passkey/challenges.js';
import { Passkey } from '../passkey/passkey.entity.js';
import { Passkeys } from '../passkey/passkeys.service.js';
import { WebAuthn } from '../passkey/web-authn.js';
import { Professional } from '../professional.entity.js';
import type { StaffRef } from '../session/staff-changes.js';
import { MeansChanges, requireMeans } from './means-changes.js';

/** A person's own passkeys, as they keep them. */
@Injectable()
export class OwnPasskeys {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly passkeys: Passkeys,
    private readonly webAuthn: WebAuthn,
    private readonly changes: MeansChanges,
  ) {}

  /** What a browser is to ask a device for a new one. */
  async offerNew(staff: StaffRef): Promise<NewPasskeyOptions> {
    return this.scope.of(staff.organisationId, async (tx) => {
      const owner = await tx.findOneByOrFail(Professional, { id: staff.professionalId });
      return this.webAuthn.offerNew(owner, await this.passkeys.of(tx, staff));
    });
  }

  /** What a browser is to ask a device that holds one of them. */
  async offerUse(staff: StaffRef): Promise<PasskeyChallenge> {
    const known = await this.scope.of(staff.organisationId, (tx) => this.passkeys.of(tx, staff));
    return this.webAuthn.offerUse(known);
  }

  /** @throws PasskeyRefusedError (`passkey.refused`) */
  async add(
    staff: StaffRef,
    made: NewPasskey & { name: string },
    challenge: Challenge,
  ): Promise<void> {
    await this.changes.make(staff, async (tx) => {
      await this.passkeys.add(tx, staff, made, challenge);
      return { event: 'sign-in-method.added', details: { method: 'passkey' } };
    });
  }

  /** @throws DeniedOrMissingError when it is not theirs or gone */
  async rename(staff: StaffRef, id: string, name: string): Promise<void> {
    const { organisationId, professionalId } = staff;
    await this.scope.of(organisationId, async (tx) => {
      const { affected } = await tx.update(Passkey, { id, professionalId }, { name });
      requireOne(affected);
    });
  }

  /**
   * Takes one away, and ends what else is open: whoever has the device may have opened it.
   *
   * @throws DeniedOrMissingError when it is not theirs or gone; LastMeansError (`account.last-means`)
   */
  async remove(staff: StaffRef, id: string, keptSessionId: string): Promise<void> {
    await this.changes.make(staff, async (tx) => {
      const { professionalId } = staff;
      const { affected } = await tx.delete(Passkey, { id, professionalId });
      requireOne(affected);
      await requireMeans(tx, staff);
      await this.changes.endOthers(tx, staff, keptSessionId);
      return { event: 'sign-in-method.removed', details: { method: 'passkey' } };
    });
  }
}

function requireOne(affected: number | null | undefined): void {
  if (affected !== 1) {
    throw new DeniedOrMissingError();
  }
}
