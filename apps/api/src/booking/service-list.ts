import type { ServiceList } from '@tapaamo/contracts';
import { nameOf, type OrganisationService } from '@tapaamo/organisation';
import type { EntityManager } from 'typeorm';

/** What of an organisation can be booked, and in which languages its messages can be. */
export async function serviceList(
  tx: EntityManager,
  organisations: OrganisationService,
  organisationId: string,
): Promise<ServiceList> {
  const services = await organisations.bookableServices(tx, organisationId);
  const { languages } = await organisations.organisation(tx, organisationId);
  return {
    languages,
    services: services.map((service) => ({
      id: service.id,
      name: nameOf(service),
      durationMinutes: service.durationMinutes,
      identificationLevel: service.identificationLevel,
      minorsAllowed: service.minorsAllowed,
    })),
  };
}
