import type { Texts } from '../texts.js';

/** Hands and reactions in the meeting. */
export const hands: Texts['hands'] = {
  raise: 'Räck upp handen',
  lower: 'Ta ner handen',
  raised: '{{name}} räckte upp handen.',
  youRaised: 'Din hand är uppe. De andra ser det.',
  youLowered: 'Du tog ner handen.',
  loweredForYou: 'Din hand togs ner.',
  up: 'handen är uppe, nummer {{number}} i ordningen',
  list: 'Händer som är uppe',
  lowerOf: 'Ta ner handen: {{name}}',
  reactions: 'Reaktioner',
  thumb: 'Tummen upp',
  heart: 'Hjärta',
  clap: 'Applåd',
  reacted_thumb: '{{name}} visade tummen upp.',
  reacted_heart: '{{name}} skickade ett hjärta.',
  reacted_clap: '{{name}} applåderade.',
  youReacted: 'Skickat: {{reaction}}.',
};

/** Who an interpreter speaks to, and what the others listen to. */
export const interpretation: Texts['interpretation'] = {
  speak: 'Vem talar du till?',
  speak_all: 'Till alla',
  speak_channel: 'I tolkningskanalen',
  speakAbout_all: 'Alla hör dig.',
  speakAbout_channel: 'Bara de som lyssnar på tolkningen hör dig.',
  listen: 'Vad lyssnar du på?',
  listen_original: 'Den som talar',
  listen_interpretation: 'Tolken',
  listen_both: 'Båda',
  listenAbout_original: 'Du hör dem som talar. Tolkningen hörs inte.',
  listenAbout_interpretation: 'Du hör tolken. De andra hörs inte.',
  listenAbout_both: 'Du hör tolken, och de andra hörs svagare.',
  which: 'Vilken tolkning lyssnar du på?',
  opened: 'Tolkningen började i en egen kanal. Du kan välja vad du lyssnar på.',
  closed: 'Tolken talar inte längre i en egen kanal. Du hör alla.',
};

/** How the others are shown. */
export const tiles: Texts['tiles'] = {
  more: 'Mer',
  moreLabel: 'Fler funktioner',
  moreClose: 'Stäng tilläggsfunktionerna',
  invite: 'Bjud in',
  pin: 'Håll {{name}} i bild',
  unpin: 'Lossa {{name}}',
  pinned: '{{name}} hålls nu i bild.',
  unpinned: '{{name}} hålls inte längre i bild.',
  rest: 'Övriga deltagare',
  signs: 'tecknar',
  smallWindow: 'Litet fönster',
  smallWindowClose: 'Stäng det lilla fönstret',
  came: 'Är med nu: {{names}}.',
  went: 'Har lämnat mötet: {{names}}.',
};
