import type { Texts } from '../texts.js';

export const secondFactor: Texts['secondFactor'] = {
  heading: 'Confirm signing in',
  help: 'Open the authenticator app on your phone and enter the code it shows. If you do not have the phone with you, use a recovery code.',
  code: 'Code',
  continue: 'Continue',
  checking: 'Checking…',
  startAgain: 'Start again',
};

export const invitation: Texts['invitation'] = {
  heading: 'Set up your account',
  invited: '{{organisation}} has invited you to Tapaamo.',
  name: 'Name',
  email: 'E-mail address',
  passwordHeading: '1. Choose a password',
  password: 'Password',
  passwordHint: 'At least 12 characters. A phrase of a few words makes a good password.',
  appHeading: '2. Connect an authenticator app',
  appHelp:
    'Scan the picture with an authenticator app on your phone, for example Google Authenticator or Microsoft Authenticator.',
  picture: 'The key of the authenticator app as a picture',
  typeKey: 'If you cannot scan the picture, type this key into the app:',
  code: 'The code that the app shows',
  codeHint: 'Six digits.',
  accept: 'Set up the account',
  accepting: 'Setting up…',
  codesHeading: 'Keep your recovery codes',
  codesHelp:
    'The account is ready. These codes let you in if the phone is lost. Each works once, and they are not shown again. Print them or write them down.',
  codesKept: 'The codes are safe, continue',
  failed: 'The invitation cannot be used',
  toSignIn: 'Go to sign in',
};
