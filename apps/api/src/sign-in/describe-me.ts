import { Injectable } from '@nestjs/common';
import { AppError } from '@tapaamo/common';
import type { Me } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { OrganisationService, nameOf } from '@tapaamo/organisation';
import { ProfessionalService } from '@tapaamo/professional';

/** Tells the page who is signed in. */
@Injectable()
export class DescribeMe {
  constructor(
    private readonly professionals: ProfessionalService,
    private readonly organisations: OrganisationService,
    private readonly scope: OrganisationScope,
  ) {}

  /** @throws AppError (`access.sign-in-required`) when the account is gone or closed. */
  async of(professionalId: string): Promise<Me> {
    const found = await this.professionals.find(professionalId);
    if (found === null) {
      throw new AppError('access.sign-in-required');
    }
    const { organisationId } = found;
    const organisation = await this.scope.of(organisationId, (tx) =>
      this.organisations.organisation(tx, organisationId),
    );
    return {
      id: found.id,
      displayName: found.displayName,
      roles: found.roles,
      organisation: { id: organisation.id, name: nameOf(organisation) },
    };
  }
}
