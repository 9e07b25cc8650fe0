/** Who of a meeting waits, and who is spoken with alone, for staff. */
export const room = {
  waitsAgain_zero: 'Odottaa uudelleen, siirtyi odotushuoneeseen juuri äsken',
  waitsAgain_one: 'Odottaa uudelleen, siirtyi odotushuoneeseen minuutti sitten',
  waitsAgain_other: 'Odottaa uudelleen, siirtyi odotushuoneeseen {{count}} minuuttia sitten',
  turn: 'Vuorossa {{number}}.',
  lostFor: 'Yhteys katkesi {{seconds}} s sitten. Paikka säilyy.',
  away: 'Poissa: yhteys on ollut poikki yli kaksi minuuttia',
  setApart: 'Odottaa, kunnes muut kutsutaan takaisin',
  sendBack: 'Siirrä odotushuoneeseen',
  sendBackName: 'Siirrä odotushuoneeseen: {{name}}',
  speakAlone: 'Puhu kahden kesken',
  speakAloneName: 'Puhu kahden kesken: {{name}}',
  bringBack: 'Kutsu muut takaisin',
  aloneWith: 'Puhut kahden kesken: {{name}}. Muut odottavat eivätkä näe tai kuule teitä.',
  aloneNotYet: 'Odota vielä hetki: kaikki muut eivät ole vielä odotushuoneessa.',
  aloneAway: 'Puhut kahden kesken: {{name}}. Hän ei ole juuri nyt mukana. Muut odottavat yhä.',
  aloneByOther: '{{by}} puhuu kahden kesken: {{name}}. Muut odottavat eivätkä näe tai kuule heitä.',
  aloneByOtherPlace:
    '{{by}} puhuu hetken kahden kesken. Palaat tapaamiseen itsestään, kun muut kutsutaan takaisin.',
};
