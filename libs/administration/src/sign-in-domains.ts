import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tapaamo/audit';
import { OrganisationScope } from '@tapaamo/database';
import { Organisation } from '@tapaamo/organisation';
import { SignInDomain } from '@tapaamo/professional';
import type { EntityManager } from 'typeorm';
import { AdministrationRefusedError } from './administration.errors.js';

/**
 * Whose staff has addresses of which domain. Only the operator says so: whoever types such an address is led to the
 * organisation's provider, so an organisation that named its domains itself could lead another's people astray.
 */
@Injectable()
export class SignInDomains {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly audit: AuditLog,
  ) {}

  /** Assigns a domain to an organisation. @throws AdministrationRefusedError when it has it already, or another has. */
  async assign(organisationId: string, domain: string): Promise<void> {
    await this.scope.of(organisationId, async (tx) => {
      await requireKnown(tx, organisationId);
      if (await tx.existsBy(SignInDomain, { domain, organisationId })) {
        throw new AdministrationRefusedError(`${domain} is assigned to it already.`);
      }
      const row = { domain, organisationId };
      await tx.createQueryBuilder().insert().into(SignInDomain).values(row).orIgnore().execute();
      // What the primary key refuses belongs to an organisation that cannot be seen from here.
      if (!(await tx.existsBy(SignInDomain, row))) {
        throw new AdministrationRefusedError(`${domain} is assigned to another organisation.`);
      }
      await this.#tell(tx, organisationId, 'sign-in-domain.assigned');
    });
  }

  /** Takes a domain back; accounts stay. @throws AdministrationRefusedError when the organisation does not have it. */
  async release(organisationId: string, domain: string): Promise<void> {
    await this.scope.of(organisationId, async (tx) => {
      await requireKnown(tx, organisationId);
      const { affected } = await tx.delete(SignInDomain, { domain, organisationId });
      if (affected !== 1) {
        throw new AdministrationRefusedError(`${domain} is not assigned to that organisation.`);
      }
      await this.#tell(tx, organisationId, 'sign-in-domain.released');
    });
  }

  async #tell(
    tx: EntityManager,
    organisationId: string,
    event: 'sign-in-domain.assigned' | 'sign-in-domain.released',
  ): Promise<void> {
    await this.audit.append(tx, {
      organisationId,
      actor: { kind: 'operator' },
      event,
      target: { kind: 'organisation', id: organisationId },
      details: {},
    });
  }
}

async function requireKnown(tx: EntityManager, organisationId: string): Promise<void> {
  if (!(await tx.existsBy(Organisation, { id: organisationId }))) {
    throw new AdministrationRefusedError(`There is no organisation ${organisationId}.`);
  }
}
