import { Injectable } from '@nestjs/common';
import type { EntityManager, ObjectLiteral } from 'typeorm';
import { placeOfProviderSecret } from '../provider/known-providers.js';
import { SignInProvider } from '../provider/sign-in-provider.entity.js';
import { AccountSecrets } from './account-secrets.js';
import { CodeGenerator } from './code-generator.entity.js';
import { placeOfGenerator } from './one-time-codes.js';

/** A column whose values are sealed under ACCOUNT_SECRET. */
export interface AccountSealedColumn {
  entity: new () => ObjectLiteral;
  /** Name of the column, as the database has it. */
  name: string;
  /** Properties of the entity: its key, and what is sealed. */
  key: string;
  sealed: string;
  /** Where the value of a row opens. */
  placeOf: (key: string) => string;
}

/** Every such column whose values stay (account-sealed.spec.ts); a table with a new one joins here. */
export const ACCOUNT_SEALED: readonly AccountSealedColumn[] = [
  {
    entity: CodeGenerator,
    name: 'code_generator.sealed_secret',
    key: 'professionalId',
    sealed: 'sealedSecret',
    placeOf: placeOfGenerator,
  },
  {
    entity: SignInProvider,
    name: 'sign_in_provider.sealed_secret',
    key: 'organisationId',
    sealed: 'sealedSecret',
    placeOf: placeOfProviderSecret,
  },
];

/** What became of the values of one organisation. */
export interface Resealed {
  /** Were under the secret before and are under the present one now. */
  resealed: number;
  /** Open under neither secret. */
  unopened: number;
}

/** Seals what stands in the database anew, after ACCOUNT_SECRET has changed. */
@Injectable()
export class AccountSealed {
  constructor(private readonly secrets: AccountSecrets) {}

  /** Does so for one organisation. What is sealed anew meanwhile by somebody else is left as it is. */
  async reseal(tx: EntityManager): Promise<Resealed> {
    const result: Resealed = { resealed: 0, unopened: 0 };
    for (const column of ACCOUNT_SEALED) {
      for (const row of await tx.find(column.entity, {})) {
        await this.#resealRow(tx, column, row, result);
      }
    }
    return result;
  }

  async #resealRow(
    tx: EntityManager,
    { entity, key, sealed, placeOf }: AccountSealedColumn,
    row: ObjectLiteral,
    result: Resealed,
  ): Promise<void> {
    const [id, value] = [row[key] as string, row[sealed] as Buffer];
    const place = placeOf(id);
    if (this.secrets.isPresent(place, value)) {
      return;
    }
    const clear = this.secrets.open(place, value);
    if (clear === null) {
      result.unopened += 1;
      return;
    }
    const anew = { [sealed]: this.secrets.seal(place, clear) };
    const { affected } = await tx.update(entity, { [key]: id, [sealed]: value }, anew);
    result.resealed += affected ?? 0;
  }
}
