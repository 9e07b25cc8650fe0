import type { Guide } from './guide-text.js';

/** What an admin needs to know. */
export const admin: Guide = {
  fi: [
    {
      heading: 'Seuraa, että tiedot poistuvat',
      text: [
        'Tietojen poistaminen -sivu näyttää, montako tapaamista odottaa poistamista, montako on poistettu ja onko jokin myöhässä. Nimiä ei näy missään.',
        'Kun tapaamisen poistohetki tulee, asiakkaan tiedot ovat heti piilossa kaikilta, vaikka poistaminen itse viipyisi.',
      ],
    },
    {
      heading: 'Jos jokin on myöhässä',
      text: [
        'Ilmoita palvelun ylläpidolle heti. Kerro, montako poistoa on myöhässä, kuinka vanha vanhin on ja milloin viimeisin poistokierros ajettiin.',
        'Poistoja yritetään uudelleen koko ajan. Yhden epäonnistuminen ei estä muita.',
      ],
    },
    {
      heading: 'Jos asiakas kysyy tiedoistaan',
      text: [
        'Asiakas näkee poistopäivän joka sivulla. Poiston jälkeen sama linkki kertoo päivän, jona tiedot poistettiin.',
      ],
    },
    {
      heading: 'Pidä asetukset ajan tasalla',
      text: [
        'Asetuksissa kerrot asiakkaille, kuka heidän tiedoistaan vastaa ja keneltä voi kysyä, ja valitset kielet, lähettäjän nimet, logon ja värin. Sivun lopussa näet, miltä se näyttää asiakkaalle.',
        'Uusi palvelu alkaa valmiista arvoista. Sitä voi varata vasta, kun olet vahvistanut, mihin asiakkaiden asiat kirjataan. Hienovaraisen palvelun viestit eivät kerro, kuka kutsuu.',
      ],
    },
  ],
  sv: [
    {
      heading: 'Följ att uppgifterna raderas',
      text: [
        'Sidan Radering av uppgifter visar hur många möten som väntar på radering, hur många som har raderats och om något är försenat. Inga namn syns någonstans.',
        'När tidpunkten för radering kommer döljs klientens uppgifter genast för alla, även om själva raderingen skulle dröja.',
      ],
    },
    {
      heading: 'Om något är försenat',
      text: [
        'Meddela tjänstens drift genast. Berätta hur många raderingar som är försenade, hur gammal den äldsta är och när den senaste raderingsomgången kördes.',
        'Raderingarna görs om hela tiden. Att en misslyckas hindrar inte de andra.',
      ],
    },
    {
      heading: 'Om en klient frågar om sina uppgifter',
      text: [
        'Klienten ser raderingsdagen på varje sida. Efter raderingen berättar samma länk vilken dag uppgifterna raderades.',
      ],
    },
    {
      heading: 'Håll inställningarna aktuella',
      text: [
        'I inställningarna berättar du för klienterna vem som ansvarar för deras uppgifter och vem de kan fråga, och väljer språk, avsändarnas namn, logotyp och färg. I slutet av sidan ser du hur det ser ut för klienten.',
        'En ny tjänst börjar med färdiga värden. Den kan bokas först när du har bekräftat var klienternas ärenden antecknas. En diskret tjänsts meddelanden berättar inte vem som bjuder in.',
      ],
    },
  ],
  en: [
    {
      heading: 'See that details are deleted',
      text: [
        'The page Deletion of details shows how many visits wait for deletion, how many have been deleted and whether anything is late. No names are shown anywhere.',
        'When a visit’s moment of deletion comes, the client’s details are hidden from everyone at once, even if the deletion itself takes longer.',
      ],
    },
    {
      heading: 'If something is late',
      text: [
        'Tell the operator of the service at once. Say how many deletions are late, how old the oldest is and when the last round of deletions was run.',
        'Deletions are tried again all the time. The failure of one does not stop the others.',
      ],
    },
    {
      heading: 'If a client asks about their details',
      text: [
        'The client sees the day of deletion on every page. After the deletion the same link tells the day on which the details were deleted.',
      ],
    },
    {
      heading: 'Keep the settings up to date',
      text: [
        'In the settings you tell clients who is responsible for their details and whom they can ask, and choose languages, names of senders, logo and colour. At the end of the page you see what it looks like to a client.',
        'A new service begins with ready-made values. It can be booked only after you have confirmed where clients’ matters are recorded. Messages of a discreet service do not tell who invites.',
      ],
    },
  ],
};
