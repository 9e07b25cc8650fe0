export const secondFactor = {
  heading: 'Vahvista kirjautuminen',
  help: 'Avaa todennussovellus puhelimestasi ja kirjoita sen näyttämä koodi. Jos puhelin ei ole mukana, käytä palautuskoodia.',
  code: 'Koodi',
  continue: 'Jatka',
  checking: 'Tarkistetaan…',
  startAgain: 'Aloita alusta',
};

export const invitation = {
  heading: 'Ota tunnus käyttöön',
  invited: '{{organisation}} on kutsunut sinut Tapaamoon.',
  name: 'Nimi',
  email: 'Sähköpostiosoite',
  passwordHeading: '1. Valitse salasana',
  password: 'Salasana',
  passwordHint: 'Vähintään 12 merkkiä. Muutaman sanan lause on hyvä salasana.',
  appHeading: '2. Liitä todennussovellus',
  appHelp:
    'Lue kuva puhelimen todennussovelluksella, esimerkiksi Google Authenticatorilla tai Microsoft Authenticatorilla.',
  picture: 'Todennussovelluksen avain kuvana',
  typeKey: 'Jos et voi lukea kuvaa, kirjoita sovellukseen tämä avain:',
  code: 'Sovelluksen näyttämä koodi',
  codeHint: 'Kuusi numeroa.',
  accept: 'Ota tunnus käyttöön',
  accepting: 'Otetaan käyttöön…',
  codesHeading: 'Säilytä palautuskoodit',
  codesHelp:
    'Tunnus on käytössä. Näillä koodeilla pääset sisään, jos puhelin katoaa. Jokainen kelpaa kerran, eikä niitä näytetä uudelleen. Tulosta ne tai kirjoita ne talteen.',
  codesKept: 'Koodit ovat tallessa, jatka',
  failed: 'Kutsua ei voi käyttää',
  toSignIn: 'Siirry kirjautumiseen',
};
