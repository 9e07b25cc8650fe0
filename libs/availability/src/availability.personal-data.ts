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
  external_calendar: {
    professional_id: 'staff',
    organisation_id: 'organisation',
    sealed_source: 'sealed',
    busy: 'staff',
    read_at: 'staff',
    failure: 'staff',
    next_read_at: 'staff',
  },
};
