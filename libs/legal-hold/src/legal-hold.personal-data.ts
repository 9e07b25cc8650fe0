import type { PersonalDataClasses } from '@tapaamo/retention';

/** Classes of the columns of this lib's tables. */
export const legalHoldPersonalData: PersonalDataClasses = {
  legal_hold: {
    id: 'random-id',
    organisation_id: 'organisation',
    visit_id: 'random-id',
    kind: 'state',
    reason: 'state',
    basis: 'state',
    state: 'state',
    requested_by: 'staff',
    requested_at: 'instant',
    confirmed_by: 'staff',
    confirmed_at: 'instant',
    reviewed_on: 'instant',
    review_by: 'instant',
    extensions: 'state',
    on_missed: 'organisation',
    alarms: 'state',
    alarmed_on: 'instant',
    person_told_at: 'instant',
    released_by: 'staff',
    released_at: 'instant',
  },
};
