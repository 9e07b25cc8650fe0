import type { PersonalDataClasses } from '@tapaamo/retention';

/** Classes of the columns of this lib's table. */
export const calendarFeedPersonalData: PersonalDataClasses = {
  calendar_feed: {
    professional_id: 'staff',
    organisation_id: 'organisation',
    secret_hash: 'secret-hash',
    language: 'staff',
    sign_in_epoch: 'staff',
    created_at: 'staff',
  },
};
