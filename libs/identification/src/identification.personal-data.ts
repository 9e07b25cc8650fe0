import type { PersonalDataClasses } from '@tapaamo/retention';

/** Classes of the columns of this lib's tables. All rows go with their visit. */
export const identificationPersonalData: PersonalDataClasses = {
  identification_transaction: {
    state_hash: 'secret-hash',
    organisation_id: 'organisation',
    visit_id: 'random-id',
    participant_id: 'random-id',
    session_id: 'random-id',
    browser_hash: 'secret-hash',
    envelope: 'sealed',
    created_at: 'instant',
    expires_at: 'instant',
  },
  identification_hand_back: {
    id: 'random-id',
    organisation_id: 'organisation',
    visit_id: 'random-id',
    participant_id: 'random-id',
    session_id: 'random-id',
    browser_hash: 'secret-hash',
    state: 'state',
    envelope: 'sealed',
    created_at: 'instant',
    expires_at: 'instant',
  },
  identification_failure: {
    participant_id: 'random-id',
    organisation_id: 'organisation',
    visit_id: 'random-id',
    in_a_row: 'technical',
  },
  seen_outage: {
    session_id: 'random-id',
    organisation_id: 'organisation',
    visit_id: 'random-id',
    participant_id: 'random-id',
    seen_at: 'instant',
  },
  identification: {
    id: 'random-id',
    organisation_id: 'organisation',
    visit_id: 'random-id',
    participant_id: 'random-id',
    session_id: 'random-id',
    envelope: 'sealed',
    provider_session_hash: 'secret-hash',
    created_at: 'instant',
  },
};
