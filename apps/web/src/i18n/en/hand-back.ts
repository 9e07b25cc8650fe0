import type { Texts } from '../texts.js';

export const handBack: Texts['handBack'] = {
  heading: 'Type the number from the page where you began',
  why: 'Your identification came back to another browser than the one where you opened the link. So we make sure that that page is yours.',
  begun: 'The identification began at {{time}}: {{browser}}, {{system}}.',
  invites: 'You are invited by {{organisation}}.',
  how: 'If you still see the page of your bank or of the identification service in the browser where you began, go back from it, or open your link in that browser again.',
  warningHeading: 'Stop for a moment',
  warning:
    'Go on only if you began yourself, just now and on this same device. If somebody sent you a link, is calling you or tells you the number, do not type it. Otherwise they come to the meeting in your name.',
  refuse: 'I did not begin this myself',
  number: 'Number from the page where you began',
  numberHint: 'Two digits. They are shown in the browser where you began. You can try once.',
  numberMissing: 'Type two digits.',
  confirm: 'Confirm',
  until: 'Confirm by {{time}}.',
  confirmedHeading: 'The identification is confirmed',
  confirmedText:
    'Go back to the page that shows the number {{number}}. It goes on by itself. You can close this page.',
  confirmedAfter:
    'If others use this device too, close all windows of this browser when the meeting is over. Otherwise the identification service may remember you in this browser.',
  signOut: 'Sign out of the identification service',
  refusedHeading: 'Your identification was given to nobody',
  refusedText:
    'It is good that you stopped. The professional sees that the identification was refused.',
  refusedAdvice:
    'If somebody asked you to identify, do not go on with them. If you are coming to a meeting yourself, open your link and identify again.',
  wrongHeading: 'The number was wrong',
  wrongAdvice: 'If you began yourself, go back to the page where you began and identify again.',
  overHeading: 'There is nothing to confirm here any more',
  overText:
    'Go on in the browser where you opened your link. If the identification was not finished, start it again there.',
  failedHeading: 'The identification cannot be confirmed',
  away: 'We are waiting for your identification. When it is done, this page goes on by itself. If it was not finished, start again.',
  notFinished: 'The identification was not finished. You can start it again.',
  refusedElsewhere:
    'The identification was not confirmed in the other browser, so it is not used. You can identify again.',
  shownHeading: 'Type this number in the other browser',
  shownText:
    'You identified, but came back to another browser. Go to it and type this number there:',
  shownSecret: 'Tell the number to nobody.',
  shownAgain: 'Start identifying again',
  doneHeading: 'The identification succeeded',
  doneText: 'You are going to the waiting room.',
  otherBrowser: 'another browser',
  android: 'Android device',
  ios: 'iPhone or iPad',
  otherSystem: 'another device',
};
