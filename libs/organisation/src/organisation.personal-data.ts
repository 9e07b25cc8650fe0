import type { PersonalDataClasses } from '@tapaamo/retention';

/** Classes of the columns of this lib's tables. */
export const organisationPersonalData: PersonalDataClasses = {
  organisation: {
    id: 'organisation',
    name_fi: 'organisation',
    name_sv: 'organisation',
    name_en: 'organisation',
    created_at: 'technical',
  },
  service: {
    id: 'organisation',
    organisation_id: 'organisation',
    name_fi: 'organisation',
    name_sv: 'organisation',
    name_en: 'organisation',
    duration_minutes: 'organisation',
    identification_level: 'organisation',
    retention_policy_id: 'organisation',
    active: 'organisation',
  },
};
