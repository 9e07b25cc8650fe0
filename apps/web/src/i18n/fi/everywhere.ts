export const shared = {
  skipToContent: 'Siirry sisältöön',
  languageChoice: 'Kieli',
  mainNavigation: 'Päävalikko',
  loading: 'Haetaan…',
  slow: 'Tämä kestää tavallista kauemmin. Voit odottaa rauhassa, mitään ei ole mennyt hukkaan.',
  tryAgain: 'Yritä uudelleen',
  correlationId: 'Jos asia toistuu, kerro ylläpidolle tämä tunnus:',
  errorHeading: 'Sivua ei voitu näyttää',
  reload: 'Lataa sivu uudelleen',
  notFoundHeading: 'Sivua ei löytynyt',
  notFoundText: 'Osoitteessa voi olla kirjoitusvirhe, tai sivua ei enää ole.',
  toFrontPage: 'Siirry etusivulle',
  guide: 'Ohje',
  guideNewTab: 'Ohje (avautuu uuteen välilehteen)',
  newTab: '(avautuu uuteen välilehteen)',
  discardHeading: 'Hylätäänkö keskeneräinen?',
  discard: 'Hylkää',
  keepWriting: 'Jatka kirjoittamista',
  discardText: 'Kirjoittamasi jää tallentamatta.',
  problemSummary: 'Tarkista vielä nämä kohdat',
  dataGone: 'Tietosi poistetaan {{time}}.',
  minutes_zero: 'alle minuutti',
  minutes_one: '{{count}} minuutti',
  minutes_other: '{{count}} minuuttia',
  hours_one: '{{count}} tunti',
  hours_other: '{{count}} tuntia',
  days_one: '{{count}} päivä',
  days_other: '{{count}} päivää',
};

export const roles = {
  client: 'Asiakas',
  guardian: 'Huoltaja',
  interpreter: 'Tulkki',
  'support-person': 'Tukihenkilö',
  observer: 'Opiskelija',
  colleague: 'Toisen työpaikan ammattilainen',
  professional: 'Ammattilainen',
};

export const signIn = {
  heading: 'Kirjaudu sisään',
  email: 'Sähköpostiosoite',
  password: 'Salasana',
  signIn: 'Kirjaudu sisään',
  signingIn: 'Kirjaudutaan…',
  signOut: 'Kirjaudu ulos',
  notSignedOut: 'Et ole vielä kirjautunut ulos',
  visitCode: 'Saitko kutsun paperilla? Kirjoita tapaamiskoodi',
  clientHint:
    'Oletko tulossa tapaamiseen asiakkaana? Et tarvitse tunnuksia. Avaa tapaaminen viestissä saamastasi linkistä.',
};

export const guide = {
  heading: 'Ohjeet',
  choose: 'Kenelle ohje on?',
  client: 'Ohje asiakkaalle',
  professional: 'Ohje ammattilaiselle',
  admin: 'Ohje pääkäyttäjälle',
  developer: 'Ohje järjestelmän kehittäjälle',
  example: '{{heading}}: esimerkki {{number}}',
  all: 'Kaikki ohjeet',
};
