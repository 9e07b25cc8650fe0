export const door = {
  leaveQuickly: 'Poistu nopeasti',
  leaveQuicklyHow:
    '”Poistu nopeasti” sulkee tapaamisen heti ja avaa tilalle aivan toisen sivun. Saman tekee Esc-näppäin, kun painat sitä kolme kertaa peräkkäin. Selaimen historia ei tyhjene.',
  welcomeHeading: 'Tervetuloa etätapaamiseen',
  invites: '{{organisation}} kutsuu sinut tapaamiseen. Tapaat: {{professional}}.',
  invitesDiscreetly: 'Sinut on kutsuttu etätapaamiseen.',
  continue: 'Jatka',
  failedHeading: 'Sivua ei voitu avata',
  brokenLinkHeading: 'Linkki ei toimi',
  brokenLinkText: 'Linkki on ehkä vaihdettu uuteen, tai siitä puuttuu loppu.',
  brokenLinkAdvice:
    'Avaa uusin saamasi viesti ja paina linkkiä siinä. Jos se ei auta, pyydä uusi linkki siltä, joka kutsui sinut.',
  noSessionHeading: 'Avaa tapaaminen linkistä',
  noSessionText:
    'Tämä selain ei tunne tapaamistasi. Näin käy esimerkiksi, kun selain vaihtuu kesken.',
  noSessionAdvice: 'Avaa saamasi viesti ja paina linkkiä siinä. Tapaamisesi on tallessa.',
  codeHeading: 'Kirjoita tapaamiskoodi',
  codeText:
    'Koodi on paperikutsussa, jonka sait. Isoilla ja pienillä kirjaimilla tai väliviivoilla ei ole väliä.',
  code: 'Tapaamiskoodi',
  codeHint: '12 merkkiä, esimerkiksi 7KQ2-M9XD-4RTA',
  codeMissing: 'Kirjoita koodi.',
  codeContinue: 'Jatka',
  codeChecking: 'Tarkistetaan…',
  haveCode: 'Minulla on tapaamiskoodi',
  forgettingHeading: 'Tietojasi poistetaan juuri nyt',
  forgettingText:
    'Kukaan ei enää näe niitä. Avaa linkki hetken kuluttua uudelleen, niin näet päivän, jona ne poistettiin.',
  heldHeading: 'Tietosi on lukittu',
  heldText:
    'Tapaaminen on päättynyt. Tietojasi säilytetään niin, ettei kukaan näe niitä, kunnes lukitus päättyy. Kysy lisää organisaatiolta, joka kutsui sinut tapaamiseen.',
  forgottenHeading: 'Tietosi on poistettu {{day}}',
  forgottenText:
    'Tapaamisesta ei ole enää jäljellä mitään, mistä sinut voisi tunnistaa. Sinun ei tarvitse tehdä mitään.',
  serviceClosedHeading: 'Tapaamista ei voi nyt pitää',
  serviceClosedText:
    '{{organisation}} ei juuri nyt käytä tätä etätapaamisten palvelua, joten tapaaminen ei aukea. Linkissäsi tai laitteessasi ei ole vikaa.',
  serviceClosedDiscreetly:
    'Palvelu, johon sinut kutsuttiin, ei ole juuri nyt käytössä, joten tapaaminen ei aukea. Linkissäsi tai laitteessasi ei ole vikaa.',
  serviceClosedContact: 'Kysy, miten tapaaminen järjestetään',
  serviceClosedAsk:
    'Ota yhteyttä siihen, joka kutsui sinut. Hän kertoo, miten tapaaminen järjestetään.',
  endedHeading: 'Tapaaminen on päättynyt',
  endedAt: 'Tapaaminen päättyi {{time}}.',
  cancelledHeading: 'Tapaaminen on peruttu',
  cancelledAt: 'Tapaaminen peruttiin {{time}}.',
  endedText:
    'Voit sulkea sivun. Jos avaat linkin myöhemmin uudelleen, näet, milloin tietosi poistetaan tai on poistettu.',
  browserHeading: 'Tässä selaimessa ei ole kameraa',
  browserText:
    'Viestisovelluksen oma selain ei usein pääse kameraan. Kopioi linkki ja avaa se Chromessa, Safarissa, Edgessä tai Firefoxissa.',
  inAppHeading: 'Avaa linkki selaimessa',
  inAppText:
    'Olet sovelluksen omassa selaimessa, ja se ei usein pääse kameraan. Avaa sama linkki puhelimesi tavallisessa selaimessa.',
  browserHow_ios:
    'Kopioi linkki, avaa Safari ja liitä linkki osoiteriville. Voit myös painaa sovelluksen valikkoa ja valita ”Avaa Safarissa”.',
  browserHow_android:
    'Kopioi linkki, avaa Chrome tai muu selaimesi ja liitä linkki osoiteriville. Voit myös painaa kolmea pistettä ja valita ”Avaa selaimessa”.',
  browserHow_other: 'Kopioi linkki ja liitä se toisen selaimen osoiteriville.',
  copyByHand: 'Kopioi linkki tästä',
  copyLink: 'Kopioi linkki',
  linkCopied: 'Linkki on kopioitu',
  earlyHeading: 'Tulit hyvissä ajoin',
  earlyOpens: 'Odotushuone avautuu {{time}}.',
  earlyVisit: 'Tapaaminen alkaa {{time}}. Tapaat: {{name}}.',
  earlyVisitDiscreetly: 'Tapaaminen alkaa {{time}}.',
  addToCalendar: 'Lisää kalenteriin',
  calendarHoldsLittle:
    'Kalenteriin tulee vain tapaamisen aika, ei linkkiä eikä sitä, kenet tapaat.',
  earlyStay:
    'Voit sulkea sivun ja avata linkin myöhemmin uudelleen. Jos jäät tälle sivulle, se jatkaa itsestään.',
  testDevices: 'Testaa laitteesi',
  testAgain: 'Testaa uudelleen',
  leftHeading: 'Olet poistunut',
  leftText: 'Voit vielä palata niin kauan kuin tapaaminen on auki.',
  closeHere: 'Sulje tapaaminen tältä laitteelta',
  signOut: 'Kirjaudu ulos',
  notSignedOut: 'Et ole vielä kirjautunut ulos',
  signedOutHeading: 'Olet kirjautunut ulos',
  signedOutText: 'Sulje lopuksi selain.',
  signedOutProvider:
    'Tunnistuspalvelu voi vielä muistaa sinut tässä selaimessa. Kun suljet selaimen kaikki ikkunat, se unohtaa sinut.',
  signedOutReturn:
    'Jos tapaaminen on vielä kesken, pääset takaisin linkistä, joka on saamassasi viestissä.',
  sessionOverHeading: 'Et ole enää tapaamisessa tällä laitteella',
  sessionOverText:
    'Olet ehkä kirjautunut ulos toisella välilehdellä tai toisessa palvelussa, johon tunnistauduit. Näin käy myös, kun linkkisi vaihdetaan uuteen.',
  sessionOverAdvice: 'Avaa uusin saamasi viesti, paina linkkiä siinä ja tunnistaudu uudelleen.',
  endedSignOut:
    'Kirjaudu ulos, niin kukaan muu ei pääse tällä laitteella tietoihisi. Jos avaat linkin myöhemmin uudelleen, näet, milloin tietosi poistetaan tai on poistettu.',
  return: 'Palaa tapaamiseen',
};

export const privacy = {
  heading: 'Mitä tiedoillesi tapahtuu?',
  what: '{{organisation}} on tallentanut nimesi ja mahdolliset yhteystietosi ja henkilötunnuksesi tätä tapaamista varten.',
  identification:
    'Kun tunnistaudut, nimeäsi ja tarvittaessa syntymäaikaasi verrataan varaukseen, samoin henkilötunnustasi, jos se on kirjattu varaukseen. Tunnistautumisesta henkilötunnustasi ei tallenneta.',
  whatDiscreetly:
    'Nimesi ja mahdolliset yhteystietosi ja henkilötunnuksesi on tallennettu tätä tapaamista varten.',
  discreet:
    'Kuka tiedoistasi vastaa ja keneltä voit kysyä, näytetään vasta, kun on varmaa, että juuri sinä luet tätä.',
  purpose: 'Mihin tietoja käytetään: {{purpose}}',
  'basis_public-interest': 'Peruste: yleistä etua koskeva tehtävä, joka palvelulla on lain mukaan.',
  'basis_legal-obligation': 'Peruste: laki velvoittaa järjestämään palvelun.',
  basis_consent: 'Peruste: suostumuksesi. Voit perua sen milloin tahansa.',
  basis_contract: 'Peruste: sopimus, joka sinulla on palvelusta.',
  'basis_vital-interest': 'Peruste: hengen tai terveyden suojaaminen.',
  'basis_legitimate-interest':
    'Peruste: oikeutettu etu. Sinulla on oikeus vastustaa tietojesi käsittelyä.',
  contact: 'Yhteyshenkilö',
  officer: 'Tietosuojavastaava',
  rightsContact: 'Tietoja koskeviin pyyntöihin vastaa',
  complaint:
    'Jos tietojasi on mielestäsi käsitelty väärin, voit valittaa tietosuojavaltuutetulle: tietosuoja.fi.',
  notRecorded: 'Tapaamista ei tallenneta, ei kuvaa eikä ääntä.',
  more: 'Lue lisää tiedoistasi',
  controller: 'Tiedoistasi vastaa {{organisation}}. Tapaamo on väline, jolla tapaaminen pidetään.',
  rights:
    'Sinulla on oikeus nähdä tietosi, korjata ne ja pyytää niiden poistamista. Ota yhteyttä: {{organisation}}.',
  noProfile:
    'Sinulle ei tehdä käyttäjätiliä, eikä tämä sivu seuraa sinua. Sivu ei lähetä tietoja muualle.',
};

export const identify = {
  heading: 'Tunnistaudu',
  why: 'Näin {{name}} tietää, että tapaamiseen tulet juuri sinä.',
  whyDiscreetly: 'Näin ammattilainen tietää, että juuri sinä tulet tapaamiseen.',
  how: 'Siirryt Suomi.fi-tunnistukseen. Voit käyttää pankkitunnuksia, mobiilivarmennetta tai varmennekorttia. Sen jälkeen palaat tähän.',
  inShort:
    'Kun tunnistaudut, tietojasi verrataan varaukseen. Tunnistautumisesta henkilötunnustasi ei tallenneta.',
  start: 'Tunnistaudu',
  again: 'Tunnistaudu uudelleen',
  locked:
    'Tällä linkillä on tunnistautunut monta kertaa joku muu, joten tunnistautuminen on lukittu puoleksi tunniksi. Voit odottaa ilman tunnistautumista.',
  waitUnidentified: 'Odota ilman tunnistautumista',
  waitUnidentifiedHint:
    'Jos et nyt voi tunnistautua, voit odottaa ilman tunnistautumista: ammattilainen näkee sen ja päättää, miten varmistaa, kuka olet.',
  waitAllowed:
    'Ammattilainen antaa sinun odottaa ilman tunnistautumista. Hän varmistaa itse, kuka olet. Jos tunnistautuminen onnistuu, tunnistaudu mieluummin.',
  sentBack:
    'Et voi jatkaa tällä laitteella ilman tunnistautumista. Jos et pysty tunnistautumaan, kerro siitä ammattilaiselle.',
  without: 'Jatka ilman tunnistautumista',
  representation:
    'Tunnistautumisen jälkeen siirryt Suomi.fi-valtuuksiin. Valitse siellä lapsi, jonka puolesta tulet tapaamiseen. Ammattilainen näkee, onko sinulla oikeus toimia lapsen puolesta.',
  cancelled: 'Tunnistautuminen keskeytyi. Mitään ei menetetty: voit yrittää uudelleen.',
  failed: 'Tunnistautuminen ei onnistunut. Yritä uudelleen.',
  expired: 'Tunnistautuminen kesti liian kauan tai alkoi toisessa selaimessa. Aloita se uudelleen.',
  'other-device':
    'Tunnistautuminen alkoi toisella laitteella, joten sitä ei hyväksytty. Avaa oma linkkisi ja tunnistaudu samalla laitteella.',
  unavailable: 'Tunnistuspalvelu ei vastaa juuri nyt. Odota hetki ja yritä uudelleen.',
  failedAdvice:
    'Jos sekään ei auta, ota yhteyttä siihen, joka kutsui sinut: ammattilainen voi antaa sinun odottaa ilman tunnistautumista.',
  failedContact: 'Ota yhteyttä',
  outageHeading: 'Tunnistuksessa voi olla häiriö',
  outageSays: 'Tunnistuspalvelu kertoo: {{notice}}',
  outageUnreachable: 'Tunnistuspalvelu ei ole viime minuutteina vastannut.',
  outageAdvice:
    'Voit silti yrittää. Jos tunnistautuminen ei onnistu, odota hetki ja yritä uudelleen.',
  outageContact: 'Jos tapaaminen on jo alkamassa, ota yhteyttä',
};
