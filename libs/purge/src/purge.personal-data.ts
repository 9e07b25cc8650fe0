import type { PersonalDataClasses } from '@tapaamo/retention';

/** Classes of the columns of this lib's tables. */
export const purgePersonalData: PersonalDataClasses = {
  purge_batch: {
    id: 'technical',
    organisation_id: 'organisation',
    started_at: 'technical',
    lease_until: 'technical',
    state: 'technical',
    waiting: 'count',
    erased: 'count',
    failed: 'count',
  },
  purge_count: {
    organisation_id: 'organisation',
    due_day: 'count',
    erased_hour: 'count',
    erased: 'count',
  },
  purge_item: {
    // Goes with the visit's rows, in one statement.
    visit_id: 'random-id',
    organisation_id: 'organisation',
    batch_id: 'technical',
    due_day: 'instant',
    attempts: 'technical',
    next_attempt_at: 'technical',
    blocked: 'technical',
  },
  purge_run: {
    id: 'technical',
    started_at: 'technical',
    finished_at: 'technical',
    erased: 'count',
    failed: 'count',
    steps_failed: 'count',
    remaining: 'count',
    cap_reached: 'technical',
  },
};
