export const forgetting = {
  heading: 'Tietojen poistaminen',
  lead: 'Tästä näet, että asiakkaiden tiedot poistuvat ajallaan. Sivulla on vain lukumääriä, ei nimiä.',
  noneLate: 'Myöhässä 0: kaikki poistot ovat ajallaan',
  lateLabel_one: '{{count}} poisto on myöhässä',
  lateLabel_other: '{{count}} poistoa on myöhässä',
  lateText:
    'Vanhin on myöhässä: {{age}}. Tiedot ovat jo piilossa kaikilta, mutta niiden poistaminen ei ole edennyt. Ilmoita ylläpidolle heti.',
  failed_one: 'Viime kierroksella yksi poisto epäonnistui. Sitä yritetään uudelleen.',
  failed_other: 'Viime kierroksella {{count}} poistoa epäonnistui. Niitä yritetään uudelleen.',
  remaining_one:
    'Viime kierroksella tuli täyteen määrä, joka kerralla poistetaan. Yksi poisto jäi seuraavalle kierrokselle.',
  remaining_other:
    'Viime kierroksella tuli täyteen määrä, joka kerralla poistetaan. Seuraavalle kierrokselle jäi {{count}} poistoa.',
  lastSweep: 'Viimeisin poistokierros: {{time}}.',
  neverSwept: 'Poistokierrosta ei ole vielä ajettu.',
  dueNext24Hours: 'poistuu vuorokauden kuluessa',
  dueNext31Days: 'poistuu 31 päivän kuluessa',
  dueInAll: 'odottaa poistamista yhteensä',
  held: 'on lukittu, eikä niitä poisteta',
  doneLast24Hours: 'poistettu viimeisen vuorokauden aikana',
  doneInAll: 'poistettu yhteensä',
  pictureHeading: 'Poistot päivittäin',
  pictureText:
    'Pylväät: poistetut ja poistettavat tapaamiset päivittäin. Samat luvut ovat taulukossa kuvan alla.',
  scale_one: 'Asteikon yläpää: {{count}} tapaaminen',
  scale_other: 'Asteikon yläpää: {{count}} tapaamista',
  due: 'Poistettavana',
  done: 'Poistettu',
  day: 'Päivä',
  asTable: 'Näytä taulukkona',
  since: 'Alkaen {{time}}',
  pausedFor: {
    'clock-jumped': 'Syy: palvelimen kello siirtyi yli kymmenen minuuttia.',
    'clock-differs':
      'Syy: palvelimen ja tietokannan kellot poikkeavat toisistaan yli kymmenen minuuttia.',
    'over-forecast': 'Syy: poistettavaa oli yli kolme kertaa enemmän kuin oli tiedossa.',
    operator: 'Syy: ylläpito pysäytti poistamisen.',
  },
  endsHeading: 'Päättyneet päivät',
  endsLead:
    'Kun päivän tiedot on poistettu, päivän avain tuhotaan. Kun avaimen viimeinenkin varmuuskopio on vanhentunut, tietoja ei saa takaisin kukaan.',
  noEnds: 'Yksikään päivä, jolta tietoja poistetaan, ei ole vielä päättynyt.',
  erasedBy: 'Poistettu viimeistään',
  shredded: 'Avain tuhottu',
  unrevivable: 'Ei palautettavissa',
  notYet: 'ei vielä',
  notKnown: 'avainpalvelimen varmuuskopioiden mukaan',
  keysHeading: 'Mitä poistaminen takaa',
  keysLead:
    'Tiedot on salattu päiväavaimilla. Kun päivän viimeinen tapaaminen on poistettu, päivän avain tuhotaan, ja tiedot katoavat myös varmuuskopioista.',
  keysWhere: {
    file: 'Avaimet ovat tämän palvelun omassa kansiossa.',
    transit: 'Avaimet ovat avainpalvelimessa (OpenBao tai Vault).',
    kms: 'Avaimet ovat tämän palvelun omassa kansiossa, jonka avaa vain avainpalvelu AWS KMS.',
  },
  keysGrade: {
    A: 'Taso A: tuhotusta avaimesta ei jää mihinkään kopiota, jolla tiedot voisi avata.',
    B: 'Taso B: tuhotusta avaimesta voi jäädä kopio, mutta se on lukittu toisella avaimella.',
    C: 'Taso C: tuhottu avain kirjoitetaan levyllä yli, mutta levy voi silti säilyttää siitä jälkiä.',
  },
  keysLatency_one: 'Tuhoaminen tulee voimaan päivän kuluttua.',
  keysLatency_other: 'Tuhoaminen tulee voimaan {{count}} päivän kuluttua.',
  keysAtOnce: 'Tuhoaminen tulee voimaan heti.',
  keysEscrow_one:
    'Avaimista on lukittu varmuuskopio, joka säilyy päivän. Sen jälkeen tuhottua ei saa siitä takaisin kukaan.',
  keysEscrow_other:
    'Avaimista on lukittu varmuuskopio, joka säilyy {{count}} päivää. Sen jälkeen tuhottua ei saa siitä takaisin kukaan.',
  keysNoEscrow:
    'Avaimista ei ole varmuuskopiota, josta tuhotun saisi takaisin. Jos avaimet katoavat, kaikkien tulevien tapaamisten tiedot katoavat.',
  keysUnrevivable_one: 'Tuhottua ei saa takaisin kukaan, kun tuhoamisesta on kulunut päivä.',
  keysUnrevivable_other:
    'Tuhottua ei saa takaisin kukaan, kun tuhoamisesta on kulunut {{count}} päivää.',
  keysCaveats: {
    'disk-may-keep':
      'Levy voi säilyttää jälkiä ylikirjoitetusta. Siksi myös avainten yhteinen pääavain vaihdetaan jokaisen tuhoamisen jälkeen.',
    'engine-keeps-snapshots':
      'Avainpalvelimen omissa varmuuskopioissa tuhottu avain säilyy lukittuna, kunnes ne vanhenevat.',
    'service-is-trusted':
      'Avainpalvelu lupaa poistaa avaimensa heti. Sitä ei voi tarkistaa ulkopuolelta.',
  },
};
