import type { PersonalDataClasses } from '@tapaamo/retention';

/** Classes of the columns of this lib's tables. */
export const purgePersonalData: PersonalDataClasses = {
  purge_count: {
    organisation_id: 'organisation',
    due_day: 'count',
    erased_hour: 'count',
    erased: 'count',
  },
  purge_run: {
    id: 'technical',
    started_at: 'technical',
    finished_at: 'technical',
    erased: 'count',
    failed: 'count',
    steps_failed: 'count',
  },
};
