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
    deactivated_at: 'staff',
    created_at: 'staff',
  },
  staff_invitation: {
    id: 'staff',
    organisation_id: 'organisation',
    professional_id: 'staff',
    invited_by: 'staff',
    secret_hash: 'secret-hash',
    status: 'staff',
    attempts: 'staff',
    next_attempt_at: 'staff',
    expires_at: 'staff',
    accepted_at: 'staff',
    created_at: 'staff',
  },
  staff_session: { sid: 'staff', sess: 'staff', expire: 'staff' },
};
