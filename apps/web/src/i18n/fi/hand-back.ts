export const handBack = {
  heading: 'Kirjoita luku sivulta, jolla aloitit',
  why: 'Tunnistautuminen palasi eri selaimeen kuin siihen, jossa avasit linkin. Siksi varmistamme, että se sivu on sinun.',
  begun: 'Tunnistautuminen alkoi klo {{time}}: {{browser}}, {{system}}.',
  invites: 'Kutsuja: {{organisation}}.',
  how: 'Jos näet selaimessa, jossa aloitit, vielä pankin tai tunnistuspalvelun sivun, siirry siitä takaisin tai avaa linkkisi siinä selaimessa uudelleen.',
  warningHeading: 'Pysähdy hetkeksi',
  warning:
    'Jatka vain, jos aloitit itse, äsken ja tällä samalla laitteella. Jos joku lähetti sinulle linkin, soittaa sinulle tai kertoo luvun, älä kirjoita sitä. Muuten hän pääsee tapaamiseen sinun nimissäsi.',
  refuse: 'En aloittanut tätä itse',
  number: 'Luku sivulta, jolla aloitit',
  numberHint: 'Kaksi numeroa. Ne näkyvät selaimessa, jossa aloitit. Voit yrittää yhden kerran.',
  numberMissing: 'Kirjoita kaksi numeroa.',
  confirm: 'Vahvista',
  until: 'Vahvista viimeistään klo {{time}}.',
  confirmedHeading: 'Tunnistautuminen on vahvistettu',
  confirmedText:
    'Palaa sivulle, jolla näkyy luku {{number}}. Se jatkuu itsestään. Tämän sivun voit sulkea.',
  confirmedAfter:
    'Jos muutkin käyttävät tätä laitetta, sulje tämän selaimen kaikki ikkunat, kun tapaaminen on ohi. Muuten tunnistuspalvelu voi muistaa sinut tässä selaimessa.',
  signOut: 'Kirjaudu ulos tunnistuspalvelusta',
  refusedHeading: 'Tunnistautumistasi ei annettu kenellekään',
  refusedText: 'Hyvä, että pysähdyit. Ammattilainen näkee, että tunnistautuminen torjuttiin.',
  refusedAdvice:
    'Jos joku pyysi sinua tunnistautumaan, älä jatka hänen kanssaan. Jos olet itse menossa tapaamiseen, avaa linkkisi ja tunnistaudu uudelleen.',
  wrongHeading: 'Luku oli väärä',
  wrongAdvice: 'Jos aloitit itse, palaa sivulle, jolla aloitit, ja tunnistaudu uudelleen.',
  overHeading: 'Täällä ei ole enää vahvistettavaa',
  overText:
    'Jatka siinä selaimessa, jossa avasit linkkisi. Jos tunnistautuminen jäi kesken, aloita se siellä uudelleen.',
  failedHeading: 'Tunnistautumista ei voi vahvistaa',
  away: 'Odotamme tunnistautumistasi. Kun se on valmis, tämä sivu jatkuu itsestään. Jos se jäi kesken, aloita uudelleen.',
  notFinished: 'Tunnistautuminen ei tullut valmiiksi. Voit aloittaa sen uudelleen.',
  refusedElsewhere:
    'Tunnistautumista ei vahvistettu toisessa selaimessa, joten sitä ei käytetä. Voit tunnistautua uudelleen.',
  shownHeading: 'Kirjoita tämä luku toiseen selaimeen',
  shownText:
    'Tunnistauduit, mutta palasit eri selaimeen. Siirry siihen ja kirjoita siellä tämä luku:',
  shownSecret: 'Älä kerro lukua kenellekään.',
  shownAgain: 'Aloita tunnistautuminen uudelleen',
  doneHeading: 'Tunnistautuminen onnistui',
  doneText: 'Siirryt odotushuoneeseen.',
  otherBrowser: 'muu selain',
  android: 'Android-laite',
  ios: 'iPhone tai iPad',
  otherSystem: 'muu laite',
};
