/** Bringing somebody into a meeting that goes on. */
export const inviting = {
  heading: 'Kutsu mukaan tapaamiseen',
  colleagues: 'Työkaverit',
  colleaguesHint: 'Työkaveri näkee tapaamisen heti omissa varauksissaan ja tulee mukaan sieltä.',
  find: 'Etsi nimellä',
  invite: 'Kutsu {{name}}',
  invited: '{{name}} on kutsuttu. Tapaaminen näkyy nyt hänen varauksissaan.',
  isInvited: '{{name}}: kutsuttu',
  nobody: 'Työkavereita ei löytynyt.',
  others: 'Joku muu',
  othersHint: 'Esimerkiksi huoltaja, tulkki tai tukihenkilö. Hän saa oman linkin viestillä.',
  close: 'Sulje',
};
