import { randomUUID } from 'node:crypto';
import { Organisation, Service, ServiceStatement } from '@tapaamo/organisation';
import { RetentionPolicy } from '@tapaamo/retention';
import type { DataSource } from 'typeorm';

const CREATED_AT = new Date('2026-01-01T00:00:00Z');

/** An organisation with the policy its services are under. */
export interface BuiltOrganisation {
  organisationId: string;
  retentionPolicyId: string;
}

/** @param options.period - Of its retention policy; `P1M` unless said otherwise. */
export async function buildOrganisation(
  dataSource: DataSource,
  options: { name?: string; period?: string } = {},
): Promise<BuiltOrganisation> {
  const name = options.name ?? 'Mallilan hyvinvointialue';
  const organisationId = randomUUID();
  const retentionPolicyId = randomUUID();
  await dataSource.manager.insert(Organisation, {
    id: organisationId,
    nameFi: name,
    nameSv: `${name} (sv)`,
    nameEn: `${name} (en)`,
    createdAt: CREATED_AT,
  });
  await dataSource.manager.insert(RetentionPolicy, {
    id: retentionPolicyId,
    organisationId,
    category: 'identifiers',
    anchor: 'visit-end',
    period: options.period ?? 'P1M',
    reviewPeriod: null,
    ceilingPeriod: null,
    version: 1,
    createdAt: CREATED_AT,
  });
  return { organisationId, retentionPolicyId };
}

/** A service line of 30 minutes without identification, unless said otherwise, that can be booked. */
export async function buildService(
  dataSource: DataSource,
  organisation: BuiltOrganisation,
  overrides: Partial<Service> = {},
): Promise<Service> {
  const service: Service = {
    id: randomUUID(),
    ...organisation,
    nameFi: 'Yleinen neuvonta',
    nameSv: 'Allmän rådgivning',
    nameEn: 'General advice',
    purposeFi: 'Neuvonnan etätapaamisten järjestäminen.',
    purposeSv: 'Ordna distansmöten för rådgivning.',
    purposeEn: 'Arranging remote visits for advice.',
    legalBasis: 'public-interest',
    durationMinutes: 30,
    reminderMinutes: [],
    identificationLevel: 'off',
    discreet: false,
    minorsAllowed: true,
    active: true,
    version: 1,
    ...overrides,
  };
  await dataSource.manager.insert(Service, service);
  await dataSource.manager.insert(ServiceStatement, {
    id: randomUUID(),
    organisationId: service.organisationId,
    serviceId: service.id,
    professionalId: null,
    signedBy: 'Petri Lindholm',
    recordSystem: 'Asiakastietojärjestelmä',
    signedAt: CREATED_AT,
  });
  return service;
}
