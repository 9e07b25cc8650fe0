import { Injectable } from '@nestjs/common';
import { AuditLog, byStaff } from '@tapaamo/audit';
import type { AuditDetails, Me, SignInMeans } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { ProfessionalService, type Professional } from '@tapaamo/professional';
import type { Request, Response } from 'express';
import { DescribeMe } from './describe-me.js';
import { StaffSessions } from './staff-sessions.js';

/** What the audit log calls the last step of each way in. */
const METHODS: Record<SignInMeans, AuditDetails<'sign-in.succeeded'>['method']> = {
  password: 'password',
  'password-and-code': 'totp',
  'password-and-recovery-code': 'recovery-code',
  passkey: 'passkey',
  oidc: 'oidc',
};

/** What every way in ends with, and the way out. */
@Injectable()
export class StaffEntry {
  constructor(
    private readonly professionals: ProfessionalService,
    private readonly sessions: StaffSessions,
    private readonly describeMe: DescribeMe,
    private readonly scope: OrganisationScope,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Opens a fresh session for somebody who has proved who they are, and tells the audit log. @returns Who it is.
   *
   * @param provedAgoMs - How long ago; null when nobody knows.
   * @throws OrganisationDisabledError (`organisation.disabled`)
   */
  async enter(
    request: Request,
    found: Professional,
    means: SignInMeans,
    provedAgoMs: number | null = 0,
  ): Promise<Me> {
    await this.professionals.requireInUse(found);
    const { id: professionalId, organisationId } = found;
    await this.scope.of(organisationId, (tx) =>
      this.audit.append(tx, {
        ...byStaff({ professionalId, organisationId }),
        event: 'sign-in.succeeded',
        details: { method: METHODS[means] },
      }),
    );
    await this.sessions.open(request, found, means, provedAgoMs);
    return this.describeMe.of(professionalId);
  }

  /** Ends the session that a request came with, if there is one, and tells the audit log. */
  async leave(request: Request, response: Response): Promise<void> {
    const { user: actor } = request;
    await this.sessions.end(request, response);
    if (actor !== undefined) {
      await this.scope.of(actor.organisationId, (tx) =>
        this.audit.append(tx, { ...byStaff(actor), event: 'sign-out.done', details: {} }),
      );
    }
  }
}
