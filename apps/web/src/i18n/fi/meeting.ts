export const waitingRoom = {
  heading: 'Odotushuone',
  waitingFor: 'Odotat: {{name}}',
  agreed: 'Sovittu aika: {{time}}.',
  automatic:
    'Sinun ei tarvitse painaa mitään. Pääset tapaamiseen heti, kun sinut otetaan vastaan. Pidä tämä sivu auki.',
  toldLater: 'Kenet tapaat, näet, kun sinut on otettu vastaan.',
  delayMinutes:
    'Ammattilainen on myöhässä. Tapaaminen alkaa arviolta klo {{time}}. Pääset sisään heti, kun hän on valmis.',
  delaySoon: 'Tapaaminen viivästyy hieman. Ammattilainen ottaa sinut vastaan niin pian kuin voi.',
  connecting: 'Yhdistetään…',
  connected: 'Olet odotushuoneessa, yhteys toimii.',
  reconnecting: 'Yhteys katkesi. Yhdistetään uudelleen, paikkasi on tallessa.',
  leave: 'Poistu odotushuoneesta',
  elsewhereHeading: 'Tapaaminen on auki toisella laitteella',
  elsewhereText:
    'Voit jatkaa tapaamista tällä laitteella. Toinen laite sulkeutuu silloin tapaamisesta.',
  takeOver: 'Jatka tällä laitteella',
  stoppedHeading: 'Yhteys tapaamiseen päättyi',
  meetingAlone: '{{name}} liittyy pian. Voit odottaa rauhassa.',
  meetingLeft: '{{name}} ei ole juuri nyt tapaamisessa. Voit odottaa rauhassa tai poistua.',
};

export const observer = {
  label: 'Lupa opiskelijalle',
  question: 'Opiskelija haluaisi seurata tapaamistasi. Saako hän?',
  hint: 'Voit vastata ei. Se ei vaikuta asiaasi. Voit myös perua luvan milloin tahansa.',
  yes: 'Kyllä, opiskelija saa seurata',
  no: 'Ei, opiskelija ei saa seurata',
  said_yes: 'Annoit opiskelijalle luvan seurata tapaamista.',
  said_no: 'Opiskelija ei pääse seuraamaan tapaamista.',
  takeBack: 'Peru lupa',
  yesAfterAll: 'Anna sittenkin lupa',
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
  shareScreen: 'Jaa näyttö',
  devices: 'Laitteet',
  closeDevices: 'Valmis',
  deviceNumber: 'Laite {{number}}',
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
  otherLost: '{{name}}: yhteys katkesi. Odotetaan paluuta.',
  isMuted: 'mikrofoni pois päältä',
  soundBlocked: 'Selain ei vielä anna äänen kuulua.',
  listen: 'Kuuntele',
  ownPicture: 'Oma kuvasi',
  ownCameraOff: 'Kamerasi on pois päältä',
};
