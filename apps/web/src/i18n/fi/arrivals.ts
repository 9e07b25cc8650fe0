export const arrivals = {
  heading: 'Saapumisilmoitukset',
  sound: 'Soita ääni, kun asiakas saapuu',
  noticesText:
    'Voit saada ilmoituksen näytölle myös silloin, kun tämä sivu on taustalla. Ilmoituksessa ei näy asiakkaan nimeä.',
  noticesUnknown: 'Tämä selain ei osaa näyttää ilmoituksia sivun ulkopuolella.',
  noticesOn: 'Näyttöilmoitukset ovat käytössä.',
  noticesRefused:
    'Selain ei anna lupaa ilmoituksiin. Salli ne selaimen asetuksissa ja yritä uudelleen.',
  remembered: 'Valinnat muistetaan tällä laitteella.',
  noticesTurnOn: 'Ota näyttöilmoitukset käyttöön',
  noticesTurnOff: 'Poista näyttöilmoitukset käytöstä',
  notice: 'Joku odottaa',
  noticeTime: 'Saapui klo {{time}}',
};
