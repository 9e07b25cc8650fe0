export const retention = {
  heading: 'Retention periods',
  lead: 'Here you see and change how long clients’ details are kept after a visit. Another admin confirms a shorter period. A longer one applies to new bookings only.',
  choose: 'The client’s details are deleted',
  after: {
    'visit-end': '{{period}} after the visit',
    'relationship-end':
      '{{period}} after the client relationship ends, at the latest {{ceiling}} after the visit',
  },
  now: 'The client’s details are deleted: {{rule}}.',
  asksOfRelationship:
    'The professional says on the visit’s page when the client relationship has ended. They are asked half a year after the visit.',
  longer: 'The longer period applies only to bookings made from now on.',
  same: 'The retention period stays the same.',
  nothing: 'No booked visit’s details are deleted earlier. New bookings follow the shorter period.',
  affected_one: 'One visit’s details are deleted earlier.',
  affected_other: '{{count}} visits’ details are deleted earlier.',
  firstNight_one: 'One of them is deleted in the first night.',
  firstNight_other: '{{count}} of them are deleted in the first night.',
  held_one: 'One of them is held. It is deleted once its hold ends.',
  held_other: '{{count}} of them are held. They are deleted once their hold ends.',
  earliest: 'The first are deleted {{time}} at the earliest, if the change is confirmed now.',
  propose: 'Propose the shorter period',
  save: 'Take into use',
  waiting: 'A shorter period waits for confirmation: {{rule}}',
  proposedAt: 'Proposed {{time}}.',
  anotherConfirms: 'Another admin must confirm your proposal.',
  confirm: 'Confirm the shorter period',
  withdraw: 'Withdraw the proposal',
  history: 'Earlier retention periods',
  since: 'From {{date}}: {{rule}}',
  others: 'Other data',
  category: {
    messages: 'Messages',
    audit: 'Audit log',
  },
  kept: {
    messages:
      'Receivers and delivery details are deleted {{period}} after the visit, or with the client’s details if those go earlier. The text is deleted as soon as the message has been sent.',
    audit:
      'Each entry is deleted when {{period}} have passed. There are no names of clients in the log.',
  },
  unfinished: 'A booking that is not finished',
  unfinishedText: 'A booking that is not finished is not stored. It is on the open page only.',
  contractEnd: 'When the contract ends',
  contractEndText:
    'When the organisation’s contract ends, all of its data is deleted at once, backups of keys included.',
  contractEndAtOnce: 'After that nobody can bring the data back.',
  contractEndCopies_one: 'One day later nobody can bring the data back.',
  contractEndCopies_other: '{{count}} days later nobody can bring the data back.',
};
