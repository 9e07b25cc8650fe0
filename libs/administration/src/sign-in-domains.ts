import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tapaamo/audit';
import { OrganisationScope } from '@tapaamo/database';
import { Organisation } from '@tapaamo/organisation';
import { SignInDomain } from '@tapaamo/professional';
import type { EntityManager } from 'typeorm';
import { AdministrationRefusedError } from './administration.errors.js';

/** A domain, and whose staff has addresses of it. */
export interface AssignedDomain {
  domain: string;
  organisationId: string;
  organisationName: string;
}

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
      await this.#tell(tx, row, 'sign-in-domain.assigned');
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
      await this.#tell(tx, { organisationId, domain }, 'sign-in-domain.released');
    });
  }

  /** Every domain with the organisation that has it, in order of the domains. */
  async list(): Promise<AssignedDomain[]> {
    return this.scope.everywhere('administering the installation', (tx) =>
      tx.query<AssignedDomain[]>(
        `SELECT domain, organisation.id AS "organisationId", name_fi AS "organisationName"
         FROM sign_in_domain JOIN organisation ON organisation.id = organisation_id ORDER BY domain`,
      ),
    );
  }

  async #tell(
    tx: EntityManager,
    { organisationId, domain }: SignInDomain,
    event: 'sign-in-domain.assigned' | 'sign-in-domain.released',
  ): Promise<void> {
    await this.audit.append(tx, {
      organisationId,
      actor: { kind: 'operator' },
      event,
      target: { kind: 'organisation', id: organisationId },
      details: { domain },
    });
  }
}

async function requireKnown(tx: EntityManager, organisationId: string): Promise<void> {
  if (!(await tx.existsBy(Organisation, { id: organisationId }))) {
    throw new AdministrationRefusedError(`There is no organisation ${organisationId}.`);
  }
}
