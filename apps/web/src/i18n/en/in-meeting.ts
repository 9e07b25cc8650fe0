import type { Texts } from '../texts.js';

/** Hands and reactions in the meeting. */
export const hands: Texts['hands'] = {
  raise: 'Raise hand',
  lower: 'Lower hand',
  raised: '{{name}} raised a hand.',
  youRaised: 'Your hand is up. The others see it.',
  youLowered: 'You lowered your hand.',
  loweredForYou: 'Your hand was lowered.',
  up: 'hand up, number {{number}} in order',
  list: 'Raised hands',
  lowerOf: 'Lower the hand of {{name}}',
  reactions: 'Reactions',
  thumb: 'Thumbs up',
  heart: 'Heart',
  clap: 'Applause',
  reacted_thumb: '{{name}} gave a thumbs up.',
  reacted_heart: '{{name}} sent a heart.',
  reacted_clap: '{{name}} applauded.',
  youReacted: 'Sent: {{reaction}}.',
};

/** Who an interpreter speaks to, and what the others listen to. */
export const interpretation: Texts['interpretation'] = {
  speak: 'Who do you speak to?',
  speak_all: 'Everybody',
  speak_channel: 'The interpretation channel',
  speakAbout_all: 'Everybody hears you.',
  speakAbout_channel: 'Only those who listen to the interpretation hear you.',
  listen: 'What do you listen to?',
  listen_original: 'The speaker',
  listen_interpretation: 'The interpreter',
  listen_both: 'Both',
  listenAbout_original: 'You hear the speakers, and not the interpretation.',
  listenAbout_interpretation: 'You hear the interpreter, and not the others.',
  listenAbout_both: 'You hear the interpreter, and the others more quietly.',
  which: 'Which interpretation do you listen to?',
  opened: 'The interpretation began in a channel of its own. You can choose what to listen to.',
  closed: 'The interpreter no longer speaks in a channel of their own. You hear everybody.',
};

/** How the others are shown. */
export const tiles: Texts['tiles'] = {
  more: 'More',
  moreLabel: 'More actions',
  moreClose: 'Close more actions',
  invite: 'Invite',
  pin: 'Keep {{name}} in view',
  unpin: 'Unpin {{name}}',
  pinned: '{{name}} now stays in view.',
  unpinned: '{{name}} is no longer pinned.',
  rest: 'Other participants',
  signs: 'signing',
  smallWindow: 'Small window',
  smallWindowClose: 'Close the small window',
  came: 'Here now: {{names}}.',
  went: 'Not here any more: {{names}}.',
};
