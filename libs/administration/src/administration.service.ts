import { Injectable } from '@nestjs/common';
import { AUDIT_KEPT, AuditLog } from '@tapaamo/audit';
import { Clock, Randomness } from '@tapaamo/common';
import type { LocalisedText } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Organisation } from '@tapaamo/organisation';
import { RetentionPolicy } from '@tapaamo/retention';
import type { EntityManager } from 'typeorm';
import { AdministrationRefusedError } from './administration.errors.js';
import { AdminInvitations, type AdminContact } from './admin-invitations.js';

/** How long clients are known after a visit, unless the organisation decides otherwise. */
const IDENTIFIERS_KEPT = 'P1M';

/** An organisation as the operator may see it: nothing of clients. */
export interface OrganisationSummary {
  id: string;
  name: string;
  createdAt: Date;
  /** Accounts in use. */
  staff: number;
  /** Of these, who may administer. */
  admins: number;
}

/** The installation's own acts on organisations. */
@Injectable()
export class Administration {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly invitations: AdminInvitations,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /**
   * Makes an organisation with its policies of retention and its first admin.
   *
   * @returns The admin's link, which is kept nowhere.
   * @throws AdministrationRefusedError
   */
  async createOrganisation(
    name: LocalisedText,
    admin: AdminContact,
  ): Promise<{ organisationId: string; link: string; expiresAt: Date }> {
    const organisationId = this.randomness.uuid();
    return this.scope.of(organisationId, async (tx) => {
      await tx.insert(Organisation, {
        id: organisationId,
        nameFi: name.fi,
        nameSv: name.sv,
        nameEn: name.en,
        createdAt: this.clock.now(),
      });
      await this.#addPolicies(tx, organisationId);
      const invited = await this.invitations.invite(tx, organisationId, admin);
      await this.audit.append(tx, {
        organisationId,
        actor: { kind: 'operator' },
        event: 'organisation.created',
        target: { kind: 'organisation', id: organisationId },
        details: {},
      });
      return { organisationId, ...invited };
    });
  }

  /** Invites an admin to an organisation that may have lost its own. @throws AdministrationRefusedError */
  async inviteAdmin(
    organisationId: string,
    admin: AdminContact,
  ): Promise<{ link: string; expiresAt: Date }> {
    return this.scope.of(organisationId, async (tx) => {
      if (!(await tx.existsBy(Organisation, { id: organisationId }))) {
        throw new AdministrationRefusedError(`There is no organisation ${organisationId}.`);
      }
      return this.invitations.invite(tx, organisationId, admin);
    });
  }

  /** Every organisation, oldest first. */
  async listOrganisations(): Promise<OrganisationSummary[]> {
    return this.scope.everywhere('administering the installation', (tx) =>
      tx.query<OrganisationSummary[]>(
        `SELECT organisation.id, name_fi AS name, organisation.created_at AS "createdAt",
           count(professional.id)::integer AS staff,
           (count(*) FILTER (WHERE 'admin' = ANY (professional.roles)))::integer AS admins
         FROM organisation
         LEFT JOIN professional ON organisation_id = organisation.id AND deactivated_at IS NULL
         GROUP BY organisation.id ORDER BY organisation.created_at, organisation.id`,
      ),
    );
  }

  async #addPolicies(tx: EntityManager, organisationId: string): Promise<void> {
    const createdAt = this.clock.now();
    for (const policy of [
      { category: 'identifiers', anchor: 'visit-end', period: IDENTIFIERS_KEPT },
      { category: 'audit', anchor: 'recorded', period: AUDIT_KEPT },
    ] as const) {
      const id = this.randomness.uuid();
      await tx.insert(RetentionPolicy, { id, organisationId, ...policy, version: 1, createdAt });
    }
  }
}
