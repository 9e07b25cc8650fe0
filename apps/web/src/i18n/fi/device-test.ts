/** The device test. What stands in several lines is a list of steps. */
export const deviceTest = {
  heading: 'Testaa laitteesi',
  ask: 'Selain kysyy lupaa kameraan ja mikrofoniin. Valitse Salli. Kuvasi ja äänesi käyvät palvelimella ja palaavat vain sinulle: kukaan muu ei näe tai kuule sinua.',
  steps: 'Testin kohdat',
  start: 'Aloita testi',
  continue: 'Jatka',
  withoutCamera: 'Jatka ilman kameraa',
  watchOnly: 'Jatka vain katsoen ja kuunnellen',
  skip: 'Ohita testi',
  opening: 'Avataan kameraa…',
  look: 'Näetkö itsesi?',
  noPicture: 'Kameran kuvaa ei ole.',
  works: 'Toimii',
  fails: 'Ei toimi',
  heard: 'Äänesi kuuluu',
  listening: 'Kuunnellaan…',
  saySomething: 'Sano jotain, esimerkiksi ”Hei”.',
  silent: 'Ääntä ei kuulu',
  silentHelp:
    'Emme kuule ääntäsi. Puhu lähempänä laitetta, ja tarkista, ettei mikrofonia ole mykistetty kuulokkeista tai laitteen kytkimestä.',
  speaker: 'Kaiutin',
  play: 'Soita testiääni',
  didYouHear: 'Kuulitko äänen?',
  heardIt: 'Kuulin',
  didNotHear: 'En kuullut',
  speakerWorks: 'Ääni kuului',
  notHeard:
    'Nosta äänenvoimakkuutta. Tarkista, ettei laite ole äänettömällä eivätkä kuulokkeet ole yhdistettynä. Soita sitten testiääni uudelleen.',
  line: 'Yhteys',
  lineTesting: 'Testataan yhteyttä…',
  lineLater: 'Yhteyttä ei voitu testata juuri nyt. Voit silti jatkaa.',
  lineUntested: 'Ei testattu',
  lineAgain: 'Testaa yhteys uudelleen',
  line_good: 'Yhteys on hyvä',
  line_weak: 'Yhteys on heikko',
  line_poor: 'Yhteys on huono',
  line_failed: 'Yhteyttä ei ole',
  lineHelp_weak:
    'Kuva voi välillä pysähtyä. Siirry lähemmäs reititintä, tai sulje muut ohjelmat ja laitteet, jotka käyttävät nettiä.',
  lineHelp_poor:
    'Yhteys riittää luultavasti vain puheeseen. Siirry lähemmäs reititintä, tai kokeile toista verkkoa, esimerkiksi puhelimen mobiilidataa.',
  lineHelp_failed:
    'Kuva ja ääni eivät kulje tässä verkossa. Kokeile toista verkkoa, esimerkiksi puhelimen mobiilidataa, ja sulje VPN, jos sellainen on päällä.',
  echo: 'Näin muut näkevät sinut',
  echoHeard: 'Kuvasi ja äänesi kulkevat palvelimelle ja takaisin.',
  allWell: 'Kaikki kunnossa',
  allWellText: 'Olet valmis tapaamiseen.',
  allWellSoFar: 'Kamera ja mikrofoni ovat kunnossa',
  notAllWell: 'Tämä kannattaa korjata',
  fault_microphone_refused: 'Salli mikrofoni selaimessa.',
  fault_microphone_missing: 'Mikrofonia ei löytynyt.',
  fault_microphone_broken: 'Mikrofoni ei aukea.',
  fault_microphone_silent: 'Mikrofonista ei kuulu ääntä.',
  'fault_speaker_not-heard': 'Kaiuttimen ääni ei kuulunut.',
  fault_camera_refused: 'Salli kamera selaimessa.',
  fault_camera_missing: 'Kameraa ei löytynyt.',
  fault_camera_broken: 'Kamera ei aukea.',
  fault_connection_weak: 'Yhteys on heikko.',
  fault_connection_poor: 'Yhteys on huono.',
  fault_connection_failed: 'Yhteyttä ei ole.',
  bothRefused: 'Selain ei saanut lupaa kameraan ja mikrofoniin. Näin sallit ne:',
  withoutBoth: 'Voit myös jatkaa ilman niitä.',
  camera_refused: 'Selain ei saanut lupaa kameraan. Näin sallit sen:',
  withoutIt: 'Voit myös jatkaa ilman kameraa.',
  camera_missing:
    'Kameraa ei löytynyt. Tarkista, että se on kytketty. Voit myös jatkaa ilman kameraa.',
  camera_broken:
    'Kamera ei aukea. Ehkä toinen ohjelma käyttää sitä: sulje muut videopuhelut ja yritä uudelleen. Voit myös jatkaa ilman kameraa.',
  microphone_refused: 'Selain ei saanut lupaa mikrofoniin. Näin sallit sen:',
  microphone_missing:
    'Mikrofonia ei löytynyt. Tarkista, että se on kytketty. Voit myös jatkaa ilman sitä.',
  microphone_broken:
    'Mikrofoni ei aukea. Ehkä toinen ohjelma käyttää sitä: sulje muut puhelut ja yritä uudelleen.',
  'steps_chromium-computer':
    'Paina osoiterivin alussa olevaa kuvaketta: siinä on lukko tai kaksi liukusäädintä.\nKytke kamera ja mikrofoni päälle.\nPaina tällä sivulla Yritä uudelleen.',
  'steps_firefox-computer':
    'Paina osoiterivillä yliviivattua kameran tai mikrofonin kuvaketta.\nPoista esto painamalla sen vieressä olevaa rastia.\nPaina tällä sivulla Yritä uudelleen ja valitse Salli.',
  'steps_safari-mac':
    'Valitse näytön ylälaidasta Safari ja sitten Asetukset sivustolle.\nValitse kameran ja mikrofonin kohdalla Salli.\nPaina tällä sivulla Yritä uudelleen.',
  'steps_chromium-android':
    'Paina osoiterivin alussa olevaa kuvaketta.\nValitse Käyttöoikeudet ja salli kamera ja mikrofoni.\nPaina tällä sivulla Yritä uudelleen.',
  'steps_firefox-android':
    'Paina osoiterivin lukkoa.\nSalli kamera ja mikrofoni.\nPaina tällä sivulla Yritä uudelleen.',
  'steps_safari-ios':
    'Paina osoiterivin reunassa olevaa sivun kuvaketta tai kirjaimia aA.\nValitse Sivuston asetukset ja salli kamera ja mikrofoni.\nPaina tällä sivulla Yritä uudelleen.',
  'steps_other-ios':
    'Avaa laitteen Asetukset ja etsi listasta tämä selain.\nKytke kamera ja mikrofoni päälle.\nPalaa tälle sivulle ja paina Yritä uudelleen.',
  'steps_in-app':
    'Tämä sivu on auki sovelluksen sisällä, ja sovellus voi estää kameran.\nPalaa viestiin, paina linkkiä pitkään ja kopioi se.\nAvaa selain, esimerkiksi Chrome tai Safari, ja liitä linkki osoiteriville.',
  steps_unknown:
    'Etsi selaimen asetuksista tämän sivun käyttöoikeudet.\nSalli kamera ja mikrofoni.\nPaina tällä sivulla Yritä uudelleen.',
  system_windows:
    'Jos se ei auta: avaa Windowsin Asetukset, sitten Tietosuoja ja suojaus, ja salli kamera ja mikrofoni.',
  system_mac:
    'Jos se ei auta: avaa Järjestelmäasetukset, sitten Tietosuoja ja suojaus, ja salli kamera ja mikrofoni selaimelle.',
  system_android:
    'Jos se ei auta: avaa laitteen Asetukset, sitten Sovellukset ja selaimesi, ja salli kamera ja mikrofoni.',
  system_ios:
    'Jos se ei auta: avaa laitteen Asetukset, etsi listasta selaimesi, ja salli kamera ja mikrofoni.',
};
