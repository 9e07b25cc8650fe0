import type { PersonalDataClasses } from '@tapaamo/retention';

/** Classes of the columns of this lib's tables. The row is deleted with its visit. */
export const bookingPersonalData: PersonalDataClasses = {
  booking: {
    id: 'random-id',
    organisation_id: 'organisation',
    service_id: 'organisation',
    professional_id: 'staff',
    starts_at: 'instant',
    ends_at: 'instant',
    identification_level: 'organisation',
    discreet: 'organisation',
    client_is_minor: 'state',
    non_disclosure: 'state',
    booked_by: 'staff',
    status: 'state',
    version: 'technical',
    series_id: 'random-id',
    cancel_reason: 'state',
    outcome_reason: 'state',
    first_outcome: 'state',
    corrected_at: 'instant',
    corrected_by: 'state',
    created_at: 'instant',
  },
};
