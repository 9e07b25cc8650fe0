import type { PersonalDataClasses } from '@tapaamo/retention';

/** Classes of the columns of this lib's tables. */
export const availabilityPersonalData: PersonalDataClasses = {
  working_hours: {
    professional_id: 'staff',
    organisation_id: 'organisation',
    weekdays: 'staff',
    exceptions: 'staff',
    version: 'staff',
  },
};
