import type { Texts } from '../texts.js';

export const audit: Texts['audit'] = {
  heading: 'Audit log',
  lead: 'Who did or looked at what, and when. There are no names of clients in the log. Reading it is recorded too.',
  filters: 'Narrow the log',
  from: 'From',
  to: 'To',
  who: 'Who',
  what: 'What',
  visit: 'Id of the visit',
  everyone: 'Everyone',
  everything: 'Everything',
  show: 'Show',
  clear: 'Clear the filters',
  when: 'When',
  where: 'Network',
  details: 'What it is about',
  none: 'No entries fit these filters.',
  more: 'Show older',
  shown_one: '{{count}} entry shown',
  shown_other: '{{count}} entries shown',
  csv: 'Download as a table (CSV)',
  jsonl: 'Download for programs (JSON Lines)',
  intact: 'The log fits together, checked {{time}}',
  unchecked: 'The log has not been checked yet. It is checked every day.',
  brokenLabel: 'The log does not fit together',
  brokenText:
    'The first entry that does not fit is number {{sequence}}. Tell the operator at once: somebody has changed the database.',
  sequence: 'Number',
  goneAccount: 'account that is gone',
  actors: {
    staff: 'staff',
    client: 'client',
    operator: 'operator',
    system: 'system',
    unknown: 'not recognised',
  },
  events: {
    'sign-in': {
      succeeded: 'Signed in',
      confirmed: 'Confirmed who they are',
      failed: 'Sign-in failed',
    },
    'sign-out': {
      done: 'Signed out',
    },
    session: {
      ended: 'Ended sessions',
    },
    password: {
      changed: 'Changed the password',
    },
    'sign-in-method': {
      added: 'Added a way to sign in',
      removed: 'Removed a way to sign in',
    },
    'recovery-codes': {
      made: 'Made recovery codes',
    },
    staff: {
      viewed: 'Looked at the list of staff',
      invited: 'Invited to the staff',
      created: 'Made an account by the organisation’s sign-in',
      imported: 'Imported a list of staff',
      'invitation-link-shown': 'Took an invitation’s link to hand over',
      'invitation-withdrawn': 'Withdrew an invitation',
      'invitation-accepted': 'Accepted an invitation',
      changed: 'Changed an account',
      'roles-changed': 'Changed roles',
      deactivated: 'Closed an account',
      reactivated: 'Reopened an account',
      'sign-in-reset': 'Reset the means of sign-in',
    },
    team: {
      created: 'Created a team',
      changed: 'Changed a team',
      removed: 'Removed a team',
    },
    'stand-in': {
      added: 'Added a stand-in',
      removed: 'Removed a stand-in',
    },
    organisation: {
      created: 'The organisation was created',
      changed: 'Changed settings of the organisation',
      disabled: 'The organisation was disabled',
      enabled: 'The organisation was enabled',
    },
    service: {
      created: 'Created a service',
      changed: 'Changed a service',
      closed: 'Closed a service',
    },
    'retention-policy': {
      changed: 'Changed a retention period',
    },
    'sign-in-provider': {
      changed: 'Changed the organisation’s sign-in service',
    },
    keys: {
      rotated: 'Keys were rotated',
    },
    booking: {
      created: 'Made a booking',
      changed: 'Changed a booking',
      cancelled: 'Cancelled a booking',
      'handed-over': 'Handed a booking over',
      shared: 'Shared a booking with a colleague',
      'share-ended': 'Ended the sharing of a booking',
    },
    'client-identifiers': {
      viewed: 'Saw a client’s details',
    },
    visit: {
      'meeting-access-given': 'Got access to the meeting',
      'client-admitted': 'Let the client in',
      ended: 'The visit ended',
    },
    identification: {
      succeeded: 'Identified themself',
      failed: 'Identification failed',
    },
    forgetting: {
      viewed: 'Looked at forgetting',
      swept: 'Visits were forgotten',
    },
    audit: {
      viewed: 'Looked at the log',
      exported: 'Downloaded the log',
      expired: 'Old entries expired',
      checked: 'The log was checked',
    },
  },
};
