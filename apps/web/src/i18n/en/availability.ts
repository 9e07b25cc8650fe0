import type { Texts } from '../texts.js';

export const availability: Texts['availability'] = {
  heading: 'Working hours',
  lead: 'When you book a visit at another time, you get a remark. You can still book at any time.',
  week: 'Usual week',
  weekHint:
    'Write the times as 8:00 or 8, for example. A break is what lies between two working times.',
  from: 'From',
  to: 'To',
  fromOf: '{{day}}, working time {{number}} from',
  toOf: '{{day}}, working time {{number}} to',
  noWork: 'No working time',
  away: 'Away',
  break: 'Break {{from}}–{{to}}',
  add: 'Add working time',
  addOf: 'Add working time: {{day}}',
  remove: 'Remove',
  removeOf: 'Remove: {{day}}, working time {{number}}',
  fillWeek: 'Begin with Mon–Fri 8–16',
  copyMonday: 'Copy Monday to Tuesday–Friday',
  exceptions: 'Days that differ',
  exceptionsHint: 'Holidays and other days on which you do not work or have other working times.',
  noExceptions: 'There are no days that differ.',
  firstDay: 'Day or first day',
  lastDay: 'Last day, if there are several',
  addAway: 'Add days away',
  addHours: 'Add other working times',
  removeDays: 'Remove: {{days}}',
  daysInPast: 'Choose a day to come.',
  daysInOrder: 'The last day is before the first.',
  tooManyDays: 'There can be {{max}} days that differ at most.',
  timeProblem: 'Write the start and the end as times of day, for example 8:00 and 16:00.',
  save: 'Save working hours',
  unsaved: 'The changes have not been saved yet.',
  conflict: 'Your working hours were changed in another window',
  conflictText: 'Changed there: {{days}}. Please check and save again.',
  holidays:
    'On public holidays you have no working time, unless you add the day as one that differs.',
  warnings: 'Please note about this time',
  warning_taken: 'You already have a visit at this time ({{span}}).',
  warning_holiday: '{{name}}: offices are closed.',
  warning_away: 'You have said that you are away.',
  'warning_outside-hours': 'The time is not within your working hours ({{spans}}).',
  warning_noWork: 'You have no working time on this day.',
  warning_break: 'The time meets your break {{from}}–{{to}}.',
  warningsHint: 'You can book the time all the same.',
  colleagueTimes: 'See a colleague’s free times',
  freeTimes: '{{name}} is free on {{day}} at {{times}}.',
  noFreeTimes: '{{name}} is not free on {{day}} from 7 to 20.',
  isFree: '{{name}} is free during the visit.',
  isBusy: '{{name}} is not free during the visit.',
  feed: 'Your visits in your own calendar',
  feedLead:
    'Make a link and add it to your calendar program as a web calendar. Visits are shown there as Remote visit or Busy, without the client’s name.',
  feedSince: 'The link has been in use since {{date}}.',
  feedMake: 'Make a link',
  feedRenew: 'Make a new link',
  feedRevoke: 'Remove the link',
  feedQuestion_renew: 'Make a new link?',
  feedQuestion_revoke: 'Remove the link?',
  feedQuestionText: 'The present link stops working at once.',
  feedAddress: 'Link for your calendar program',
  feedAddressHint:
    'The link is shown only now. Do not give it to others: it shows when you have visits.',
  'warning_busy-elsewhere': 'Your other calendar has something at this time.',
  external: 'Your other calendar',
  externalLead:
    'If you keep another calendar, Tapaamo can take note of it. Only when you are busy is read, no titles and nothing else.',
  externalAddress: 'ICS link of the calendar',
  externalHint:
    'You find the link in the sharing settings of your calendar program. It begins with https or webcal.',
  externalSet: 'Use it',
  externalRemove: 'Remove the calendar',
  externalHost: 'The calendar is in use: {{host}}.',
  externalWaiting: 'It will be read in a moment.',
  externalRead: 'Last read {{time}}.',
  externalFailed: 'The calendar could not be read',
  external_unreachable: 'The calendar did not answer. We try again every quarter of an hour.',
  external_refused:
    'The link does not open the calendar any more. Remove the calendar and add a new link.',
  'external_not-allowed':
    'The link leads to a place from which calendars cannot be read. Use a link that works on the public internet.',
  'external_too-large':
    'The calendar is too large to be read. If you can, share only what is to come.',
  'external_not-a-calendar':
    'There was no calendar behind the link. Please check that it is an ICS link.',
  'external_too-complex': 'The calendar has events that repeat too often.',
  external_sealed:
    'The details of the calendar must be given again. Remove the calendar and add it anew.',
  'external_too-slow':
    'The calendar did not answer in time. We try again every quarter of an hour.',
  'external_wrong-password':
    'The password does not work any more. Remove the calendar and add it with a new password. We try the old one once a day, so that your account is not locked.',
  'external_other-sign-in':
    'The server does not take passwords in this way any more. Ask whoever runs it, or use an ICS link.',
  'external_no-calendar':
    'The calendar is not there any more, or you may not read it. Remove the calendar and look it up again.',
  external_elsewhere:
    'The calendar has moved to another server. Remove the calendar and look it up at its new address.',
  externalKind: 'How is the calendar read?',
  externalLink: 'By a link (ICS)',
  externalLinkHint: 'When your calendar program gives a link that is enough to read the calendar.',
  externalServer: 'By signing in to a server (CalDAV)',
  externalServerHint: 'Nextcloud, for example. You need a user name and a password.',
  serverAddress: 'Address of the server or the calendar',
  serverAddressHint: 'For example cloud.example.fi.',
  accountName: 'User name',
  password: 'Password',
  passwordHint:
    'Make an app password for Tapaamo in the service if you can. The password is kept encrypted, and only for reading the calendar.',
  lookUp: 'Look up calendars',
  lookingUp: 'Looking up calendars',
  lookUpAgain: 'Back',
  notFound: 'The calendars could not be looked up',
  found_one: '{{count}} calendar found',
  found_other: '{{count}} calendars found',
  chooseCalendar: 'Which calendar is read?',
  lookUp_unreachable:
    'The server did not answer. Check the address, or try again in a little while.',
  'lookUp_too-slow': 'The server did not answer in time. Try again in a little while.',
  'lookUp_not-allowed':
    'Calendars cannot be read from this server, because it is not on the public internet.',
  'lookUp_too-large': 'The server’s answer was too long. Give the address of one calendar.',
  'lookUp_wrong-password':
    'The user name or the password was not accepted. Many services want an app password, which you make in their settings.',
  'lookUp_other-sign-in':
    'The server does not take passwords in this way. Ask whoever runs it, or use an ICS link.',
  'lookUp_no-calendar':
    'No calendar that you may read was found at the address. You find the right one in the settings of your calendar program.',
  lookUp_elsewhere:
    'The server points to another server, and your password is not sent there. Give the address of the calendar on the other server.',
};
