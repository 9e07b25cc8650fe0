import type { PersonalDataClasses } from '@tapaamo/retention';

/** Classes of the columns of this lib's tables. All but `media_node` and `forgotten_link` are deleted with the visit. */
export const visitPersonalData: PersonalDataClasses = {
  visit: {
    id: 'random-id',
    organisation_id: 'organisation',
    booking_id: 'random-id',
    media_node_id: 'technical',
    ended_at: 'instant',
    last_met_at: 'instant',
    purge_due_at: 'instant',
    retention_policy_id: 'organisation',
    created_at: 'instant',
  },
  participant: {
    id: 'random-id',
    organisation_id: 'organisation',
    visit_id: 'random-id',
    role: 'state',
    professional_id: 'staff',
    envelope: 'sealed',
    link_hash: 'secret-hash',
    admission: 'state',
    session_id: 'random-id',
    connected_node_id: 'technical',
    arrived_at: 'instant',
    device_camera: 'state',
    device_microphone: 'state',
    created_at: 'instant',
  },
  door_session: {
    id: 'random-id',
    organisation_id: 'organisation',
    visit_id: 'random-id',
    participant_id: 'random-id',
    secret_hash: 'secret-hash',
    language: 'state',
    created_at: 'instant',
    expires_at: 'instant',
  },
  media_node: {
    id: 'technical',
    url: 'technical',
    load: 'technical',
    visits: 'technical',
    heartbeat_at: 'technical',
  },
  forgotten_link: {
    link_hash: 'secret-hash',
    organisation_id: 'organisation',
    forgotten_on: 'instant',
  },
};
