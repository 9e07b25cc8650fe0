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
  lastSweep: 'Last round of deletions: {{time}}.',
  neverSwept: 'No round of deletions has been run yet.',
  dueNext24Hours: 'to be deleted within a day',
  dueNext31Days: 'to be deleted within 31 days',
  dueInAll: 'waiting for deletion in all',
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
};
