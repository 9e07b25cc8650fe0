import { Injectable } from '@nestjs/common';
import { DeniedOrMissingError } from '@tapaamo/common';
import type { LocalisedText } from '@tapaamo/contracts';
import { RetentionPolicy } from '@tapaamo/retention';
import { type EntityManager } from 'typeorm';
import { Organisation } from './organisation.entity.js';
import { StatementMissingError } from './organisation.errors.js';
import { Service } from './service.entity.js';
import { ServiceStatement } from './settings/service-statement.entity.js';

/** The name of an organisation or a service in every language. */
export function nameOf(named: { nameFi: string; nameSv: string; nameEn: string }): LocalisedText {
  return { fi: named.nameFi, sv: named.nameSv, en: named.nameEn };
}

/** Reads organisations and their services. */
@Injectable()
export class OrganisationService {
  /** An organisation that is known to exist, because a row of it led here. */
  async organisation(tx: EntityManager, organisationId: string): Promise<Organisation> {
    return tx.findOneByOrFail(Organisation, { id: organisationId });
  }

  /** Services that can be booked, by Finnish name. */
  async bookableServices(tx: EntityManager, organisationId: string): Promise<Service[]> {
    return tx.find(Service, { where: { organisationId, active: true }, order: { nameFi: 'ASC' } });
  }

  /**
   * One bookable service of the organisation with the retention policy in force for it.
   *
   * @throws DeniedOrMissingError when it is another organisation's, closed or missing.
   * @throws StatementMissingError when nobody has signed where its clients' data is recorded.
   */
  async bookableService(
    tx: EntityManager,
    organisationId: string,
    serviceId: string,
  ): Promise<{ service: Service; policy: RetentionPolicy }> {
    const service = await tx.findOneBy(Service, { id: serviceId, organisationId, active: true });
    if (service === null) {
      throw new DeniedOrMissingError();
    }
    if (!(await tx.existsBy(ServiceStatement, { organisationId, serviceId }))) {
      throw new StatementMissingError();
    }
    const policy = await tx.findOneByOrFail(RetentionPolicy, {
      id: service.retentionPolicyId,
      organisationId,
    });
    return { service, policy };
  }
}
