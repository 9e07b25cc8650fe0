import { Injectable } from '@nestjs/common';
import { AUDIT_KEPT, AuditLog } from '@tapaamo/audit';
import { Clock, Randomness } from '@tapaamo/common';
import type { LocalisedText } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { ClosedOrganisation, Organisation, OrganisationChanges } from '@tapaamo/organisation';
import { StaffSessionService } from '@tapaamo/professional';
import { MESSAGES_KEPT, RetentionPolicy } from '@tapaamo/retention';
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
  /** Since when it is out of use; null while it is in use. */
  disabledAt: Date | null;
  /** Since when the operator asks to close it for good; null while nobody does. */
  closeAskedAt: Date | null;
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
    private readonly sessions: StaffSessionService,
    private readonly changes: OrganisationChanges,
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
      const { disabledAt } = await this.#known(tx, organisationId);
      if (disabledAt !== null) {
        throw new AdministrationRefusedError(`Organisation ${organisationId} is disabled.`);
      }
      return this.invitations.invite(tx, organisationId, admin);
    });
  }

  /**
   * Takes an organisation out of use: its staff's sessions, streams and seats in meetings end now, its clients' doors say
   * that the service is closed, and its messages wait. Forgetting goes on.
   *
   * @returns How many sessions ended.
   * @throws AdministrationRefusedError when there is none, or it is disabled already.
   */
  async disable(organisationId: string): Promise<number> {
    return this.scope.of(organisationId, async (tx) => {
      await this.#setDisabled(tx, organisationId, this.clock.now());
      return this.sessions.endAllOf(tx, organisationId);
    });
  }

  /**
   * Takes an organisation back into use, also when somebody asked to close it.
   *
   * @throws AdministrationRefusedError when there is none, it is in use, or it is being closed.
   */
  async enable(organisationId: string): Promise<void> {
    await this.scope.of(organisationId, async (tx) => {
      if (await tx.existsBy(ClosedOrganisation, { id: organisationId })) {
        throw new AdministrationRefusedError(`Organisation ${organisationId} is being closed.`);
      }
      await this.#setDisabled(tx, organisationId, null);
    });
  }

  /** Every organisation, oldest first. */
  async listOrganisations(): Promise<OrganisationSummary[]> {
    return this.scope.everywhere('administering the installation', (tx) =>
      tx.query<OrganisationSummary[]>(
        `SELECT organisation.id, name_fi AS name, organisation.created_at AS "createdAt",
           disabled_at AS "disabledAt", close_asked_at AS "closeAskedAt",
           count(professional.id)::integer AS staff,
           (count(*) FILTER (WHERE 'admin' = ANY (professional.roles)))::integer AS admins
         FROM organisation
         LEFT JOIN professional ON organisation_id = organisation.id AND deactivated_at IS NULL
         GROUP BY organisation.id ORDER BY organisation.created_at, organisation.id`,
      ),
    );
  }

  async #setDisabled(
    tx: EntityManager,
    organisationId: string,
    disabledAt: Date | null,
  ): Promise<void> {
    // Locked against the references of what is made meanwhile: a session that is being opened comes wholly before or after.
    const known = await this.#known(tx, organisationId, true);
    if ((known.disabledAt === null) === (disabledAt === null)) {
      const state = disabledAt === null ? 'in use' : 'disabled';
      throw new AdministrationRefusedError(`Organisation ${organisationId} is ${state} already.`);
    }
    await tx.update(Organisation, { id: organisationId }, { disabledAt, closeAskedAt: null });
    await this.changes.announce(tx, organisationId);
    await this.audit.append(tx, {
      organisationId,
      actor: { kind: 'operator' },
      event: disabledAt === null ? 'organisation.enabled' : 'organisation.disabled',
      target: { kind: 'organisation', id: organisationId },
      details: {},
    });
  }

  async #known(tx: EntityManager, organisationId: string, isLocked = false): Promise<Organisation> {
    const found = await tx.findOne(Organisation, {
      where: { id: organisationId },
      ...(isLocked ? { lock: { mode: 'pessimistic_write' as const } } : {}),
    });
    if (found === null) {
      throw new AdministrationRefusedError(`There is no organisation ${organisationId}.`);
    }
    return found;
  }

  async #addPolicies(tx: EntityManager, organisationId: string): Promise<void> {
    const createdAt = this.clock.now();
    for (const policy of [
      { category: 'identifiers', anchor: 'visit-end', period: IDENTIFIERS_KEPT },
      { category: 'messages', anchor: 'visit-end', period: MESSAGES_KEPT },
      { category: 'audit', anchor: 'recorded', period: AUDIT_KEPT },
    ] as const) {
      const id = this.randomness.uuid();
      const first = { version: 1, reviewPeriod: null, ceilingPeriod: null, createdAt };
      await tx.insert(RetentionPolicy, { id, organisationId, ...policy, ...first });
    }
  }
}
