export const holds = {
  heading: 'Lukitut tiedot',
  lead: 'Tästä näet tapaamiset, joiden tiedot on lukittu. Kukaan ei näe lukittuja tietoja, eikä niitä poisteta ennen kuin lukitus päättyy. Sivulla ei ole nimiä.',
  countRequested: 'odottaa vahvistusta',
  countHeld: 'on lukittu',
  countMissed: 'on tarkistamatta ajallaan',
  countReleasing: 'on päättymässä',
  none: 'Mitään ei ole lukittu',
  howTo:
    'Kun päättyneen tapaamisen tiedot pitää lukita, pyydä ammattilaiselta tapaamisen sivun osoite, avaa se ja valitse Pyydä lukitusta.',
  state: {
    requested: 'Odottaa vahvistusta',
    held: 'Lukittu',
    releasing: 'Lukitus päättyy',
  },
  kind: {
    'legal-hold': 'Säilytys lain tai vaateen vuoksi',
    restriction: 'Käsittelyn rajoitus',
  },
  basis: {
    'gdpr-17-3-b': 'tietosuoja-asetus, 17 artiklan 3 kohdan b alakohta',
    'gdpr-17-3-e': 'tietosuoja-asetus, 17 artiklan 3 kohdan e alakohta',
    'gdpr-18-1-a': 'tietosuoja-asetus, 18 artiklan 1 kohdan a alakohta',
    'gdpr-18-1-b': 'tietosuoja-asetus, 18 artiklan 1 kohdan b alakohta',
    'gdpr-18-1-c': 'tietosuoja-asetus, 18 artiklan 1 kohdan c alakohta',
    'gdpr-18-1-d': 'tietosuoja-asetus, 18 artiklan 1 kohdan d alakohta',
  },
  reason: {
    'authority-order': {
      text: 'Laki tai viranomaisen määräys',
      hint: 'Laki, tuomioistuin tai viranomainen velvoittaa säilyttämään tiedot.',
    },
    'legal-claim': {
      text: 'Oikeudellinen vaade',
      hint: 'Tietoja tarvitaan oikeudenkäynnissä tai muussa riidassa.',
    },
    complaint: {
      text: 'Muistutus tai kantelu',
      hint: 'Tapaamisesta on valitettu, ja tietoja tarvitaan asian selvittämiseen.',
    },
    'accuracy-contested': {
      text: 'Asiakas sanoo, että tiedot ovat väärin',
      hint: 'Tiedot ovat lukittuina, kunnes on tarkistettu, pitävätkö ne paikkansa.',
    },
    'unlawful-processing': {
      text: 'Tietoja ei olisi saanut käsitellä, mutta asiakas ei halua niiden poistamista',
      hint: 'Asiakas on pyytänyt rajoittamista poistamisen sijaan.',
    },
    'needed-by-client': {
      text: 'Asiakas tarvitsee tietoja oikeudelliseen vaateeseen',
      hint: 'Organisaatio ei enää tarvitse tietoja, mutta asiakas on pyytänyt säilyttämään ne.',
    },
    objection: {
      text: 'Asiakas vastustaa tietojensa käsittelyä',
      hint: 'Tiedot ovat lukittuina, kunnes on ratkaistu, painavatko organisaation perusteet enemmän.',
    },
    'found-after-restore': {
      text: 'Löytyi, kun tietokanta oli palautettu vanhasta kopiosta',
      hint: 'Tiedot ovat lukittuina. Selvitä viikossa, kuka ne lukitsi ja miksi.',
    },
  },
  fact: {
    kind: 'Laji',
    requested: 'Pyydetty',
    confirmed: 'Vahvistettu',
    reviewBy: 'Tarkistettava viimeistään',
    extensionsLeft: 'Jatkoja jäljellä',
    visit: 'Tapaamisen tunniste',
    onMissed: 'Jos tarkistus jää tekemättä',
  },
  notYet: 'ei vielä',
  daysAgo_zero: 'alle päivä sitten',
  daysAgo_one: '{{count}} päivä sitten',
  daysAgo_other: '{{count}} päivää sitten',
  missed: {
    escalate: 'lukitus jatkuu, ja siitä hälytetään joka päivä',
    release: 'siitä hälytetään {{days}} päivää, ja sitten lukitus päättyy',
  },
  reviewMissed: 'Tarkistus on myöhässä',
  reviewMissedText:
    'Lukitus piti tarkistaa viimeistään {{day}}. Selvitä, tarvitaanko sitä vielä: jatka lukitusta tai päätä se.',
  anotherConfirms:
    'Pyysit tätä itse. Toisen pääkäyttäjän tai tietosuojavastaavan pitää vahvistaa pyyntösi ennen kuin tiedot lukitaan.',
  confirmIfRight:
    'Toinen henkilö on pyytänyt tätä. Tarkista peruste ja vahvista pyyntö, jos se on oikein. Siihen asti tietoja ei ole lukittu.',
  confirm: 'Vahvista lukitus',
  confirmHeading: 'Lukitaanko tiedot?',
  confirmText:
    'Tiedot ovat heti piilossa kaikilta, myös tapaamisen ammattilaiselta, ja säilyvät, kunnes lukitus päättyy. Asiakkaalle ei lähde viestiä.',
  withdraw: 'Peru pyyntö',
  withdrawHeading: 'Perutaanko pyyntö?',
  withdrawText: 'Tietoja ei lukita. Ne poistetaan ajallaan.',
  extend: 'Jatka lukitusta',
  extendHeading: 'Jatketaanko lukitusta?',
  extendText: 'Jatka vain, jos peruste on yhä voimassa. Valitse päivä, jona se taas tarkistetaan.',
  extensionsLeft_one: 'Lukitusta voi jatkaa vielä kerran.',
  extensionsLeft_other: 'Lukitusta voi jatkaa vielä {{count}} kertaa.',
  extendedEnough: 'Tätä lukitusta ei voi enää jatkaa. Päätä se, kun peruste ei enää ole voimassa.',
  release: 'Päätä lukitus',
  releaseHeading: 'Päätetäänkö lukitus?',
  releaseText:
    'Jos tietojen poistopäivä on jo mennyt, ne poistetaan heti seuraavalla poistokierroksella. Muuten ammattilainen näkee ne taas poistopäivään asti.',
  tellFirst:
    'Asiakas pyysi rajoitusta. Lain mukaan hänelle kerrotaan ennen kuin se päättyy. Tapaamo ei lähetä viestiä, joten kerro itse.',
  personTold: 'Asiakkaalle on kerrottu, että rajoitus päättyy',
  releasingText: 'Lukitus päättyy hetken kuluttua.',
  sending: 'Lähetetään…',
  cancel: 'Älä muuta mitään',
  request: 'Pyydä lukitusta',
  requestLead:
    'Kun laki, riita tai asiakkaan pyyntö sitä vaatii, tiedot voi lukita: niitä ei näe kukaan, eikä niitä poisteta.',
  requestHeading: 'Pyydetäänkö tietojen lukitsemista?',
  requestText:
    'Tiedot lukitaan vasta, kun toinen pääkäyttäjä tai tietosuojavastaava vahvistaa pyynnön. Vain päättyneen tapaamisen tiedot voi lukita.',
  requestNoName:
    'Syystä tallentuu vain valintasi. Kirjaa viranomaisen tunnus tai asiakkaan pyyntö organisaation omiin asiakirjoihin.',
  requestSend: 'Lähetä pyyntö',
  requestedHeading: 'Pyyntö odottaa vahvistusta',
  requestedText:
    'Pyydä toista pääkäyttäjää tai tietosuojavastaavaa vahvistamaan se. Siihen asti tietoja ei ole lukittu, ja ne poistetaan, jos niiden poistopäivä tulee.',
  toBoard: 'Lukitut tiedot',
  reasonLabel: 'Lukituksen syy',
  reviewBy: 'Tarkistuspäivä',
  reviewByHint: 'Huomisesta alkaen, enintään {{days}} päivän päähän. Esimerkiksi 14.12.2026.',
  ruleHeading: 'Jos tarkistus jää tekemättä',
  ruleText:
    'Kun tarkistuspäivä on mennyt, se näkyy tällä sivulla, ylläpito saa hälytyksen ja lokiin tulee merkintä joka päivä.',
  ruleLabel: 'Mitä sitten tapahtuu?',
  rule: {
    escalate: {
      text: 'Lukitus jatkuu, kunnes joku päättää siitä',
      hint: 'Hälytys toistuu joka päivä.',
    },
    release: {
      text: 'Lukitus päättyy itsestään',
      hint: 'Näin käy, kun hälytyksiä on tullut {{days}} päivänä. Käsittelyn rajoitus ei pääty itsestään, koska asiakkaalle on kerrottava siitä ensin.',
    },
  },
  ruleFromNow: 'Valinta koskee lukituksia, joita pyydetään tästä lähtien.',
  ruleSave: 'Ota käyttöön',
};
