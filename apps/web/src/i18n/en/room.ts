import type { Texts } from '../texts.js';

/** Who of a meeting waits, and who is spoken with alone, for staff. */
export const room: Texts['room'] = {
  waitsAgain_zero: 'Waiting again, moved to the waiting room just now',
  waitsAgain_one: 'Waiting again, moved to the waiting room a minute ago',
  waitsAgain_other: 'Waiting again, moved to the waiting room {{count}} minutes ago',
  turn: 'Number {{number}} in turn.',
  lostFor: 'Connection lost {{seconds}} s ago. Their place is kept.',
  away: 'Away: the connection has been lost for over two minutes',
  setApart: 'Waits until the others are brought back',
  sendBack: 'Move to the waiting room',
  sendBackName: 'Move to the waiting room: {{name}}',
  speakAlone: 'Speak alone',
  speakAloneName: 'Speak alone: {{name}}',
  bringBack: 'Bring the others back',
  aloneWith: 'You are speaking alone: {{name}}. The others wait and neither see nor hear you.',
  aloneNotYet: 'Wait a moment: not all of the others are in the waiting room yet.',
  aloneAway:
    'You are speaking alone: {{name}}. They are not there just now. The others still wait.',
  aloneByOther:
    '{{by}} is speaking alone: {{name}}. The others wait and neither see nor hear them.',
  aloneByOtherPlace:
    '{{by}} is speaking with one person alone for a moment. You come back to the meeting by yourself when the others are brought back.',
};
