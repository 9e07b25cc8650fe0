import type { PersonalDataClasses } from '@tapaamo/retention';

/** Classes of the columns of this lib's tables. The row is deleted with its visit. */
export const notificationPersonalData: PersonalDataClasses = {
  message_text: {
    organisation_id: 'organisation',
    kind: 'organisation',
    channel: 'organisation',
    language: 'organisation',
    subject: 'organisation',
    body: 'organisation',
    version: 'technical',
    changed_at: 'technical',
  },
  outbox_message: {
    id: 'random-id',
    organisation_id: 'organisation',
    visit_id: 'random-id',
    participant_id: 'random-id',
    channel: 'state',
    kind: 'state',
    envelope: 'sealed',
    status: 'state',
    failure: 'state',
    reference_hash: 'secret-hash',
    attempts: 'technical',
    next_attempt_at: 'instant',
    in_hand_until: 'instant',
    expires_at: 'instant',
    sent_at: 'instant',
    created_at: 'instant',
  },
};
