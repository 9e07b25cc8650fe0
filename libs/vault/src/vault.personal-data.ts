import type { PersonalDataClasses } from '@tapaamo/retention';

/** Classes of the columns of this lib's tables. */
export const vaultPersonalData: PersonalDataClasses = {
  key_store: { only_one: 'technical', identity: 'technical', rekeyed_at: 'technical' },
  key_database: { only_one: 'technical', identity: 'technical' },
  restore_mark: {
    only_one: 'technical',
    content: 'technical',
    closed: 'technical',
    keeps_orphans: 'technical',
  },
  // In the key database.
  key_installation: { only_one: 'technical', identity: 'technical' },
  key_mark: { only_one: 'technical', content: 'technical' },
  key_day: {
    organisation_id: 'organisation',
    due_day: 'instant',
    generation: 'technical',
    state: 'technical',
    destroyed_at: 'instant',
    told: 'technical',
  },
  puncture: {
    organisation_id: 'organisation',
    due_day: 'instant',
    generation: 'technical',
    by_day: 'instant',
    wanted_at: 'instant',
  },
  hold_key: {
    hold_id: 'random-id',
    visit_id: 'random-id',
    organisation_id: 'organisation',
    recipient: 'technical',
    sealed_key: 'sealed',
    created_at: 'instant',
    sealed_at: 'instant',
  },
  former_wrap: {
    visit_id: 'random-id',
    organisation_id: 'organisation',
    due_day: 'instant',
    generation: 'technical',
  },
  visit_key: {
    visit_id: 'random-id',
    organisation_id: 'organisation',
    due_at: 'instant',
    due_day: 'instant',
    generation: 'technical',
    wrapped_key: 'sealed',
    created_at: 'instant',
    changed_at: 'instant',
  },
};
