import type { Texts } from '../texts.js';

export const holds: Texts['holds'] = {
  heading: 'Held details',
  lead: 'Here you see the visits whose details are held. Nobody sees held details, and they are not deleted before the hold ends. The page has no names.',
  countRequested: 'waiting for confirmation',
  countHeld: 'held',
  countMissed: 'not reviewed in time',
  countReleasing: 'about to end',
  none: 'Nothing is held',
  howTo:
    'When the details of a visit that has ended must be held, ask the professional for the address of the visit’s page, open it and choose Request a hold.',
  state: {
    requested: 'Waiting for confirmation',
    held: 'Held',
    releasing: 'The hold is ending',
  },
  kind: {
    'legal-hold': 'Legal hold',
    restriction: 'Restriction of processing',
  },
  basis: {
    'gdpr-17-3-b': 'GDPR, Article 17(3)(b)',
    'gdpr-17-3-e': 'GDPR, Article 17(3)(e)',
    'gdpr-18-1-a': 'GDPR, Article 18(1)(a)',
    'gdpr-18-1-b': 'GDPR, Article 18(1)(b)',
    'gdpr-18-1-c': 'GDPR, Article 18(1)(c)',
    'gdpr-18-1-d': 'GDPR, Article 18(1)(d)',
  },
  reason: {
    'authority-order': {
      text: 'Law or an authority’s order',
      hint: 'A law, a court or an authority requires the details to be kept.',
    },
    'legal-claim': {
      text: 'Legal claim',
      hint: 'The details are needed in court or in another dispute.',
    },
    complaint: {
      text: 'Complaint',
      hint: 'Somebody has complained about the visit, and the details are needed to look into it.',
    },
    'accuracy-contested': {
      text: 'The client says that the details are wrong',
      hint: 'The details are held until it has been checked whether they are right.',
    },
    'unlawful-processing': {
      text: 'The details should not have been processed, but the client does not want them deleted',
      hint: 'The client has asked for a restriction instead of deletion.',
    },
    'needed-by-client': {
      text: 'The client needs the details for a legal claim',
      hint: 'The organisation needs the details no more, but the client has asked for them to be kept.',
    },
    objection: {
      text: 'The client objects to the processing of their details',
      hint: 'The details are held until it is settled whether the organisation’s grounds weigh more.',
    },
    'found-after-restore': {
      text: 'Found after the database was restored from an older copy',
      hint: 'The details are held. Find out within a week who held them and why.',
    },
  },
  fact: {
    kind: 'Kind',
    requested: 'Requested',
    confirmed: 'Confirmed',
    reviewBy: 'To be reviewed by',
    extensionsLeft: 'Extensions left',
    visit: 'Visit id',
    onMissed: 'If the review is missed',
  },
  notYet: 'not yet',
  daysAgo_zero: 'less than a day ago',
  daysAgo_one: '{{count}} day ago',
  daysAgo_other: '{{count}} days ago',
  missed: {
    escalate: 'the hold goes on, with an alarm every day',
    release: 'an alarm every day for {{days}} days, then the hold ends',
  },
  reviewMissed: 'The review is late',
  reviewMissedText:
    'The hold was to be reviewed by {{day}}. Find out whether it is still needed: extend the hold or end it.',
  anotherConfirms:
    'You requested this yourself. Another admin or a data protection officer must confirm your request before the details are held.',
  confirmIfRight:
    'Somebody else requested this. Check the basis, and confirm the request if it is right. Until then nothing is held.',
  confirm: 'Confirm the hold',
  confirmHeading: 'Hold the details?',
  confirmText:
    'The details are hidden from everyone at once, also from the visit’s professional, and are kept until the hold ends. No message is sent to the client.',
  withdraw: 'Withdraw the request',
  withdrawHeading: 'Withdraw the request?',
  withdrawText: 'The details are not held. They are deleted on time.',
  extend: 'Extend the hold',
  extendHeading: 'Extend the hold?',
  extendText:
    'Extend it only if its basis still stands. Choose the day on which it is reviewed again.',
  extensionsLeft_one: 'The hold can be extended once more.',
  extensionsLeft_other: 'The hold can be extended {{count}} times more.',
  extendedEnough: 'This hold cannot be extended any more. End it once its basis no longer stands.',
  release: 'End the hold',
  releaseHeading: 'End the hold?',
  releaseText:
    'If the day on which the details were to be deleted has passed, they are deleted in the next round of deletions. Otherwise the professional sees them again until that day.',
  tellFirst:
    'The client asked for the restriction. By law they are told before it ends. Tapaamo sends no message, so tell them yourself.',
  personTold: 'The client has been told that the restriction ends',
  releasingText: 'The hold ends in a moment.',
  sending: 'Sending…',
  cancel: 'Change nothing',
  request: 'Request a hold',
  requestLead:
    'When the law, a dispute or the client’s request calls for it, the details can be held: nobody sees them, and they are not deleted.',
  requestHeading: 'Request a hold of the details?',
  requestText:
    'The details are held only once another admin or a data protection officer confirms the request. Only the details of a visit that has ended can be held.',
  requestNoName:
    'Of the reason only your choice is kept. Write the authority’s reference or the client’s request in your organisation’s own files.',
  requestSend: 'Send the request',
  requestedHeading: 'The request waits for confirmation',
  requestedText:
    'Ask another admin or a data protection officer to confirm it. Until then nothing is held, and the details are deleted if their day comes.',
  toBoard: 'Held details',
  reasonLabel: 'Reason for the hold',
  reviewBy: 'Day of review',
  reviewByHint: 'From tomorrow to {{days}} days ahead. For example 14.12.2026.',
  ruleHeading: 'If a review is missed',
  ruleText:
    'Once the day of review has passed, this page shows it, the operator gets an alarm, and the log gets an entry every day.',
  ruleLabel: 'What happens then?',
  rule: {
    escalate: {
      text: 'The hold goes on until somebody decides',
      hint: 'The alarm comes again every day.',
    },
    release: {
      text: 'The hold ends by itself',
      hint: 'That is after {{days}} days of alarms. A restriction of processing does not end by itself, because the client must be told first.',
    },
  },
  ruleFromNow: 'The choice holds for what is requested from now on.',
  ruleSave: 'Take into use',
};
