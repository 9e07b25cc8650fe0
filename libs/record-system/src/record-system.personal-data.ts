import type { PersonalDataClasses } from '@tapaamo/retention';

/**
 * Classes of the columns of this lib's tables. A notice is deleted with its booking; attempts name no visit; keys are the
 * organisation's and no client's. The hashes of an answer are made with a record system's key, which nobody but it has;
 * the row is deleted with its visit, and after a day.
 */
export const recordSystemPersonalData: PersonalDataClasses = {
  record_system: {
    organisation_id: 'organisation',
    webhook_address: 'organisation',
    sealed_webhook_path: 'sealed',
    webhook_active: 'organisation',
    webhook_calendar: 'organisation',
    sealed_webhook_secret: 'sealed',
    sealed_previous_secret: 'sealed',
    previous_secret_until: 'organisation',
    fhir_address: 'organisation',
    fhir_active: 'organisation',
    sealed_fhir_token: 'sealed',
    version: 'technical',
    created_at: 'instant',
  },
  record_answer: {
    key_id: 'technical',
    request_hash: 'secret-hash',
    organisation_id: 'organisation',
    body_hash: 'secret-hash',
    visit_id: 'random-id',
    starts_at: 'instant',
    ends_at: 'instant',
    status: 'state',
    version: 'technical',
    created_at: 'instant',
  },
  record_key: {
    id: 'technical',
    organisation_id: 'organisation',
    name: 'organisation',
    prefix: 'technical',
    secret_hash: 'secret-hash',
    scopes: 'organisation',
    last_day: 'organisation',
    last_used_on: 'organisation',
    revoked_at: 'organisation',
    created_at: 'organisation',
  },
  record_notice: {
    booking_id: 'random-id',
    organisation_id: 'organisation',
    target: 'state',
    event: 'state',
    happened_at: 'instant',
    version: 'technical',
    attempts: 'technical',
    next_attempt_at: 'instant',
    in_hand_until: 'instant',
    accepted_at: 'instant',
  },
  record_attempt: {
    id: 'random-id',
    organisation_id: 'organisation',
    at: 'technical',
    target: 'technical',
    event: 'technical',
    status: 'technical',
    failure: 'technical',
  },
};
