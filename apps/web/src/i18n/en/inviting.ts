import type { Texts } from '../texts.js';

/** Bringing somebody into a meeting that goes on. */
export const inviting: Texts['inviting'] = {
  heading: 'Invite somebody to this visit',
  colleagues: 'Colleagues',
  colleaguesHint: 'Colleagues see the visit among their bookings at once, and come in from there.',
  find: 'Find by name',
  invite: 'Invite {{name}}',
  invited: '{{name}} has been invited. The visit is among their bookings now.',
  isInvited: '{{name}}: invited',
  nobody: 'No colleagues were found.',
  others: 'Somebody else',
  othersHint:
    'For example a guardian, interpreter or support person. They get a link of their own in a message.',
  close: 'Close',
};
