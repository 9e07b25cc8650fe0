import type { PersonalDataClasses } from '@tapaamo/retention';

/** Classes of the columns of this lib's table. */
export const visitExportPersonalData: PersonalDataClasses = {
  export_key: {
    organisation_id: 'organisation',
    recipient: 'organisation',
    set_by: 'staff',
    set_at: 'technical',
  },
};
