import type { Texts } from '../texts.js';

/** How the line of a meeting is. */
export const line: Texts['line'] = {
  own: 'Your connection: {{state}}',
  good: 'good',
  weak: 'weak',
  'very-weak': 'very weak',
  lost: 'lost',
  weakHelp:
    'Your connection is weak. Move closer to the Wi-Fi or close other programs that use the network.',
  veryWeakHelp:
    'Your connection is very weak, and the sound may break up. Move to another place, change the network or turn off your camera.',
  soundKept:
    'Your connection is weak. The picture is paused so that the sound is kept. It returns by itself.',
  ownPictureWaits:
    'Your connection is weak. Your picture is paused so that the others hear you. It returns by itself.',
  pictureWaits: '{{name}}: the picture is paused so that the sound is kept',
  otherPictureWaits: '{{name}}: weak connection. The picture is paused so that the sound is kept.',
  otherSeesNoPicture:
    '{{name}} does not see your picture right now: weak connection. They do hear you.',
  isWeak: 'weak connection',
  isVeryWeak: 'very weak connection',
  speaks: 'speaking',
};
