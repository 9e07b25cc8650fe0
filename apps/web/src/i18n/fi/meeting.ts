export const waitingRoom = {
  heading: 'Odotushuone',
  waitingFor: 'Odotat: {{name}}',
  agreed: 'Sovittu aika: {{time}}.',
  automatic:
    'Sinun ei tarvitse painaa mitään. Pääset tapaamiseen heti, kun sinut otetaan vastaan. Pidä tämä sivu auki.',
  testing:
    'Olet yhä odotushuoneessa ja paikkasi on tallessa. Pääset tapaamiseen heti, kun sinut otetaan vastaan, vaikka testi olisi kesken.',
  toldLater: 'Kenet tapaat, näet, kun sinut on otettu vastaan.',
  delayMinutes:
    'Ammattilainen on myöhässä. Tapaaminen alkaa arviolta klo {{time}}. Pääset sisään heti, kun hän on valmis.',
  delaySoon: 'Tapaaminen viivästyy hieman. Ammattilainen ottaa sinut vastaan niin pian kuin voi.',
  delayToldAt: 'Kerrottu klo {{time}}.',
  connecting: 'Yhdistetään…',
  connected: 'Olet odotushuoneessa, yhteys toimii.',
  reconnecting: 'Yhteys katkesi. Yhdistetään uudelleen, paikkasi on tallessa.',
  leave: 'Poistu odotushuoneesta',
  elsewhereHeading: 'Tapaaminen on auki toisella laitteella',
  elsewhereText:
    'Voit jatkaa tapaamista tällä laitteella. Toinen laite sulkeutuu silloin tapaamisesta.',
  heldElsewhereText:
    'Voit jatkaa tällä laitteella, kun tunnistaudut. Jos toinen laite on sinun, voit myös sulkea tapaamisen siinä ja yrittää sitten uudelleen. Jos et tiedä, kenen laite se on, kerro siitä ammattilaiselle.',
  takeOver: 'Jatka tällä laitteella',
  stoppedHeading: 'Yhteys tapaamiseen päättyi',
  meetingAlone: '{{name}} liittyy pian. Voit odottaa rauhassa.',
  meetingLeft: '{{name}} ei ole juuri nyt tapaamisessa. Voit odottaa rauhassa tai poistua.',
  meetingLost:
    '{{name}}: yhteys katkesi. Voit odottaa rauhassa. Tapaaminen jatkuu itsestään, kun yhteys palaa.',
  alone: '{{name}} puhuu nyt kanssasi kahden kesken. Kukaan muu ei näe eikä kuule teitä.',
  'because_sent-back':
    'Sinua pyydettiin odottamaan hetki. Se ei johdu mistään, mitä teit. Pääset takaisin heti, kun sinut otetaan uudelleen vastaan.',
  'because_set-apart':
    'Tapaamisessa puhutaan hetki kahden kesken. Se on tavallista. Pääset takaisin itsestään, kun muut kutsutaan mukaan.',
  becauseUnseen: 'Sillä aikaa et näe etkä kuule muita, eivätkä he sinua. Pidä tämä sivu auki.',
  apart: 'Sillä aikaa muut eivät näe eivätkä kuule sinua etkä sinä heitä, eivätkä viestit kulje.',
};

export const observer = {
  label: 'Lupa opiskelijalle',
  one: {
    question: 'Opiskelija haluaisi seurata tapaamistasi. Saako hän?',
    yes: 'Kyllä, opiskelija saa seurata',
    no: 'Ei, opiskelija ei saa seurata',
    said_yes: 'Annoit opiskelijalle luvan seurata tapaamista.',
    said_no: 'Opiskelija ei pääse seuraamaan tapaamista.',
    takeBack: 'Peru lupa',
    yesAfterAll: 'Anna sittenkin lupa',
  },
  numbered: {
    question: 'Opiskelija {{number}} haluaisi seurata tapaamistasi. Saako hän?',
    yes: 'Kyllä, opiskelija {{number}} saa seurata',
    no: 'Ei, opiskelija {{number}} ei saa seurata',
    said_yes: 'Annoit opiskelijalle {{number}} luvan seurata tapaamista.',
    said_no: 'Opiskelija {{number}} ei pääse seuraamaan tapaamista.',
    takeBack: 'Peru lupa opiskelijalta {{number}}',
    yesAfterAll: 'Anna sittenkin lupa opiskelijalle {{number}}',
  },
  name: 'Opiskelija {{number}}',
  hint: 'Voit vastata ei. Se ei vaikuta asiaasi. Opiskelija vain katsoo ja kuuntelee. Voit myös perua luvan milloin tahansa.',
};

/** A student's own pages. */
export const following = {
  open: 'Seuraat tapaamista opiskelijana. Pääset mukaan, kun asiakkaan puolelta on annettu lupa ja ammattilainen ottaa sinut vastaan.',
  agreed:
    'Sinulla on lupa seurata tapaamista. Pääset mukaan, kun ammattilainen ottaa sinut vastaan.',
  refused:
    'Tällä kertaa et voi seurata tapaamista, koska siihen ei ole lupaa. Se on jokaisen oikeus eikä johdu sinusta. Kiitos, että tulit. Voit poistua odotushuoneesta.',
  putOut:
    'Et ole enää mukana tapaamisessa, koska lupa seurata sitä ei ole juuri nyt voimassa. Se on jokaisen oikeus eikä johdu sinusta. Voit odottaa tai poistua.',
  lookingOn:
    'Seuraat tapaamista opiskelijana: näet ja kuulet muut, mutta oma kuvasi ja äänesi eivät näy eivätkä kuulu. Siksi painikkeita niille ei ole.',
};

export const meeting = {
  label: 'Tapaaminen',
  controls: 'Tapaamisen painikkeet',
  microphone: 'Mikrofoni',
  camera: 'Kamera',
  on: 'päällä',
  off: 'pois',
  shortcut: 'Pikanäppäin {{key}}',
  microphoneTurnedOn: 'Mikrofoni on päällä.',
  microphoneTurnedOff: 'Mikrofoni on pois päältä.',
  cameraTurnedOn: 'Kamera on päällä.',
  cameraTurnedOff: 'Kamera on pois päältä.',
  mutedTalk: 'Puhut, mutta mikrofonisi on pois päältä. Muut eivät kuule sinua.',
  shareScreen: 'Jaa näyttö',
  stopSharing: 'Lopeta jakaminen',
  youShare: 'Näyttösi näkyy nyt muille.',
  devices: 'Laitteet',
  choose_camera: 'Valitse kamera',
  choose_microphone: 'Valitse mikrofoni',
  closeDevices: 'Valmis',
  deviceNumber: 'Laite {{number}}',
  blur: 'Sumenna tausta',
  blurStarting: 'Taustaa sumennetaan. Kuvasi näkyy hetken kuluttua.',
  blurOn: 'Tausta on sumennettu.',
  blurFailed:
    'Taustaa ei voitu sumentaa. Kamerasi on pois päältä, jotta taustasi ei näy. Jos haluat näkyä ilman sumennusta, poista valinta ja laita kamera päälle.',
  leave: 'Poistu',
  connecting: 'Yhdistetään tapaamiseen…',
  lineLost: 'Yhteytesi katkesi. Yhdistetään uudelleen…',
  pathRepairing: 'Kuvan ja äänen yhteys katkesi. Korjataan…',
  microphoneUnsent:
    'Äänesi ei juuri nyt kuulu muille. Ellei tämä korjaannu, sulje mikrofoni ja avaa se uudelleen.',
  cameraUnsent:
    'Kuvasi ei juuri nyt näy muille. Ellei tämä korjaannu, sulje kamera ja avaa se uudelleen.',
  screenUnsent:
    'Näyttösi ei juuri nyt näy muille. Ellei tämä korjaannu, lopeta jakaminen ja jaa näyttö uudelleen.',
  screenOf: '{{name}} jakaa näyttöä',
  pictureOf: 'Kuva: {{name}}',
  cameraIsOff: '{{name}}: kamera ei ole päällä',
  lookingOn: '{{name}} seuraa tapaamista',
  otherLost: '{{name}}: yhteys katkesi. Odotetaan paluuta.',
  isMuted: 'mikrofoni pois päältä',
  soundBlocked: 'Selain ei vielä anna äänen kuulua.',
  listen: 'Kuuntele',
  ownPicture: 'Oma kuvasi',
  ownCameraOff: 'Kamerasi on pois päältä',
};

/** What is written in the meeting. */
export const text = {
  label: 'Viestit',
  close: 'Sulje viestit',
  notKept:
    'Viestejä ei tallenneta. Ne näkyvät vain niille, jotka ovat nyt mukana, ja katoavat, kun tapaaminen päättyy, poistut tai lataat sivun uudelleen.',
  empty: 'Ei vielä viestejä.',
  own: 'Sinä',
  write: 'Kirjoita viesti',
  send: 'Lähetä',
  live: 'Näytä tekstini muille jo kun kirjoitan',
  typing: '{{name}} kirjoittaa:',
  waiting: 'Lähtee, kun muut voivat lukea sen.',
  held: 'Ei lähetetty, koska joku tuli mukaan.',
  sendHeld: 'Lähetä nyt',
  resting: 'Joku tuli mukaan. Tämä teksti näkyy muille vasta, kun lähetät sen.',
  arrived: 'Uusi viesti, {{name}}: {{text}}',
  unread: '{{number}} uutta',
  left: 'Jäljellä {{number}} merkkiä.',
};
