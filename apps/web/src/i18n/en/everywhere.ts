import type { Texts } from '../texts.js';

export const shared: Texts['shared'] = {
  skipToContent: 'Skip to content',
  silentTitle: 'Page',
  languageChoice: 'Language',
  mainNavigation: 'Main menu',
  loading: 'Loading…',
  slow: 'This is taking longer than usual. You can wait calmly; nothing is lost.',
  tryAgain: 'Try again',
  correlationId: 'If this happens again, give this code to the operator:',
  errorHeading: 'The page could not be shown',
  reload: 'Reload the page',
  notFoundHeading: 'Page not found',
  notFoundText: 'There may be a typing mistake in the address, or the page no longer exists.',
  toFrontPage: 'Go to the front page',
  guide: 'Guide',
  guideNewTab: 'Guide (opens in a new tab)',
  newTab: '(opens in a new tab)',
  discardHeading: 'Discard what you wrote?',
  discard: 'Discard',
  keepWriting: 'Keep writing',
  discardText: 'What you wrote will not be saved.',
  problemSummary: 'Please check these once more',
  dataGone: 'Your details will be deleted on {{time}}.',
  minutes_zero: 'less than a minute',
  minutes_one: '{{count}} minute',
  minutes_other: '{{count}} minutes',
  hours_one: '{{count}} hour',
  hours_other: '{{count}} hours',
  days_one: '{{count}} day',
  days_other: '{{count}} days',
};

export const roles: Texts['roles'] = {
  client: 'Client',
  guardian: 'Guardian',
  interpreter: 'Interpreter',
  'support-person': 'Support person',
  observer: 'Student',
  colleague: 'Professional of another workplace',
  professional: 'Professional',
};

export const signIn: Texts['signIn'] = {
  heading: 'Sign in',
  email: 'E-mail address',
  password: 'Password',
  signIn: 'Sign in',
  signingIn: 'Signing in…',
  signOut: 'Sign out',
  notSignedOut: 'You are not signed out yet',
  visitCode: 'Did you get an invitation on paper? Type the visit code',
  clientHint:
    'Are you coming to a visit as a client? You do not need an account. Open the visit from the link in the message you received.',
};

export const guide: Texts['guide'] = {
  heading: 'Guides',
  choose: 'Who is the guide for?',
  client: 'Guide for clients',
  professional: 'Guide for professionals',
  admin: 'Guide for admins',
  developer: 'Guide for developers of record systems',
  example: '{{heading}}: example {{number}}',
  all: 'All guides',
};
