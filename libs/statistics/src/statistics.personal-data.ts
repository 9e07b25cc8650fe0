import type { PersonalDataClasses } from '@tapaamo/retention';

/** Classes of the columns of this lib's tables. */
export const statisticsPersonalData: PersonalDataClasses = {
  visit_count: {
    organisation_id: 'organisation',
    service_id: 'organisation',
    month: 'count',
    outcome: 'count',
    visits: 'count',
  },
  doubtful_admission_count: {
    organisation_id: 'organisation',
    service_id: 'organisation',
    month: 'count',
    reason: 'count',
    admissions: 'count',
  },
  meeting_quality_count: {
    organisation_id: 'organisation',
    service_id: 'organisation',
    month: 'count',
    quality: 'count',
    answers: 'count',
  },
};
