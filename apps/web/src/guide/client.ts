import type { Guide } from './guide-text.js';

/** What a client needs to know. */
export const client: Guide = {
  fi: [
    {
      heading: 'Näin tulet tapaamiseen',
      text: [
        'Avaa viestissä saamasi linkki. Sen avaaminen ei vielä tee mitään, joten voit katsoa rauhassa.',
        'Jos sait kutsun paperilla, kuvaa sen QR-koodi puhelimen kameralla tai kirjoita selaimeen paperissa oleva osoite ja sitten tapaamiskoodi.',
        'Paina Jatka. Testaa sitten laitteesi. Voit myös ohittaa testin.',
        'Tunnistaudu, jos palvelu pyytää sitä. Sen jälkeen pääset odotushuoneeseen.',
        'Odotushuoneessa sinun ei tarvitse painaa mitään. Tapaaminen avautuu itsestään, kun sinut otetaan vastaan.',
        'Jos ammattilainen on myöhässä, hän voi kertoa siitä odotushuoneessa. Sinun ei tarvitse tehdä mitään.',
        'Voit joutua odottamaan uudelleen kesken tapaamisen. Se on tavallista, ja sivu kertoo siitä. Pääset takaisin itsestään.',
      ],
    },
    {
      heading: 'Milloin voin tulla?',
      text: [
        'Odotushuone aukeaa noin tuntia ennen sovittua aikaa. Sitä ennen voit jo testata laitteesi: kameran, mikrofonin, kaiuttimen ja yhteyden. Ammattilainen näkee, menikö testi hyvin. Kuvaa ja ääntä ei näe eikä kuule kukaan muu.',
        'Voit silloin myös lisätä tapaamisen kalenteriisi. Sinne tulee vain aika: ei linkkiä eikä sitä, kenet tapaat.',
        'Jos sivu sulkeutuu tai puhelin lukittuu, avaa linkki uudelleen. Paikkasi on tallessa.',
      ],
    },
    {
      heading: 'Pankin sovellus palautti minut eri selaimeen',
      text: [
        'Siirry takaisin selaimeen, jossa avasit linkin. Siellä näkyy luku. Kirjoita se selaimeen, johon palasit, niin ensimmäinen sivu jatkuu itsestään.',
        'Jos et aloittanut tunnistautumista itse, tai joku lähetti sinulle linkin tai kertoo luvun, valitse ”En aloittanut tätä itse”. Silloin kukaan ei saa tunnistautumistasi.',
      ],
    },
    {
      heading: 'En pääse tunnistautumaan',
      text: [
        'Odota hetki ja yritä uudelleen. Jos tunnistuspalvelu ei vastaa lainkaan, sivulle voi tulla painike, jolla odotat ilman tunnistautumista.',
        'Jos painiketta ei ole etkä pääse tunnistautumaan, ota yhteyttä siihen, joka kutsui sinut. Ammattilainen voi antaa sinun odottaa ilman tunnistautumista, ja painike siihen ilmestyy silloin sivusi alkuun itsestään.',
      ],
    },
    {
      heading: 'Kuva tai ääni ei toimi',
      text: [
        'Jos ääni ei kuulu, paina tapaamisessa En kuule mitään tai Minua ei kuulla. Sivu kertoo, missä vika on, ja korjaa sen, jos voi.',
        'Voit testata laitteet vielä odotushuoneessa: paina Testaa laitteesi. Paikkasi on tallessa.',
        'Tarkista, että selain saa käyttää kameraa ja mikrofonia: paina osoiterivin lukkoa tai asetuskuvaketta.',
        'Sulje muut ohjelmat, jotka käyttävät kameraa.',
        'Jos avasit linkin viestisovelluksessa, avaa se Chromessa, Safarissa, Edgessä tai Firefoxissa.',
        'Voit aina jatkaa ilman kameraa tai vain katsoen ja kuunnellen.',
        'Jos yhteytesi on heikko, kuva jää tauolle, jotta ääni kuuluu. Kuva palaa itsestään, kun yhteys paranee. Siirry lähemmäs wifi-laitetta tai sulje muut ohjelmat, jotka käyttävät verkkoa.',
        'Jos et kuule tai et voi puhua, paina Viestit ja kirjoita. Viestejä ei tallenneta.',
        'Puhetta ei muuteta tekstiksi koneella, sillä ääni lähtisi silloin muualle. Jos tarvitset tekstin, pyydä kirjoitustulkki mukaan: hän kirjoittaa Viesteissä kirjain kirjaimelta.',
      ],
    },
    {
      heading: 'Ketkä ovat mukana?',
      text: [
        'Tapaamisessa voi olla myös huoltaja, tulkki tai tukihenkilö. Näet heidän roolinsa, ja ammattilainen ottaa jokaisen vastaan erikseen.',
        'Jos tulkki puhuu omalla kanavallaan, sivulle tulee valinta: puhuja, tulkki tai molemmat. Viittomakielen tulkki pysyy aina näkyvissä. Muun osallistujan saat pysymään näkyvissä kuvan nastasta.',
        'Jos haluat puheenvuoron, paina Nosta käsi. Muut näkevät sen.',
        'Opiskelija voi seurata tapaamista vain, jos annat luvan. Hän katsoo ja kuuntelee, mutta ei näy eikä kuulu. Voit vastata ei, eikä se vaikuta asiaasi. Luvan voi perua milloin tahansa. Alaikäisen puolesta luvan antavat paikalla olevat huoltajat, ja lapsi voi itsekin kieltää.',
      ],
    },
    {
      heading: 'Kun lähdet',
      text: [
        'Jos tunnistauduit, paina Kirjaudu ulos sivun yläreunassa, kun tapaaminen on ohi. Se on tärkeää, jos laitetta käyttää joku muukin.',
        'Jos tunnistuspalvelu kysyy, haluatko kirjautua ulos myös sieltä, vastaa kyllä. Sulje lopuksi selain.',
        'Voit palata tapaamiseen samalla linkillä, kunhan tunnistaudut uudelleen.',
      ],
    },
    {
      heading: 'Joku ei saa nähdä, mitä teen',
      text: [
        'Paina Poistu nopeasti sivun yläreunassa, tai Esc-näppäintä kolme kertaa peräkkäin. Kamera, mikrofoni ja tapaaminen sulkeutuvat heti, ja tilalle tulee aivan toinen sivu. Selaimen takaisin-painike ei tuo tapaamista esiin.',
        'Selaimen historiaan jää kuitenkin, että kävit tällä sivustolla ja ehkä tunnistuspalvelussa, ja tunnistuspalvelu voi muistaa sinut vielä hetken. Saamasi viesti on puhelimessasi, kunnes poistat sen.',
        'Jos joku seuraa laitteesi käyttöä, tule tapaamiseen mieluummin laitteella, johon hän ei pääse. Pääset takaisin samalla linkillä.',
      ],
    },
    {
      heading: 'Mitä tiedoilleni tapahtuu?',
      text: [
        'Nimesi ja mahdolliset yhteystietosi ja henkilötunnuksesi ovat palvelussa vain tätä tapaamista varten. Tunnistautumisesta henkilötunnustasi ei tallenneta, eikä tapaamista nauhoiteta.',
        'Näet joka sivulla, milloin tietosi poistetaan. Kun avaat saman linkin sen jälkeen, näet päivän, jona ne on poistettu.',
        'Jos linkki kertoo, että tietosi on lukittu, ne säilytetään lain tai pyyntösi vuoksi niin, ettei kukaan näe niitä. Kysy silloin lisää organisaatiolta, joka kutsui sinut.',
      ],
    },
  ],
  sv: [
    {
      heading: 'Så kommer du till mötet',
      text: [
        'Öppna länken i meddelandet du har fått. Att öppna den gör ännu ingenting, så du kan titta i lugn och ro.',
        'Om du fick inbjudan på papper, rikta telefonens kamera mot QR-koden eller skriv adressen på pappret i webbläsaren och sedan möteskoden.',
        'Tryck på Fortsätt. Testa sedan dina enheter. Du kan också hoppa över testet.',
        'Identifiera dig om tjänsten ber om det. Sedan kommer du till väntrummet.',
        'I väntrummet behöver du inte trycka på något. Mötet öppnas av sig självt när du tas emot.',
        'Om yrkespersonen är försenad kan det meddelas i väntrummet. Du behöver inte göra någonting.',
        'Du kan behöva vänta på nytt mitt under mötet. Det är vanligt, och sidan berättar om det. Du kommer tillbaka av dig själv.',
      ],
    },
    {
      heading: 'När kan jag komma?',
      text: [
        'Väntrummet öppnar ungefär en timme före den avtalade tiden. Innan dess kan du redan testa dina enheter: kameran, mikrofonen, högtalaren och förbindelsen. Yrkespersonen ser om testet gick bra. Ingen annan ser din bild eller hör ditt ljud.',
        'Då kan du också lägga till mötet i din kalender. Där syns bara tiden: varken länken eller vem du träffar.',
        'Om sidan stängs eller telefonen låses, öppna länken igen. Din plats finns kvar.',
      ],
    },
    {
      heading: 'Bankens app förde mig till en annan webbläsare',
      text: [
        'Gå tillbaka till webbläsaren där du öppnade länken. Där visas ett tal. Skriv det i webbläsaren som du kom till, så fortsätter den första sidan av sig själv.',
        'Om du inte själv började identifieringen, eller om någon skickade en länk till dig eller säger talet, välj ”Jag började inte själv”. Då får ingen din identifiering.',
      ],
    },
    {
      heading: 'Jag kan inte identifiera mig',
      text: [
        'Vänta en stund och försök igen. Om identifieringstjänsten inte alls svarar kan det komma en knapp på sidan med vilken du väntar utan att identifiera dig.',
        'Om knappen inte finns och du inte kan identifiera dig, kontakta den som bjöd in dig. Yrkespersonen kan låta dig vänta utan att identifiera dig, och då kommer knappen för det fram överst på din sida av sig själv.',
      ],
    },
    {
      heading: 'Bilden eller ljudet fungerar inte',
      text: [
        'Om ljudet inte hörs, tryck i mötet på Jag hör inget eller Jag hörs inte. Sidan berättar var felet är och rättar till det om det går.',
        'Du kan testa enheterna ännu i väntrummet: tryck på Testa dina enheter. Din plats finns kvar.',
        'Kontrollera att webbläsaren får använda kameran och mikrofonen: tryck på låset eller inställningsikonen i adressfältet.',
        'Stäng andra program som använder kameran.',
        'Om du öppnade länken i en meddelandeapp, öppna den i Chrome, Safari, Edge eller Firefox.',
        'Du kan alltid fortsätta utan kamera eller bara titta och lyssna.',
        'Om din förbindelse är svag pausas bilden så att ljudet hörs. Bilden kommer tillbaka av sig själv när förbindelsen blir bättre. Gå närmare wifi-enheten eller stäng andra program som använder nätet.',
        'Om du inte hör eller inte kan tala, tryck på Chatt och skriv. Meddelandena sparas inte.',
        'Tal görs inte om till text av en maskin, för då skulle ljudet skickas någon annanstans. Om du behöver text, be att en skrivtolk kommer med: tolken skriver bokstav för bokstav i chatten.',
      ],
    },
    {
      heading: 'Vem är med?',
      text: [
        'I mötet kan också en vårdnadshavare, tolk eller stödperson vara med. Du ser deras roll, och var och en tas emot för sig.',
        'Om tolken talar i en egen kanal får du välja: den som talar, tolken eller båda. En teckenspråkstolk syns alltid. Andra deltagare håller du i bild med nålen i bilden.',
        'Om du vill ha ordet, tryck på Räck upp handen. De andra ser det.',
        'En studerande får följa mötet bara om du ger ditt samtycke. Den studerande ser och lyssnar men varken syns eller hörs. Du kan svara nej, och det påverkar inte ditt ärende. Samtycket kan tas tillbaka när som helst. För en minderårig ger de vårdnadshavare som är på plats sitt samtycke, och barnet kan också själv säga nej.',
      ],
    },
    {
      heading: 'När du går',
      text: [
        'Om du identifierade dig, tryck på Logga ut högst upp på sidan när mötet är slut. Det är viktigt om någon annan också använder enheten.',
        'Om identifieringstjänsten frågar om du vill logga ut också där, svara ja. Stäng till sist webbläsaren.',
        'Du kan komma tillbaka till mötet med samma länk när du identifierar dig på nytt.',
      ],
    },
    {
      heading: 'Någon får inte se vad jag gör',
      text: [
        'Tryck på Lämna snabbt högst upp på sidan, eller på Esc tre gånger i rad. Kameran, mikrofonen och mötet stängs genast, och en helt annan sida kommer i stället. Webbläsarens bakåtknapp tar inte fram mötet.',
        'I webbläsarens historik syns ändå att du har besökt den här webbplatsen och kanske identifieringstjänsten, och identifieringstjänsten kan minnas dig en stund till. Meddelandet du fick finns i telefonen tills du raderar det.',
        'Om någon följer hur du använder enheten, kom hellre till mötet med en enhet som den personen inte kommer åt. Samma länk tar dig tillbaka.',
      ],
    },
    {
      heading: 'Vad händer med mina uppgifter?',
      text: [
        'Ditt namn och din eventuella personbeteckning och dina eventuella kontaktuppgifter finns i tjänsten bara för det här mötet. Av identifieringen sparas ingen personbeteckning, och mötet spelas inte in.',
        'På varje sida ser du när dina uppgifter raderas. När du öppnar samma länk efter det ser du vilken dag de raderades.',
        'Om länken säger att dina uppgifter är låsta bevaras de på grund av lagen eller din begäran så att ingen ser dem. Fråga då mer av organisationen som bjöd in dig.',
      ],
    },
  ],
  en: [
    {
      heading: 'How to come to the visit',
      text: [
        'Open the link in the message you received. Opening it does nothing yet, so you can look around calmly.',
        'If you got the invitation on paper, point the camera of your phone at its QR code, or type the address on the paper into your browser and then the visit code.',
        'Press Continue. Then test your devices. You can also skip the test.',
        'Identify yourself if the service asks for it. After that you come to the waiting room.',
        'In the waiting room you do not need to press anything. The visit opens by itself when you are let in.',
        'If the professional is late, the waiting room may say so. There is nothing you need to do.',
        'You may have to wait again in the middle of the appointment. That is usual, and the page says so. You come back by yourself.',
      ],
    },
    {
      heading: 'When can I come?',
      text: [
        'The waiting room opens about an hour before the agreed time. Before that you can already test your devices: camera, microphone, loudspeaker and connection. The professional sees whether the test went well. Nobody else sees your picture or hears your sound.',
        'You can then also add the visit to your calendar. It gets only the time: neither the link nor whom you meet.',
        'If the page closes or the phone locks, open the link again. Your place is kept.',
      ],
    },
    {
      heading: 'My bank’s app took me to another browser',
      text: [
        'Go back to the browser where you opened the link. It shows a number. Type it in the browser that you came to, and the first page goes on by itself.',
        'If you did not begin identifying yourself, or somebody sent you a link or tells you the number, choose “I did not begin this myself”. Then nobody gets your identification.',
      ],
    },
    {
      heading: 'I cannot identify',
      text: [
        'Wait a moment and try again. If the identification service does not answer at all, a button may come to the page with which you wait without identifying.',
        'If there is no button and you cannot identify, contact whoever invited you. The professional can let you wait without identifying, and then the button for it appears at the top of your page by itself.',
      ],
    },
    {
      heading: 'The picture or sound does not work',
      text: [
        'If there is no sound, press I hear nothing or They don’t hear me in the visit. The page tells where the fault is and mends it if it can.',
        'You can test your devices in the waiting room too: press Test your devices. Your place is kept.',
        'Check that the browser may use the camera and microphone: press the lock or settings icon in the address bar.',
        'Close other programs that use the camera.',
        'If you opened the link inside a message app, open it in Chrome, Safari, Edge or Firefox.',
        'You can always continue without a camera, or only watching and listening.',
        'If your connection is weak, the picture is paused so that the sound is kept. It returns by itself when the connection is better. Move closer to the Wi-Fi or close other programs that use the network.',
        'If you cannot hear or speak, press Messages and write. Messages are not saved.',
        'No machine turns speech into text, because the sound would then be sent elsewhere. If you need text, ask for a speech-to-text interpreter to join: they write letter by letter in Messages.',
      ],
    },
    {
      heading: 'Who takes part?',
      text: [
        'A guardian, an interpreter or a support person may take part, too. You see their role, and each is let in separately.',
        'When an interpreter speaks in a channel of their own, you can choose: the speaker, the interpreter or both. A sign language interpreter always stays in view. The pin on a picture keeps anybody else in view.',
        'If you would like to speak, press Raise hand. The others see it.',
        'A student may follow the visit only if you agree. They look on and listen, and are neither seen nor heard. You can say no; it makes no difference to you. A yes can be taken back at any time. For a minor the guardians who are there agree, and the child can refuse, too.',
      ],
    },
    {
      heading: 'When you leave',
      text: [
        'If you identified yourself, press Sign out at the top of the page when the visit is over. It matters if somebody else uses the device, too.',
        'If the identification service asks whether you want to sign out there, too, answer yes. Then close the browser.',
        'You can come back to the visit with the same link when you identify yourself again.',
      ],
    },
    {
      heading: 'Somebody must not see what I do',
      text: [
        'Press Leave quickly at the top of the page, or Esc three times in a row. Camera, microphone and visit close at once, and a quite different page comes instead. The browser’s back button does not bring the visit up.',
        'The browser’s history still shows that you were on this site, and perhaps at the identification service, which may remember you for a while. The message you got stays in your telephone until you delete it.',
        'If somebody watches how you use your device, come to the visit with one that they cannot reach. The same link brings you back.',
      ],
    },
    {
      heading: 'What happens to my details?',
      text: [
        'Your name, and your contact details and personal identity code if there are any, are in the service for this visit only. No personal identity code is saved from identifying, and the visit is not recorded.',
        'Every page shows when your details will be deleted. When you open the same link after that, you see the day they were deleted.',
        'If the link says that your details are held, they are kept because of the law or your request, where nobody sees them. Then ask the organisation that invited you for more.',
      ],
    },
  ],
};
