import type { printedSheet as finnish } from '../fi/sheet.js';

type Texts = Record<keyof typeof finnish, string>;

/** What stands on a printed invitation, in the client's language. */
export const printedSheet: Texts = {
  heading: 'Invitation to a remote appointment',
  when: 'Time',
  who: 'Invited by',
  ways: 'How to come to the appointment',
  camera: 'Point the camera of your phone or tablet at this and open the link.',
  cameraLabel: 'QR code that opens the appointment',
  typing: 'Or type in the address bar of your browser',
  code: 'and then the visit code',
  bring: 'What you need',
  device:
    'A phone, tablet or computer with a camera, a microphone and internet. You need no app and no account.',
  identify_required:
    'Online banking codes, a mobile certificate or a certificate card: you identify yourself before the appointment.',
  identify_offered:
    'Online banking codes, a mobile certificate or a certificate card, if you want to identify yourself.',
  early:
    'You can try your camera and microphone already. The waiting room opens about an hour before the appointment.',
  keepSafe: 'Keep this paper to yourself: it lets its holder come to your appointment.',
  ask: 'If it gets lost or you cannot come, call {phone}.',
  askInviter: 'If it gets lost or you cannot come, contact whoever invited you.',
  gone: 'Your data is deleted from the service on {time}.',
};

/** The page on which staff open and print an invitation. */
export const sheet = {
  title: 'Invitation on paper',
  explain:
    'The printout has the client’s link as a QR code and a visit code that can be typed. It has no name on it.',
  secret:
    'Whoever has the printout can come to the client’s door. Give it to the client only. Opening it is recorded in the log.',
  open: 'Open the invitation',
  opening: 'Opening…',
  print: 'Print',
  language: 'Language of the printout',
  backToVisit: 'Back to the visit',
  ended: 'The visit is over, so nobody is invited to it any more.',
};
