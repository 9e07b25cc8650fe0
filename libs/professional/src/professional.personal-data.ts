import type { PersonalDataClasses } from '@tapaamo/retention';

/** Classes of the columns of this lib's tables. */
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
  staff_session: {
    id: 'staff',
    secret_hash: 'secret-hash',
    organisation_id: 'organisation',
    professional_id: 'staff',
    means: 'staff',
    browser: 'staff',
    system: 'staff',
    network: 'staff',
    created_at: 'staff',
    confirmed_at: 'staff',
    last_seen_at: 'staff',
    expires_at: 'staff',
  },
};
