/** What stands on a printed invitation, in the client's language. */
export const printedSheet = {
  heading: 'Kutsu etätapaamiseen',
  when: 'Aika',
  who: 'Kutsuja',
  ways: 'Näin tulet tapaamiseen',
  camera: 'Kuvaa tämä puhelimen tai tabletin kameralla ja avaa linkki.',
  cameraLabel: 'QR-koodi, josta tapaaminen avautuu',
  typing: 'Tai kirjoita selaimen osoiteriville',
  code: 'ja sitten tapaamiskoodi',
  bring: 'Mitä tarvitset',
  device:
    'Puhelin, tabletti tai tietokone, jossa on kamera, mikrofoni ja internetyhteys. Sovellusta tai käyttäjätunnusta et tarvitse.',
  identify_required:
    'Pankkitunnukset, mobiilivarmenne tai varmennekortti: tapaamisessa tunnistaudutaan.',
  identify_offered: 'Pankkitunnukset, mobiilivarmenne tai varmennekortti, jos haluat tunnistautua.',
  early:
    'Voit kokeilla kameraa ja mikrofonia jo nyt. Odotushuone avautuu noin tuntia ennen tapaamista.',
  keepSafe: 'Pidä tämä paperi itselläsi: sillä pääsee sinun tapaamiseesi.',
  ask: 'Jos se katoaa tai et pääse tulemaan, soita {phone}.',
  askInviter: 'Jos se katoaa tai et pääse tulemaan, ota yhteyttä siihen, joka kutsui sinut.',
  gone: 'Tietosi poistetaan palvelusta {time}.',
};

/** The page on which staff open and print an invitation. */
export const sheet = {
  title: 'Kutsu paperilla',
  explain:
    'Tulosteessa on asiakkaan linkki QR-koodina ja tapaamiskoodi, jonka voi kirjoittaa. Nimeä siinä ei ole.',
  secret:
    'Kuka tahansa, jolla tuloste on, pääsee asiakkaan ovelle. Anna se vain asiakkaalle. Avaaminen kirjataan lokiin.',
  open: 'Avaa kutsu',
  opening: 'Avataan…',
  print: 'Tulosta',
  language: 'Tulosteen kieli',
  backToVisit: 'Takaisin tapaamiseen',
  ended: 'Tapaaminen on päättynyt, joten siihen ei enää kutsuta.',
};
