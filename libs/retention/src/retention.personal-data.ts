import type { PersonalDataClasses } from './personal-data-classes.js';

/** Classes of the columns of this lib's tables. */
export const retentionPersonalData: PersonalDataClasses = {
  retention_policy: {
    id: 'technical',
    organisation_id: 'organisation',
    service_id: 'organisation',
    category: 'organisation',
    anchor: 'organisation',
    period: 'organisation',
    review_period: 'organisation',
    ceiling_period: 'organisation',
    version: 'technical',
    created_at: 'technical',
  },
  retention_change: {
    id: 'technical',
    organisation_id: 'organisation',
    service_id: 'organisation',
    anchor: 'organisation',
    period: 'organisation',
    state: 'technical',
    proposed_by: 'staff',
    proposed_at: 'staff',
    decided_by: 'staff',
    decided_at: 'staff',
  },
};
