import type { PersonalDataClasses } from './personal-data-classes.js';

/** Classes of the columns of this lib's tables. */
export const retentionPersonalData: PersonalDataClasses = {
  retention_policy: {
    id: 'technical',
    organisation_id: 'organisation',
    category: 'organisation',
    anchor: 'organisation',
    period: 'organisation',
    version: 'technical',
    created_at: 'technical',
  },
};
