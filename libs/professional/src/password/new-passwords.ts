import { Injectable } from '@nestjs/common';
import { Randomness } from '@tapaamo/common';
import { OrganisationScope } from '@tapaamo/database';
import { Organisation } from '@tapaamo/organisation';
import { hashPassword } from '../password.js';
import type { Professional } from '../professional.entity.js';
import { PasswordRules } from './password-rules.js';

/** Takes passwords that people choose for their accounts. */
@Injectable()
export class NewPasswords {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly rules: PasswordRules,
    private readonly randomness: Randomness,
  ) {}

  /** What is kept of a password. @throws what the rules of passwords throw (`PasswordRules`) */
  async hash(
    { organisationId, displayName, email }: Professional,
    password: string,
  ): Promise<string> {
    const { nameFi, nameSv, nameEn } = await this.scope.of(organisationId, (tx) =>
      tx.findOneByOrFail(Organisation, { id: organisationId }),
    );
    const organisationNames = [nameFi, nameSv, nameEn];
    await this.rules.check(password, { displayName, email, organisationNames });
    return hashPassword(this.randomness, password);
  }
}
