import { Injectable } from '@nestjs/common';
import { AuditLog, byStaff } from '@tapaamo/audit';
import type { Me, SignInMeans } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { ProfessionalService, type Professional } from '@tapaamo/professional';
import type { Request, Response } from 'express';
import { DescribeMe } from './describe-me.js';
import { StaffSessions, type GivenProof } from './staff-sessions.js';

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
   * @param found - As they were before what they proved was looked at.
   * @throws OrganisationDisabledError (`organisation.disabled`); StartSignInAgainError (`sign-in.start-again`);
   *   ProviderOnlyError (`sign-in.provider-only`)
   */
  async enter(
    request: Request,
    found: Professional,
    means: SignInMeans,
    vouched: Pick<GivenProof, 'provedAgoMs' | 'providerVersion'> = {},
  ): Promise<Me> {
    await this.professionals.requireEntry(found, means);
    await this.sessions.open(request, found, { means, isSignIn: true, ...vouched });
    return this.describeMe.of(found.id);
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
