import {
  createServiceRequestSchema,
  type CreateServiceRequest,
  type FieldProblem,
  type IdentificationLevel,
  type LegalBasis,
  type ReminderMinutes,
  type ServiceSettings,
} from '@tapaamo/contracts';
import { issuesOf } from '../../forms/issues.js';

/** The form as it is written. */
export interface ServiceValues {
  nameFi: string;
  nameSv: string;
  nameEn: string;
  purposeFi: string;
  purposeSv: string;
  purposeEn: string;
  legalBasis: LegalBasis | '';
  identificationLevel: IdentificationLevel;
  discreet: boolean;
  minorsAllowed: boolean;
  durationMinutes: string;
  reminderMinutes: ReminderMinutes[];
  active: boolean;
}

/** The fields in the order they stand on the page. */
export const SERVICE_FIELDS: readonly (keyof ServiceValues)[] = [
  'nameFi',
  'nameSv',
  'nameEn',
  'purposeFi',
  'purposeSv',
  'purposeEn',
  'legalBasis',
  'identificationLevel',
  'discreet',
  'minorsAllowed',
  'durationMinutes',
  'reminderMinutes',
  'active',
];

/** A service of which nothing is said yet. */
export const EMPTY_SERVICE: ServiceValues = {
  nameFi: '',
  nameSv: '',
  nameEn: '',
  purposeFi: '',
  purposeSv: '',
  purposeEn: '',
  legalBasis: '',
  identificationLevel: 'required',
  discreet: true,
  minorsAllowed: false,
  durationMinutes: '45',
  reminderMinutes: [1440, 60],
  active: true,
};

/** A service as the form shows it. */
export function serviceValuesOf(service: ServiceSettings): ServiceValues {
  const {
    id: _id,
    version: _version,
    statement: _statement,
    retentionAnchor: _anchor,
    retentionPeriod: _,
    ...rest
  } = service;
  const { legalBasis, durationMinutes } = service;
  return { ...rest, legalBasis: legalBasis ?? '', durationMinutes: String(durationMinutes) };
}

/** What was written, as a request for a new service. Line breaks of a purpose become spaces. */
export function serviceRequestOf({ active: _, ...values }: ServiceValues): CreateServiceRequest {
  const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
  return {
    ...values,
    purposeFi: oneLine(values.purposeFi),
    purposeSv: oneLine(values.purposeSv),
    purposeEn: oneLine(values.purposeEn),
    legalBasis: values.legalBasis as LegalBasis,
    durationMinutes: Number(values.durationMinutes),
  };
}

/** Checks what was written, by the contract's own schema. */
export function serviceProblems(values: ServiceValues): FieldProblem[] {
  return issuesOf(createServiceRequestSchema, serviceRequestOf(values));
}
