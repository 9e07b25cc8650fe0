import type { Texts } from '../texts.js';

export const people: Texts['people'] = {
  person: 'Person {{number}}',
  add: 'Add a person',
  confirmAdd: 'Add',
  adding: 'Adding…',
  cancel: 'Go back',
  added: '{{name}} has been added to the visit.',
  leaveOut: 'Leave out',
  leaveOutNumber: 'Leave out person {{number}}',
  role: 'Role',
  name: 'Name',
  phone: 'Phone number',
  email: 'E-mail address',
  language: 'Language of messages',
  interpreterLanguage: 'Language that is interpreted',
  chooseLanguage: 'Choose a language',
  contactHint: 'Phone number and e-mail are not needed if you give the invitation on paper.',
  about_guardian: 'A guardian of the child. Is identified like the client.',
  about_interpreter:
    'Interprets a spoken or signed language. Is not identified; you let them in yourself.',
  'about_support-person': 'At the client’s side. Is not identified; you let them in yourself.',
  about_observer:
    'A student looks on and listens. They join only after the client agreed on their own page; for a minor every guardian who is there.',
  about_colleague:
    'A professional of another workplace. With a colleague of your own organisation you share the visit.',
  spoken: '{{language}} (spoken)',
  language_fse: 'Finnish Sign Language',
  language_fss: 'Finland-Swedish Sign Language',
  language_ils: 'International Sign',
  language_ckb: 'Kurdish (Sorani)',
  language_kmr: 'Kurdish (Kurmanji)',
  'language_fa-AF': 'Dari',
  remove: 'Remove this person',
  removeName: 'Remove: {{name}}',
  removeHeading: 'Remove {{name}}?',
  removeText:
    'The link stops working at once, and their details are removed from the visit. If an invitation has been sent, a cancellation is sent, too.',
  keep: 'Do not remove',
  withheldContact: 'Contact details are shown only to who booked',
  noContact: 'No contact details: give the invitation on paper',
  withheld:
    'Non-disclosure: contact details of the client and guardians are shown only to who booked. Messages are sent all the same.',
  withheldByYou:
    'Non-disclosure: contact details of the client and guardians are shown only to you. Messages are sent all the same.',
  withhold: 'Begin non-disclosure',
  withholdHeading: 'Begin non-disclosure?',
  disclose: 'End non-disclosure',
  discloseHeading: 'End non-disclosure?',
  discloseText:
    'Contact details are then shown to everybody who sees the visit. End it only if the client is not under non-disclosure.',
  nonDisclosure: 'The client is under non-disclosure (turvakielto)',
  nonDisclosureHint:
    'Contact details of the client and guardians are shown only to who booked: not to a stand-in, a team lead, or whoever the visit is shared with or handed to.',
  clientIsMinor: 'The client is a minor',
  clientIsMinorHint: 'Add at least one guardian. The child’s own contact details can be left out.',
  heading: 'Other people',
  hint: 'A guardian, interpreter, support person, student or a professional of another workplace. Each gets a link of their own and does not see the others’ contact details.',
  notAgreed:
    'There is no consent yet. The client, and a minor’s guardians, are asked on their own page once they are identified or let in.',
  agreed: 'There is consent to their following.',
  refused: 'Consent to their following was refused.',
  answered_yes: '{{name}}: yes',
  answered_no: '{{name}}: no',
  answeredWhoLeft: 'Somebody who was removed',
};
