import type { Texts } from '../texts.js';

export const forgetting: Texts['forgetting'] = {
  heading: 'Deletion of details',
  lead: 'Here you see that clients’ details are deleted on time. The page holds only counts, no names.',
  noneLate: 'Late 0: every deletion is on time',
  lateLabel_one: '{{count}} deletion is late',
  lateLabel_other: '{{count}} deletions are late',
  lateText:
    'The oldest is late by {{age}}. The details are already hidden from everyone, but their deletion has not gone forward. Tell the operator at once.',
  failed_one: 'One deletion failed in the last round. It will be tried again.',
  failed_other: '{{count}} deletions failed in the last round. They will be tried again.',
  remaining_one:
    'The last round deleted as many as one round may. One deletion is left for the next round.',
  remaining_other:
    'The last round deleted as many as one round may. {{count}} deletions are left for the next round.',
  lastSweep: 'Last round of deletions: {{time}}.',
  neverSwept: 'No round of deletions has been run yet.',
  dueNext24Hours: 'to be deleted within a day',
  dueNext31Days: 'to be deleted within 31 days',
  dueInAll: 'waiting for deletion in all',
  held: 'held and not deleted',
  doneLast24Hours: 'deleted during the last day',
  doneInAll: 'deleted in all',
  pictureHeading: 'Deletions by day',
  pictureText:
    'Bars: deleted visits and visits to be deleted, by day. The same numbers are in the table below the picture.',
  scale_one: 'Top of the scale: {{count}} visit',
  scale_other: 'Top of the scale: {{count}} visits',
  due: 'To be deleted',
  done: 'Deleted',
  day: 'Day',
  asTable: 'Show as a table',
  since: 'Since {{time}}',
  pausedFor: {
    'clock-jumped': 'Reason: the server’s clock jumped by more than ten minutes.',
    'clock-differs':
      'Reason: the clocks of the server and of a database differ by more than ten minutes.',
    'over-forecast': 'Reason: more than three times as much was due as was known.',
    operator: 'Reason: operations paused deleting.',
  },
  endsHeading: 'Days that are over',
  endsLead:
    'When everything of a day is deleted, the day’s key is destroyed. When the last safety copy of the key has expired, nobody can bring it back.',
  noEnds: 'No day with details to delete is over yet.',
  erasedBy: 'Deleted by',
  shredded: 'Key destroyed',
  unrevivable: 'Beyond recovery',
  notYet: 'not yet',
  notKnown: 'as the key server’s own copies expire',
  keysHeading: 'What deletion guarantees',
  keysLead:
    'Details are encrypted with day keys. When the last visit of a day has been deleted, that day’s key is destroyed, and the details are gone from backups as well.',
  keysWhere: {
    file: 'The keys are in a folder of this service’s own.',
    transit: 'The keys are in a key server (OpenBao or Vault).',
    kms: 'The keys are in a folder of this service’s own that only the key service AWS KMS can open.',
  },
  keysGrade: {
    A: 'Level A: of a destroyed key no copy is left anywhere that could open the details.',
    B: 'Level B: of a destroyed key a copy may be left, but it is locked with another key.',
    C: 'Level C: a destroyed key is written over on the disk, but the disk may still keep traces of it.',
  },
  keysLatency_one: 'Destruction takes effect after one day.',
  keysLatency_other: 'Destruction takes effect after {{count}} days.',
  keysAtOnce: 'Destruction takes effect at once.',
  keysEscrow_one:
    'There is a locked backup of the keys that is kept for one day. After that nobody can bring back from it what was destroyed.',
  keysEscrow_other:
    'There is a locked backup of the keys that is kept for {{count}} days. After that nobody can bring back from it what was destroyed.',
  keysNoEscrow:
    'There is no backup of the keys from which what was destroyed could be brought back. If the keys are lost, the details of all coming visits are lost.',
  keysUnrevivable_one: 'Nobody can bring back what was destroyed once one day has passed.',
  keysUnrevivable_other:
    'Nobody can bring back what was destroyed once {{count}} days have passed.',
  keysCaveats: {
    'disk-may-keep':
      'A disk may keep traces of what was written over. That is why the main key of all keys is changed after each destruction, too.',
    'engine-keeps-snapshots':
      'The key server’s own backups hold a destroyed key, locked, until they expire.',
    'service-is-trusted':
      'The key service promises to delete its keys at once. That cannot be checked from outside.',
  },
};
