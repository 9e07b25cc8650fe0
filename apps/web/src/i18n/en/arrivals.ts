import type { Texts } from '../texts.js';

export const arrivals: Texts['arrivals'] = {
  heading: 'Arrival alerts',
  sound: 'Play a sound when a client arrives',
  noticesText:
    'You can get a notice on the screen also while this page is in the background. It does not show the client’s name.',
  noticesUnknown: 'This browser cannot show notices outside of the page.',
  noticesOn: 'Notices on the screen are on.',
  noticesRefused: 'The browser does not allow notices. Allow them in its settings and try again.',
  remembered: 'The choices are remembered on this device.',
  noticesTurnOn: 'Turn on notices on the screen',
  noticesTurnOff: 'Turn off notices on the screen',
  notice: 'Somebody is waiting',
  noticeTime: 'Arrived at {{time}}',
};
