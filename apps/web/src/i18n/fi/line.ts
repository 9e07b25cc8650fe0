/** How the line of a meeting is. */
export const line = {
  own: 'Yhteytesi: {{state}}',
  good: 'hyvä',
  weak: 'heikko',
  'very-weak': 'hyvin heikko',
  lost: 'poikki',
  weakHelp:
    'Yhteytesi on heikko. Siirry lähemmäs wifi-laitetta tai sulje muut ohjelmat, jotka käyttävät verkkoa.',
  veryWeakHelp:
    'Yhteytesi on hyvin heikko, ja ääni voi pätkiä. Siirry toiseen paikkaan, vaihda verkkoa tai sulje kamera.',
  soundKept: 'Yhteytesi on heikko. Kuva on tauolla, jotta ääni kuuluu. Se palaa itsestään.',
  ownPictureWaits:
    'Yhteytesi on heikko. Kuvasi on tauolla, jotta äänesi kuuluu muille. Se palaa itsestään.',
  pictureWaits: '{{name}}: kuva on tauolla, jotta ääni kuuluu',
  otherPictureWaits: '{{name}}: yhteys on heikko. Kuva on tauolla, jotta ääni kuuluu.',
  otherSeesNoPicture: '{{name}} ei juuri nyt näe kuvaasi: yhteys on heikko. Äänesi kuuluu hänelle.',
  isWeak: 'heikko yhteys',
  isVeryWeak: 'hyvin heikko yhteys',
  speaks: 'puhuu',
};
