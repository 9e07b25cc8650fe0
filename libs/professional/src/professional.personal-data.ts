import type { PersonalDataClasses } from '@tapaamo/retention';

/** Classes of the columns of this lib's tables. Sessions of staff hold the professional's id and nothing else. */
export const professionalPersonalData: PersonalDataClasses = {
  professional: {
    id: 'staff',
    organisation_id: 'organisation',
    email: 'staff',
    display_name: 'staff',
    password_hash: 'staff',
    roles: 'staff',
    created_at: 'staff',
  },
  staff_session: { sid: 'staff', sess: 'staff', expire: 'staff' },
};
