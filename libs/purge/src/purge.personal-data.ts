import type { PersonalDataClasses } from '@tapaamo/retention';

/** Classes of the columns of this lib's tables. */
export const purgePersonalData: PersonalDataClasses = {
  alarm: { code: 'technical', since: 'technical', told_at: 'technical' },
  key_release: {
    only_one: 'technical',
    count: 'count',
    released_at: 'technical',
    released_by: 'staff',
  },
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
  purge_day: {
    organisation_id: 'organisation',
    due_day: 'count',
    shredded_at: 'technical',
    rekeyed_at: 'technical',
    unrevivable_at: 'technical',
  },
  purge_forecast: {
    organisation_id: 'organisation',
    hour: 'count',
    due: 'count',
    foreseen: 'count',
  },
  purge_pause: {
    id: 'technical',
    reason: 'technical',
    paused_at: 'technical',
    paused_by: 'staff',
    resumed_at: 'technical',
    resumed_by: 'staff',
    resumed_why: 'technical',
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
    keys_refused: 'count',
  },
};
