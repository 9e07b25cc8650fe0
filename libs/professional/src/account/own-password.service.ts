import { Injectable } from '@nestjs/common';
import { OrganisationScope } from '@tapaamo/database';
import { NewPasswords } from '../password/new-passwords.js';
import { Professional } from '../professional.entity.js';
import { WrongCodeError } from '../professional.errors.js';
import { CodeGenerator } from '../second-factor/code-generator.entity.js';
import { OneTimeCodes } from '../second-factor/one-time-codes.js';
import { RecoveryCodes } from '../second-factor/recovery-codes.js';
import type { StaffRef } from '../session/staff-changes.js';
import { MeansChanges, type MeansChange } from './means-changes.js';

/** A person's own password, the generator of codes that belongs to it, and their recovery codes. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly passwords: NewPasswords,
    private readonly codes: OneTimeCodes,
    private readonly recoveryCodes: RecoveryCodes,
    private readonly changes: MeansChanges,
  ) {}

  /** Sets or changes the password; a change ends the other sessions. @throws what the rules of passwords throw */
  async set(staff: StaffRef, password: string, keptSessionId: string): Promise<void> {
    const { organisationId, professionalId: id } = staff;
    const own = await this.scope.of(organisationId, (tx) =>
      tx.findOneByOrFail(Professional, { id }),
    );
    const passwordHash = await this.passwords.hash(own, password);
    await this.changes.make(staff, async (tx, before): Promise<MeansChange> => {
      await tx.update(Professional, { id }, { passwordHash });
      if (before.passwordHash === null) {
        return { event: 'sign-in-method.added', details: { method: 'password' } };
      }
      await this.changes.endOthers(tx, staff, keptSessionId);
      return { event: 'password.changed', details: {} };
    });
  }

  /**
   * Sets or replaces the generator of codes; replacing one ends the other sessions.
   *
   * @param code - Of the new one: proves that the person's telephone has it.
   * @throws WrongCodeError (`sign-in.wrong-code`)
   */
  async setGenerator(
    staff: StaffRef,
    { secret, code }: { secret: Buffer; code: string },
    keptSessionId: string,
  ): Promise<void> {
    await this.changes.make(staff, async (tx, own) => {
      const replaces = await tx.existsBy(CodeGenerator, { professionalId: own.id });
      if (!(await this.codes.add(tx, own, secret, code))) {
        throw new WrongCodeError();
      }
      if (replaces) {
        await this.changes.endOthers(tx, staff, keptSessionId);
      }
      return { event: 'sign-in-method.added', details: { method: 'totp' } };
    });
  }

  /** New recovery codes; those before are void. @returns The codes, for the only time. */
  async makeRecoveryCodes(staff: StaffRef): Promise<string[]> {
    let codes: string[] = [];
    await this.changes.make(staff, async (tx) => {
      codes = await this.recoveryCodes.make(tx, staff);
      return { event: 'recovery-codes.made', details: {} };
    });
    return codes;
  }
}
