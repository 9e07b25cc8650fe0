import type { PersonalDataClasses } from '@tapaamo/retention';

/** Classes of the columns of this lib's tables. Ids of clients and visits lead nowhere once the visit is forgotten. */
export const auditPersonalData: PersonalDataClasses = {
  audit_entry: {
    organisation_id: 'organisation',
    sequence: 'technical',
    id: 'technical',
    at: 'technical',
    actor_kind: 'technical',
    actor_id: 'random-id',
    event: 'technical',
    target_kind: 'technical',
    target_id: 'random-id',
    visits: 'random-id',
    network: 'staff',
    correlation_id: 'technical',
    details: 'technical',
    hash: 'digest',
  },
  audit_head: { organisation_id: 'organisation', entries: 'count', hash: 'digest' },
  audit_checkpoint: {
    organisation_id: 'organisation',
    through_sequence: 'technical',
    removed: 'count',
    hash: 'digest',
  },
  audit_check: {
    organisation_id: 'organisation',
    checked_at: 'technical',
    fully_checked_at: 'technical',
    verified_sequence: 'technical',
    verified_hash: 'digest',
    break_kind: 'technical',
    break_sequence: 'technical',
    break_entry_id: 'technical',
    break_found_at: 'technical',
  },
};
