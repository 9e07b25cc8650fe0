export const visitExport = {
  heading: 'Tietojen vienti',
  lead: 'Kun asiakkuus tai sopimus päättyy, organisaatio voi viedä tapaamisten tiedot, joita ei ole vielä poistettu, omaan järjestelmäänsä yhdessä salatussa tiedostossa. Yksi pääkäyttäjä kertoo, kenen avaimella tiedosto salataan, ja joku toinen hakee tiedoston.',
  key: 'Kenelle tiedosto salataan',
  noKey: 'Avainta ei ole vielä annettu.',
  keySince: 'Tämä julkinen avain annettiin {{date}}:',
  recipient: 'Julkinen avain',
  recipientHint:
    'Alkaa merkeillä age1. Organisaation oma tietohallinto tekee avainparin komennolla age-keygen ja säilyttää yksityisen avaimen.',
  save: 'Ota avain käyttöön',
  saving: 'Tallennetaan…',
  file: 'Salattu tiedosto',
  keyFirst: 'Tiedoston voi hakea, kun avain on annettu.',
  another: 'Sinä annoit avaimen. Tiedoston hakee joku muu pääkäyttäjä tai tietosuojavastaava.',
  fileText:
    'Tiedostossa ovat kaikki tapaamiset, joiden tietoja ei ole vielä poistettu. Lukitut tiedot eivät ole siinä. Sen avaa vain yksityisellä avaimella. Haku kirjataan lokiin. Tiedot poistuvat Tapaamosta silti aikanaan.',
  checkKey: 'Varmista ennen hakua, että yllä oleva avain on organisaatiosi oma.',
  fetch: 'Hae tiedosto',
  fetching: 'Haetaan…',
  fetched: 'Tiedosto {{file}} on haettu.',
};
