/** Hands and reactions in the meeting. */
export const hands = {
  raise: 'Nosta käsi',
  lower: 'Laske käsi',
  raised: '{{name}} nosti käden.',
  youRaised: 'Kätesi on ylhäällä. Muut näkevät sen.',
  youLowered: 'Laskit kätesi.',
  loweredForYou: 'Kätesi laskettiin.',
  up: 'käsi ylhäällä, järjestyksessä {{number}}.',
  list: 'Kädet ylhäällä',
  lowerOf: 'Laske käsi: {{name}}',
  reactions: 'Reaktiot',
  thumb: 'Peukku',
  heart: 'Sydän',
  clap: 'Taputus',
  reacted_thumb: '{{name}} näytti peukkua.',
  reacted_heart: '{{name}} lähetti sydämen.',
  reacted_clap: '{{name}} taputti.',
  youReacted: 'Lähetetty: {{reaction}}.',
};

/** Who an interpreter speaks to, and what the others listen to. */
export const interpretation = {
  speak: 'Kenelle puhut?',
  speak_all: 'Kaikille',
  speak_channel: 'Tulkkauskanavalle',
  speakAbout_all: 'Kaikki kuulevat sinut.',
  speakAbout_channel: 'Sinut kuulevat vain ne, jotka kuuntelevat tulkkausta.',
  listen: 'Mitä kuuntelet?',
  listen_original: 'Puhuja',
  listen_interpretation: 'Tulkki',
  listen_both: 'Molemmat',
  listenAbout_original: 'Kuulet puhujat. Tulkkaus ei kuulu.',
  listenAbout_interpretation: 'Kuulet tulkin. Muut eivät kuulu.',
  listenAbout_both: 'Kuulet tulkin, ja muut kuuluvat hiljempaa.',
  which: 'Kumpaa tulkkausta kuuntelet?',
  opened: 'Tulkkaus alkoi omalla kanavallaan. Voit valita, mitä kuuntelet.',
  closed: 'Tulkki ei enää puhu omalla kanavallaan. Kuulet kaikki.',
};

/** How the others are shown. */
export const tiles = {
  more: 'Lisää',
  moreLabel: 'Lisää toimintoja',
  moreClose: 'Sulje lisätoiminnot',
  invite: 'Kutsu mukaan',
  pin: 'Kiinnitä {{name}} näkyviin',
  unpin: 'Irrota {{name}}',
  pinned: '{{name}} pysyy nyt näkyvissä.',
  unpinned: '{{name}} ei ole enää kiinnitetty.',
  rest: 'Muut osallistujat',
  signs: 'viittoo',
  smallWindow: 'Pieni ikkuna',
  smallWindowClose: 'Sulje pieni ikkuna',
  came: 'Mukana nyt: {{names}}.',
  went: 'Ei enää mukana: {{names}}.',
};
