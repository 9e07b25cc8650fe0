import type { PersonalDataClasses } from '@tapaamo/retention';

/** Classes of the columns of this lib's tables. */
export const vaultPersonalData: PersonalDataClasses = {
  key_store: { only_one: 'technical', identity: 'technical' },
  visit_key: {
    visit_id: 'random-id',
    organisation_id: 'organisation',
    due_at: 'instant',
    due_day: 'instant',
    generation: 'technical',
    wrapped_key: 'sealed',
    created_at: 'instant',
  },
};
