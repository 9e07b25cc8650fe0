export const quality = {
  question: 'Miten tapaaminen sujui teknisesti?',
  anonymous: 'Vastausta ei yhdistetä sinuun: se vain lasketaan mukaan.',
  good: 'Hyvin',
  fair: 'Kohtalaisesti',
  poor: 'Huonosti',
  thanks: 'Kiitos vastauksesta!',
};

export const qualityCounts = {
  heading: 'Miten tapaamiset sujuivat',
  lead: 'Näin mukana olleet vastasivat, kun heiltä kysyttiin tapaamisen jälkeen, miten se sujui teknisesti. Luvut näkyvät, kun kuukausi on päättynyt, jottei niistä näe, mitä joku juuri vastasi.',
  none: 'Päättyneiltä kuukausilta ei ole vastauksia.',
  answer: 'Vastaus',
};
