import type {
  ChangeOrganisationRequest,
  CreateServiceRequest,
  OrganisationSettings,
  ServiceSettings,
} from '@tapaamo/contracts';
import type { ChangeServiceRequest } from '@tapaamo/contracts';

/** The settings as an admin sends them back, with `changes`. */
export function organisationChange(
  { logo: _, ...settings }: OrganisationSettings,
  changes: Partial<Record<string, unknown>> = {},
): ChangeOrganisationRequest {
  return { ...settings, ...changes };
}

/** A new service as an admin writes it, with `changes`. */
export function newService(changes: Partial<Record<string, unknown>> = {}): CreateServiceRequest {
  return {
    nameFi: 'Päihdepalvelut',
    nameSv: 'Missbrukartjänster',
    nameEn: 'Substance services',
    purposeFi: 'Päihdepalvelujen etätapaamisten järjestäminen.',
    purposeSv: 'Ordna distansmöten för missbrukartjänster.',
    purposeEn: 'Arranging remote visits for substance services.',
    legalBasis: 'legal-obligation',
    identificationLevel: 'required',
    discreet: true,
    minorsAllowed: false,
    reminderMinutes: [1440, 60],
    durationMinutes: 45,
    ...changes,
  };
}

/** A service as an admin sends it back, with `changes`. */
export function serviceChange(
  service: ServiceSettings,
  changes: Partial<Record<string, unknown>> = {},
): ChangeServiceRequest {
  const {
    id: _id,
    statement: _statement,
    retentionAnchor: _anchor,
    retentionPeriod: _period,
    ...settings
  } = service;
  return { ...settings, legalBasis: service.legalBasis ?? 'consent', ...changes };
}
