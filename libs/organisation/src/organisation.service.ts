import { Injectable } from '@nestjs/common';
import { DeniedOrMissingError } from '@tapaamo/common';
import type { LocalisedText } from '@tapaamo/contracts';
import { RetentionPolicy } from '@tapaamo/retention';
import { In, IsNull, type EntityManager } from 'typeorm';
import { Organisation } from './organisation.entity.js';
import { OrganisationDisabledError, StatementMissingError } from './organisation.errors.js';
import { Service } from './service.entity.js';
import { ServiceStatement } from './settings/service-statement.entity.js';

/** The name of an organisation or a service in every language. */
export function nameOf(named: { nameFi: string; nameSv: string; nameEn: string }): LocalisedText {
  return { fi: named.nameFi, sv: named.nameSv, en: named.nameEn };
}

/** Whether an organisation is in use: the operator has not disabled it. */
export async function isInUse(tx: EntityManager, organisationId: string): Promise<boolean> {
  return tx.existsBy(Organisation, { id: organisationId, disabledAt: IsNull() });
}

/** @throws OrganisationDisabledError (`organisation.disabled`) */
export async function requireInUse(tx: EntityManager, organisationId: string): Promise<void> {
  if (!(await isInUse(tx, organisationId))) {
    throw new OrganisationDisabledError();
  }
}

/** Reads organisations and their services. */
@Injectable()
export class OrganisationService {
  /** An organisation that is known to exist, because a row of it led here. */
  async organisation(tx: EntityManager, organisationId: string): Promise<Organisation> {
    return tx.findOneByOrFail(Organisation, { id: organisationId });
  }

  /** Finnish names of services, also of those that are closed, by id. */
  async serviceNames(
    tx: EntityManager,
    organisationId: string,
    ids: readonly string[],
  ): Promise<Map<string, string>> {
    const found = await tx.findBy(Service, { organisationId, id: In([...new Set(ids)]) });
    return new Map(found.map(({ id, nameFi }) => [id, nameFi]));
  }

  /** Services that can be booked, by Finnish name. */
  async bookableServices(tx: EntityManager, organisationId: string): Promise<Service[]> {
    return tx.find(Service, { where: { organisationId, active: true }, order: { nameFi: 'ASC' } });
  }

  /**
   * One bookable service of the organisation with the retention policy in force for it.
   *
   * @throws OrganisationDisabledError
   * @throws DeniedOrMissingError when it is another organisation's, closed or missing.
   * @throws StatementMissingError when nobody has signed where its clients' data is recorded.
   */
  async bookableService(
    tx: EntityManager,
    organisationId: string,
    serviceId: string,
  ): Promise<{ service: Service; policy: RetentionPolicy }> {
    await requireInUse(tx, organisationId);
    // Held against a change of its policy: a booking comes wholly before it, and is reached by it, or after.
    const service = await tx.findOne(Service, {
      where: { id: serviceId, organisationId, active: true },
      lock: { mode: 'for_key_share' },
    });
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
