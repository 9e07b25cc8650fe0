import type { Texts } from '../texts.js';

export const door: Texts['door'] = {
  leaveQuickly: 'Leave quickly',
  leaveQuicklyHow:
    '“Leave quickly” closes the visit at once and opens a quite different page instead. Pressing Esc three times in a row does the same. The browser’s history is not cleared.',
  welcomeHeading: 'Welcome to your remote visit',
  invites: '{{organisation}} invites you to a visit. You will meet {{professional}}.',
  invitesDiscreetly: 'You are invited to a remote visit.',
  continue: 'Continue',
  failedHeading: 'The page could not be opened',
  brokenLinkHeading: 'The link does not work',
  brokenLinkText: 'The link may have been replaced by a new one, or its end is missing.',
  brokenLinkAdvice:
    'Open the latest message you received and press the link there. If that does not help, ask for a new link from the person who invited you.',
  noSessionHeading: 'Open the visit from the link',
  noSessionText:
    'This browser does not know your visit. This can happen when the browser changes along the way.',
  noSessionAdvice:
    'Open the message you received and press the link there. Your visit is still there.',
  codeHeading: 'Type the visit code',
  codeText:
    'The code is on the paper invitation that you got. Capital or small letters and dashes do not matter.',
  code: 'Visit code',
  codeHint: '12 characters, for example 7KQ2-M9XD-4RTA',
  codeMissing: 'Type the code.',
  codeContinue: 'Continue',
  codeChecking: 'Checking…',
  haveCode: 'I have a visit code',
  forgettingHeading: 'Your details are being deleted right now',
  forgettingText:
    'Nobody can see them any more. Open the link again in a moment to see the day on which they were deleted.',
  heldHeading: 'Your details are held',
  heldText:
    'The visit has ended. Your details are kept where nobody sees them until the hold ends. Ask the organisation that invited you to the visit for more.',
  forgottenHeading: 'Your details were deleted on {{day}}',
  forgottenText:
    'Nothing that could identify you is left of the visit. You do not need to do anything.',
  serviceClosedHeading: 'The visit cannot be held now',
  serviceClosedText:
    '{{organisation}} does not use this service for remote appointments just now, so the visit does not open. Nothing is wrong with your link or your device.',
  serviceClosedDiscreetly:
    'The service you were invited to is not in use just now, so the visit does not open. Nothing is wrong with your link or your device.',
  serviceClosedContact: 'Ask how the visit is arranged',
  serviceClosedAsk: 'Please contact whoever invited you. They can tell how the visit is arranged.',
  endedHeading: 'The visit has ended',
  endedAt: 'The visit ended on {{time}}.',
  cancelledHeading: 'The visit has been cancelled',
  cancelledAt: 'The visit was cancelled on {{time}}.',
  endedText:
    'You can close the page. If you open the link again later, you will see when your details are or were deleted.',
  browserHeading: 'This browser has no camera',
  browserText:
    'The browser inside a message app often cannot reach the camera. Copy the link and open it in Chrome, Safari, Edge or Firefox.',
  inAppHeading: 'Open the link in your browser',
  inAppText:
    'You are in an app’s own browser, which often cannot use the camera. Open the same link in the ordinary browser of your phone.',
  browserHow_ios:
    'Copy the link, open Safari and paste the link into the address bar. You can also press the app’s menu and choose “Open in Safari”.',
  browserHow_android:
    'Copy the link, open Chrome or another browser and paste the link into the address bar. You can also press the three dots and choose “Open in browser”.',
  browserHow_other: 'Copy the link and paste it into the address bar of another browser.',
  copyByHand: 'Copy the link here',
  copyLink: 'Copy the link',
  linkCopied: 'The link has been copied',
  earlyHeading: 'You are in good time',
  earlyOpens: 'The waiting room opens on {{time}}.',
  earlyVisit: 'The visit begins on {{time}}. You will meet {{name}}.',
  earlyVisitDiscreetly: 'The visit begins on {{time}}.',
  addToCalendar: 'Add to calendar',
  calendarHoldsLittle:
    'The calendar gets only the time of the visit, neither the link nor whom you meet.',
  earlyStay:
    'You can close the page and open the link again later. If you stay, the page moves on by itself.',
  testDevices: 'Test your devices',
  testAgain: 'Test again',
  leftHeading: 'You have left',
  leftText: 'You can still come back while the visit is open.',
  closeHere: 'Close the visit on this device',
  signOut: 'Sign out',
  notSignedOut: 'You are not signed out yet',
  signedOutHeading: 'You have signed out',
  signedOutText: 'Now close the browser.',
  signedOutProvider:
    'The identification service may still remember you in this browser. It forgets you when you close all windows of the browser.',
  signedOutReturn:
    'If the visit is still going on, the link in the message you received leads you back.',
  sessionOverHeading: 'You are no longer in the visit on this device',
  sessionOverText:
    'You may have signed out in another tab, or of another service to which you identified. It also happens when your link is replaced by a new one.',
  sessionOverAdvice:
    'Open the latest message you received, press the link in it and identify yourself again.',
  endedSignOut:
    'Sign out, so that nobody else can see your details on this device. If you open the link again later, you will see when your details are or were deleted.',
  return: 'Return to the visit',
};

export const privacy: Texts['privacy'] = {
  heading: 'What happens to your details?',
  what: '{{organisation}} has saved your name, and your contact details and personal identity code if there are any, for this visit.',
  identification:
    'When you identify yourself, your name and, where needed, your date of birth are compared with the booking, and your personal identity code if it was written in the booking. No personal identity code is saved from identifying.',
  whatDiscreetly:
    'Your name, and your contact details and personal identity code if there are any, have been saved for this visit.',
  discreet:
    'Who is responsible for your details and whom you can ask is shown only when it is certain that it is you who reads this.',
  purpose: 'What the details are used for: {{purpose}}',
  'basis_public-interest': 'Ground: a task in the public interest that the service has by law.',
  'basis_legal-obligation': 'Ground: the law obliges to arrange the service.',
  basis_consent: 'Ground: your consent. You can withdraw it at any time.',
  basis_contract: 'Ground: the contract you have about the service.',
  'basis_vital-interest': 'Ground: protecting life or health.',
  'basis_legitimate-interest':
    'Ground: legitimate interest. You have the right to object to the handling of your details.',
  contact: 'Contact person',
  officer: 'Data protection officer',
  rightsContact: 'Requests about details are answered by',
  complaint:
    'If you think that your details have been handled wrongly, you can complain to the Data Protection Ombudsman: tietosuoja.fi.',
  notRecorded: 'The visit is not recorded, neither picture nor sound.',
  more: 'Read more about your details',
  controller:
    '{{organisation}} is responsible for your details. Tapaamo is the tool with which the visit is held.',
  rights:
    'You have the right to see your details, correct them and ask for their deletion. Contact: {{organisation}}.',
  noProfile:
    'No user account is made for you, and this page does not track you. The page sends nothing elsewhere.',
};

export const identify: Texts['identify'] = {
  heading: 'Identify yourself',
  why: 'This way {{name}} knows that it is you who comes to the visit.',
  whyDiscreetly: 'This way the professional knows that it is you who comes to the visit.',
  how: 'You will go to Suomi.fi identification. You can use bank codes, a mobile certificate or a certificate card. Then you come back here.',
  inShort:
    'When you identify, your details are compared with the booking. The identification leaves no personal identity code saved.',
  start: 'Identify yourself',
  again: 'Identify yourself again',
  locked:
    'Somebody else has identified with this link many times, so identification is locked for half an hour. You can wait without identifying.',
  waitUnidentified: 'Wait without identifying',
  waitUnidentifiedHint:
    'If you cannot identify right now, you can wait without identifying: the professional sees it and decides how to make sure who you are.',
  waitAllowed:
    'The professional lets you wait without identifying, and makes sure who you are. If identifying works, please identify instead.',
  sentBack:
    'You cannot continue on this device without identifying. If you cannot identify, tell the professional.',
  without: 'Continue without identification',
  representation:
    'After identifying you go on to Suomi.fi e-Authorizations. Choose there the child whom you come for. The professional sees whether you have the right to act for the child.',
  cancelled: 'The identification was cancelled. Nothing is lost: you can try again.',
  failed: 'The identification did not succeed. Please try again.',
  expired: 'The identification took too long or began in another browser. Please start it again.',
  'other-device':
    'The identification began on another device, so it was not accepted. Open your own link and identify on the same device.',
  unavailable:
    'The identification service is not answering right now. Wait a moment and try again.',
  failedAdvice:
    'If that does not help either, contact the one who invited you: the professional can let you wait without identifying.',
  failedContact: 'Contact',
  outageHeading: 'Identification may be disturbed',
  outageSays: 'The identification service says: {{notice}}',
  outageUnreachable: 'The identification service has not answered in the last minutes.',
  outageAdvice: 'You can still try. If identifying does not succeed, wait a moment and try again.',
  outageContact: 'If the visit is about to begin, contact',
};
