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
      heading: 'Kutsu ja hallitse henkilöstöä',
      text: [
        'Henkilöstö-sivulla kutsut työntekijän nimellä, sähköpostiosoitteella ja rooleilla. Hän saa linkin, joka on voimassa seitsemän päivää, ja valitsee itse salasanan ja todennussovelluksen. Kukaan muu ei näe niitä.',
        'Monta kerralla kutsut taulukosta: tallenna se CSV-muodossa ja valitse tiedosto. Näet jokaisen rivin ensin. Ketään ei kutsuta ennen kuin kaikki rivit ovat kunnossa.',
        'Jos viesti ei mene perille, avaa kutsutun tiedot: voit lähettää kutsun uudelleen, tehdä linkin itse annettavaksi tai perua kutsun.',
        'Sulje tunnus, kun työntekijä lähtee. Hänen kirjautumisensa ja osuutensa tapaamisissa päättyvät heti. Varaukset jäävät, joten sovi, kuka ne pitää. Viimeistä pääkäyttäjää ei voi sulkea.',
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
      heading: 'Bjud in och sköt om personalen',
      text: [
        'På sidan Personal bjuder du in en medarbetare med namn, e-postadress och roller. Hen får en länk som gäller i sju dagar och väljer själv lösenord och autentiseringsapp. Ingen annan ser dem.',
        'Många på en gång bjuder du in från en tabell: spara den i CSV-format och välj filen. Du ser först varje rad. Ingen bjuds in innan alla rader är i ordning.',
        'Om meddelandet inte kommer fram, öppna den inbjudnas uppgifter: du kan skicka inbjudan på nytt, göra en länk att ge själv eller återkalla inbjudan.',
        'Stäng kontot när en medarbetare slutar. Inloggningarna och delen i möten upphör genast. Bokningarna blir kvar, så kom överens om vem som håller dem. Den sista huvudanvändaren kan inte stängas.',
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
      heading: 'Invite and look after the staff',
      text: [
        'On the page Staff you invite a person by name, e-mail address and roles. They get a link that is valid for seven days, and choose their password and authenticator app themselves. Nobody else sees those.',
        'You invite many at once from a spreadsheet: save it as CSV and choose the file. You see every row first. Nobody is invited until every row is right.',
        'If the message is not delivered, open the invited person’s details: you can send the invitation again, make a link to hand over, or withdraw the invitation.',
        'Close the account when a person leaves. Their being signed in and their part in visits end at once. Bookings stay, so agree on who holds them. The last admin cannot be closed.',
      ],
    },
    {
      heading: 'Keep the settings up to date',
      text: [
        'In the settings you tell clients who is responsible for their details and whom they can ask, and choose languages, names of senders, logo and colour. At the end of the page you see what it looks like to a client.',
        'A new service begins with ready-made values. It can be booked only after you have confirmed where clients’ matters are recorded. Messages of a discreet service do not tell who invites. Its pages tell it once the client has identified themselves with the booked name or has been let in. Of other services anyone who opens the client’s link can read the purpose that you wrote.',
      ],
    },
  ],
};
