import { Injectable } from '@nestjs/common';
import { OrganisationScope } from '@tapaamo/database';
import { isInUse } from '@tapaamo/organisation';
import type { EntityManager } from 'typeorm';
import { AccountSecrets } from '../second-factor/account-secrets.js';
import { NoProviderError, ProviderUnavailableError } from './provider.errors.js';
import { SignInDomain } from './sign-in-domain.entity.js';
import { SignInProvider } from './sign-in-provider.entity.js';
import type { KnownProvider } from './staff-relying-party.js';

/** The providers of organisations, and the secrets by which they know us. */
@Injectable()
export class KnownProviders {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly secrets: AccountSecrets,
  ) {}

  /** Whose staff has addresses like this one. @throws NoProviderError (`sign-in-provider.none`) */
  async organisationOf(email: string): Promise<string> {
    const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
    const found = await this.scope.holding({ kind: 'sign_in_domain', text: domain }, (tx) =>
      tx.findOneBy(SignInDomain, { domain }),
    );
    if (found === null) {
      throw new NoProviderError();
    }
    return found.organisationId;
  }

  /**
   * An organisation's provider, ready to be used.
   *
   * @throws NoProviderError (`sign-in-provider.none`) when there is none in use, or the organisation is not.
   */
  async of(organisationId: string): Promise<KnownProvider> {
    const provider = await this.scope.of(organisationId, async (tx) =>
      (await isInUse(tx, organisationId))
        ? tx.findOneBy(SignInProvider, { organisationId, active: true })
        : null,
    );
    if (provider === null) {
      throw new NoProviderError();
    }
    const secret = this.secrets.open(placeOfProviderSecret(organisationId), provider.sealedSecret);
    if (secret === null) {
      throw new ProviderUnavailableError('secret-sealed');
    }
    return { provider, secret: secret.toString() };
  }

  /** Seals the secret of an organisation's provider. */
  seal(organisationId: string, secret: string): Buffer {
    return this.secrets.seal(placeOfProviderSecret(organisationId), Buffer.from(secret));
  }
}

/** The domains that the operator assigned to an organisation, in order. */
export async function domainsOf(tx: EntityManager, organisationId: string): Promise<string[]> {
  const rows = await tx.find(SignInDomain, { where: { organisationId }, order: { domain: 'ASC' } });
  return rows.map(({ domain }) => domain);
}

/** Where the secret of an organisation's provider opens. */
export function placeOfProviderSecret(organisationId: string): string {
  return `sign-in provider ${organisationId}`;
}
