import {
  LEAST_CONTRAST,
  changeOrganisationRequestSchema,
  contrastWithWhite,
  type ChangeOrganisationRequest,
  type FieldProblem,
  type Language,
  type OrganisationSettings,
} from '@tapaamo/contracts';
import { issuesOf } from '../../forms/issues.js';

/** Fields that are a line of text and may be left empty. */
const OPTIONAL = [
  'contactName',
  'contactPhone',
  'contactEmail',
  'officerName',
  'officerPhone',
  'officerEmail',
  'rightsName',
  'rightsPhone',
  'rightsEmail',
  'smsSender',
  'mailSender',
  'accentColour',
] as const;
type Optional = (typeof OPTIONAL)[number];

/** The form as it is written. */
export interface OrganisationValues extends Record<Optional, string> {
  nameFi: string;
  nameSv: string;
  nameEn: string;
  rightsAnsweredBy: OrganisationSettings['rightsAnsweredBy'];
  languages: Language[];
}

/** The fields in the order they stand on the page. */
export const ORGANISATION_FIELDS = [
  'nameFi',
  'nameSv',
  'nameEn',
  ...OPTIONAL.slice(0, 6),
  'rightsAnsweredBy',
  ...OPTIONAL.slice(6, 11),
  'languages',
  'accentColour',
] as readonly (keyof OrganisationValues)[];

/** The settings as the form shows them. */
export function organisationValuesOf(settings: OrganisationSettings): OrganisationValues {
  const { nameFi, nameSv, nameEn, rightsAnsweredBy, languages } = settings;
  const texts = Object.fromEntries(OPTIONAL.map((field) => [field, settings[field] ?? '']));
  return {
    ...(texts as Record<Optional, string>),
    nameFi,
    nameSv,
    nameEn,
    rightsAnsweredBy,
    languages,
  };
}

/** What was written, as a request. */
export function organisationRequestOf(
  values: OrganisationValues,
  version: number,
): ChangeOrganisationRequest {
  const texts = OPTIONAL.map((field) => [field, values[field].trim() || null]);
  const { nameFi, nameSv, nameEn, rightsAnsweredBy, languages } = values;
  return {
    ...(Object.fromEntries(texts) as Record<Optional, string | null>),
    nameFi,
    nameSv,
    nameEn,
    rightsAnsweredBy,
    languages,
    version,
  };
}

/** Checks what was written, by the contract's own schema. */
export function organisationProblems(values: OrganisationValues): FieldProblem[] {
  const request = organisationRequestOf(values, 1);
  const problems = issuesOf(changeOrganisationRequestSchema, request);
  const { accentColour } = request;
  const isColour = !problems.some(({ field }) => field === 'accentColour');
  if (accentColour !== null && isColour && contrastWithWhite(accentColour) < LEAST_CONTRAST) {
    problems.push({ field: 'accentColour', code: 'settings.colour-contrast' });
  }
  return problems;
}
