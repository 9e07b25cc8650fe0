import type { Guide } from './guide-text.js';

/** What a professional needs to know. */
export const professional: Guide = {
  fi: [
    {
      heading: 'Varaa tapaaminen',
      text: [
        'Paina Uusi varaus tai näppäintä N. Valitse palvelu, päivä ja kellonaika.',
        'Kirjoita asiakkaan nimi ja puhelinnumero tai sähköpostiosoite. Jos samannimisiä on monta, voit tarkentaa varausta henkilötunnuksella. Muuta asiakkaasta ei voi tallentaa, koska tämä ei ole asiakastietojärjestelmä.',
        'Asiakas saa viestin, jossa on linkki. Viestissä ei kerrota palvelua eikä asiakkaan nimeä.',
        'Jos asiakkaalla ei ole puhelinta eikä sähköpostia, valitse kutsu paperilla. Tulosta kutsu varauksen jälkeen tai tapaamisen sivulta: siinä on QR-koodi ja tapaamiskoodi, mutta ei nimeä. Viestejä ei lähde, joten kerro muutoksista itse. Kun vaihdat linkin, tulosta uusi kutsu.',
      ],
    },
    {
      heading: 'Kalenteri ja haku',
      text: [
        'Varaukset näkyvät päivänä, viikkona tai luettelona. Näkymä muistetaan tällä laitteella, ja osoitteessa näkyy, mitä katsot.',
        'Tee varaus valitsemalla kalenterista vapaa aika tai vetämällä sen yli. Tapaamisen tiedot ja toiminnot aukeavat painamalla tapaamista kalenterissa tai Toiminnot-painiketta luettelossa.',
        'Raidoitettuna näkyy aika, jolloin et tavallisesti työskentele, ja harmaana toisen kalenterisi varaukset. Niihin voi silti varata. Voit katsoa samassa kuvassa, milloin työkaverisi on varattu; syytä siihen ei näy.',
        'Kopioi aloittaa uuden varauksen samalle asiakkaalle. Tarkista aika ennen kuin varaat.',
        'Siirrä tapaaminen vetämällä sitä kalenterissa tai valitsemalla tapaamisen tiedoista Siirrä. Ennen siirtoa näet, mitä asiakkaalle kerrotaan. Jos aika on jo varattu, tapaaminen palaa paikalleen.',
        'Kun perut tapaamisen, valitse syy. Asiakas saa viestin peruutuksesta, mutta syytä hänelle ei kerrota.',
        'Toistuvan tapaamisen varaat valitsemalla lomakkeella Joka viikko tai Joka toinen viikko. Näet sarjan päivät ja pyhät, ja voit jättää päiviä pois. Sarjan jokainen tapaaminen siirretään, perutaan ja poistetaan erikseen.',
        'Etsi varauksia asiakkaan nimellä. Nimen alku riittää, ja etu- ja sukunimi voivat olla kummin päin tahansa.',
        'Pikanäppäimet: N uusi varaus, P päivä, V viikko, L luettelo, T tänään, nuolet vasemmalle ja oikealle, ? kaikki näppäimet. Ne voi ottaa pois käytöstä samasta luettelosta.',
      ],
    },
    {
      heading: 'Muut osallistujat',
      text: [
        'Varaukseen ja tapaamisen sivulla voit lisätä huoltajan, tulkin, tukihenkilön, opiskelijan tai toisen työpaikan ammattilaisen. Jokainen saa oman linkin ja odottaa omalla paikallaan, ja otat heidät vastaan yksi kerrallaan.',
        'Osallistujat näkevät toisistaan vain roolin. Nimet ja yhteystiedot näkyvät sinulle.',
        'Alaikäisen tapaamiseen kutsutaan vähintään yksi huoltaja. Tapaaminen on pidetty myös silloin, kun paikalla oli vain huoltaja, samoin aikuisen edunvalvoja. Jos lapsella ei ole tunnuksia, hän pääsee odottamaan tunnistautumatta, ja valitset, miten varmistit hänen henkilöllisyytensä.',
        'Opiskelija pääsee mukaan vasta, kun asiakas on antanut luvan omalla sivullaan; alaikäisen puolesta kaikki paikalla olevat huoltajat. Lupaa kysytään, kun vastaaja on tunnistettu tai olet ottanut hänet vastaan. Jokaisen kielto on voimassa, kunnes hän itse peruu sen, lapsenkin. Jos lupa perutaan, opiskelija poistuu heti. Opiskelija näkee ja kuulee muut, mutta ei itse näy eikä kuulu.',
        'Valitse Asiakkaalla on turvakielto, niin asiakkaan, huoltajien ja tukihenkilöiden yhteystiedot näkyvät vain sinulle. Viestit lähtevät silti. Jos siirrät tapaamisen toiselle, ne näkyvät hänelle.',
      ],
    },
    {
      heading: 'Ota asiakas vastaan',
      text: [
        'Varauslista näyttää, kuka on saapunut. Avaa tapaaminen painamalla asiakkaan nimeä.',
        'Saapumisilmoitukset-painikkeesta valitset, kuuluuko saapumisesta ääni ja näkyykö ilmoitus myös, kun sivu on taustalla. Ilmoituksessa ei ole asiakkaan nimeä.',
        'Näet, onko asiakas tunnistautunut: Nimi vastaa varausta, Eri nimi kuin varauksella tai Ei tunnistettu. Jos kirjoitit varaukseen henkilötunnuksen, se ratkaisee: Henkilötunnus vastaa varausta tai Eri henkilötunnus kuin varauksella. Näet myös, jos linkillä tunnistautui huoltaja tai tapaamisen toinen osallistuja.',
        'Jos tunnistautuminen palasi toiseen selaimeen eikä sitä vahvistettu siellä, se kerrotaan asiakkaan kohdalla. Asiakas on voinut erehtyä, mutta joku on myös voinut yrittää tunnistautua hänen nimissään: varmista henkilöllisyys itse.',
        'Ilman henkilötunnusta verrataan vain nimeä. Samannimisiä voi olla monta, joten varmista tarvittaessa syntymäaika asiakkaalta. Täysi-ikäinen ei ole alaikäinen asiakas, vaikka nimi olisi sama: silloin lukee Syntymäaika ei sovi varaukseen. Vain nimi vastaa varausta tarkoittaa, ettei nimi riitä, esimerkiksi jos varauksen henkilötunnusta ei voitu verrata. Kirjoita nimi niin kuin se on väestötietojärjestelmässä, å, ä ja ö mukaan lukien. Henkilötunnusta ei näytetä varaamisen jälkeen: siitä näkyy vain syntymäaika, ja voit vaihtaa tai poistaa sen tapaamisen sivulla.',
        'Paina Ota vastaan. Asiakas pääsee tapaamiseen heti, ja samalla liityt itse.',
        'Jos olet myöhässä, valitse tapaamisen sivulla 5, 10, 15 tai 20 minuuttia tai Niin pian kuin voin. Kaikki odotushuoneessa näkevät sen heti omalla kielellään. Ilmoitus poistuu, kun otat asiakkaan vastaan tai aika on kulunut; Niin pian kuin voin poistuu puolessa tunnissa.',
        'Jos useampi odottaa, näet kenen vuoro on. Odottavan paikka säilyy kaksi minuuttia, vaikka hänen yhteytensä katkeaisi; sen jälkeen hän on poissa ja palaa jonon viimeiseksi.',
      ],
    },
    {
      heading: 'Kun asiakas ei pääse tunnistautumaan',
      text: [
        'Jos tunnistuspalvelussa on häiriö, jonka Tapaamo huomaa, asiakas voi itse valita, että odottaa tunnistautumatta. Syy näkyy hänen kohdallaan.',
        'Aina häiriö ei näy Tapaamoon, esimerkiksi kun pankin sivu ei aukea asiakkaan selaimessa. Paina silloin tapaamisen sivulla Anna odottaa tunnistautumatta. Asiakas näkee luvan tunnistautumissivulla hetken kuluttua, tai kun hän avaa linkin uudelleen. Lupa koskee laitetta, jolla sitä ensin käytetään. Jos asiakas vaihtaa laitetta, peru lupa ja anna se uudelleen. Voit perua luvan; joka jo odottaa, jää odottamaan. Jos linkillä odottaa väärä henkilö, vaihda linkki. Lupa päättyy myös, kun otat asiakkaan vastaan, kun hän tunnistautuu tai sulkee tapaamisen laitteeltaan, ja kun vaihdat linkin, henkilötunnuksen tai tapaamisen ajan.',
        'Jos linkillä tunnistautuu viisi kertaa peräkkäin joku muu tai liian heikosti, tunnistautuminen sillä lukitaan puoleksi tunniksi. Varauslistassa lukee silloin Tunnistautuminen on lukittu. Asiakas voi silti odottaa tunnistautumatta. Selvitä, kenellä linkki on, ja paina sitten Salli tunnistautuminen uudelleen tai vaihda linkki.',
        'Kun otat vastaan asiakkaan, jota ei tunnistettu varauksen henkilöksi, kerrot, miten varmistit, kuka hän on, tai että varmistat sen heti tapaamisen alussa. Tee se silloin ennen kuin puhut asioista. Lokiin jää merkintä, ja valinnat lasketaan.',
      ],
    },
    {
      heading: 'Tapaamisen aikana',
      text: [
        'M vaihtaa mikrofonin ja C kameran päälle tai pois. Voit myös jakaa näytön ja vaihtaa laitteita. Kohdasta Laitteet voit sumentaa taustasi: muut eivät silloin näe siitä mitään, ja sumennus tehdään omassa selaimessasi.',
        'Siirrä odotushuoneeseen vie osallistujan pois tapaamisesta. Hän lukee omalla kielellään, että odottaminen ei johdu hänestä, ja pääsee takaisin, kun otat hänet uudelleen vastaan.',
        'Puhu kahden kesken pitää kaikki muut odottamassa, myös tulkin ja työkaverin: he eivät näe, kuule eivätkä voi kirjoittaa. He odottavat, kunnes painat Kutsu muut takaisin, vaikka yhteytesi välillä katkeaisi. Jos olet poissa yli kaksi minuuttia, myös työkaveri voi kutsua muut takaisin.',
        'Linkillä tulleet näkevät ja kuulevat toisensa vain, kun joku teistä ammattilaisista on paikalla. Jos yhteytesi katkeaa, he odottavat kymmenen sekunnin kuluttua kukin erikseen, ja kaikki palaa itsestään kanssasi.',
        'Kutsu mukaan -painikkeesta saat työkaverin mukaan kesken tapaamisen: hän näkee sen heti varauksissaan. Samasta paikasta lisäät huoltajan, tulkin tai muun osallistujan, joka saa oman linkin. Tapaamiseen mahtuu 12 osallistujaa.',
        'H nostaa tai laskee kätesi. Nostetut kädet näkyvät sinulle järjestyksessä, ja voit laskea ne. Tulkki voi puhua kaikille tai omalle kanavalleen, ja jokainen valitsee, kuunteleeko puhujaa, tulkkia vai molempia.',
        'Viestit-painikkeesta voitte kirjoittaa toisillenne. Viestejä ei tallenneta: ne näkyvät vain niille, jotka ovat silloin mukana, ja katoavat tapaamisen päättyessä. Jokainen voi valita, näkyykö hänen tekstinsä muille jo kirjoittaessa. Siitä on apua, jos puhe ei kuulu tai tule. Jos joku tulee mukaan kesken kirjoittamisen, teksti näkyy muille vasta, kun sen lähettää.',
        'Asiakas voi testata laitteensa jo ennen tapaamista. Tulos näkyy varausluettelossa ja tapaamisen sivulla, esimerkiksi Laitteet testattu 24.11.: mikrofonia ei löytynyt.',
        'Jos yhteys katkeaa, se palautuu itsestään. Asiakkaan paikka säilyy, eikä häntä tarvitse ottaa vastaan uudelleen.',
        'Nimen vieressä lukee, jos jonkun yhteys on heikko. Jos yhteys ei riitä kuvaan, kuva jää tauolle, jotta ääni kuuluu, ja palaa itsestään. Näet, kumman yhteydestä on kyse.',
        'Kirjautuminen päättyy viimeistään 12 tunnin kuluttua, mutta käynnissä oleva tapaaminen jatkuu. Kirjaudu silloin uudelleen toisessa välilehdessä.',
        'Päätä tapaaminen kaikilta, kun se on ohi. Sen jälkeen sitä ei voi avata uudelleen.',
        'Päättyneen tapaamisen sivulla näet lopputuloksen: toteutui, asiakas ei saapunut tai peruttu. Se päätellään siitä, mitä tapahtui. Voit korjata lopputuloksen, kunnes tiedot poistetaan, myös sijaisena tai kun tapaaminen on jaettu sinulle. Ensin kirjattu lopputulos näkyy rinnalla. Saapunutta asiakasta ei voi merkitä poissa olleeksi, eikä korjaus siirrä poistopäivää.',
      ],
    },
    {
      heading: 'Työkaverit',
      text: [
        'Tapaamisen sivulla voit jakaa tapaamisen työkaverille. Hän näkee sen, voi ottaa asiakkaan vastaan ja olla mukana, mutta ei voi jakaa tai luovuttaa sitä. Voit lopettaa jaon milloin tahansa.',
        'Voit myös luovuttaa tapaamisen kokonaan. Silloin se siirtyy työkaverille, etkä enää näe sitä. Asiakkaan linkki toimii kuten ennenkin.',
        'Sijaisuudet-sivulla valitset sijaisen lomasi ajaksi. Sijainen näkee niiden päivien tapaamiset viimeisen päivän loppuun asti. Lähiesihenkilö voi valita sijaisen tiiminsä jäsenelle ja näyttää varauslistassa tiimin varaukset.',
      ],
    },
    {
      heading: 'Työajat',
      text: [
        'Työajat-sivulla kerrot tavallisen viikkosi ja päivät, joina olet poissa tai työskentelet muuhun aikaan. Tauko jää kahden työajan väliin. Arkipyhät ovat valmiina.',
        'Kun varaat tapaamisen työajan ulkopuolelle, tauolle tai arkipyhäksi, saat huomautuksen. Varata voi silti.',
        'Työkaverit näkevät, milloin olet vapaa, mutta eivät syytä, miksi et ole. Samoin näet heidän vapaat aikansa, kun varaat tapaamisen, jaat sen tai luovutat sen.',
        'Samalla sivulla voit tehdä linkin, jolla tapaamisesi näkyvät omassa kalenteriohjelmassasi ilman asiakkaan nimeä. Poista linkki, jos se on voinut joutua muille. Linkki lakkaa toimimasta myös, kun muutat kirjautumistapojasi tai kirjaudut ulos kaikkialta muualta.',
        'Jos sinulla on toinen kalenteri, anna samalla sivulla sen ICS-linkki tai kirjaudu sen palvelimelle (CalDAV) sovellussalasanalla. Siitä luetaan vain, milloin olet varattu.',
      ],
    },
    {
      heading: 'Mitä jää jäljelle?',
      text: [
        'Asiakkaan tiedot poistetaan itsestään. Päivä näkyy varauksessa. Tee kirjaukset omaan asiakastietojärjestelmääsi.',
        'Joissakin palveluissa tiedot säilyvät, kunnes asiakkuus päättyy. Kerro silloin päättyneen tapaamisen sivulla, kun asiakkuus on päättynyt: se koskee saman asiakkaan kaikkia tapaamisiasi siinä palvelussa. Varaukset-sivu kysyy sitä puolen vuoden kuluttua tapaamisesta. Viimeistään vuoden kuluttua tiedot poistetaan, kerroit tai et.',
        'Jos tapaamisella on oma tunniste asiakastietojärjestelmässä, kirjoita se viitteeksi varausta tehdessäsi tai tapaamisen sivulla. Viite tulee tositteeseen, ja se poistetaan muiden tietojen mukana.',
        'Kun tapaaminen on päättynyt, sen sivulla on tapaamistosite: ajat, osallistujien roolit, tunnistautuminen ja tulos. Kopioi se asiakkaan asiakirjoihin ennen kuin tiedot poistetaan.',
        'Jos tapaamisen sivulla lukee, että tiedot on lukittu, ne säilytetään lain tai asiakkaan pyynnön vuoksi eikä kukaan näe niitä. Tietosuojavastaava tai pääkäyttäjä kertoo lisää.',
      ],
    },
    {
      heading: 'Oma tili ja kirjautuminen',
      text: [
        'Oma tili aukeaa omasta nimestäsi sivun yläreunassa. Siellä näet, miten ja missä olet kirjautuneena.',
        'Pääsyavain on helpoin ja turvallisin tapa kirjautua. Lisää sellainen joka laitteelle, jolla teet töitä, ja poista kadonneen laitteen avain heti. Muut kirjautumisesi päättyvät silloin.',
        'Säilytä palautuskoodit muualla kuin laitteessa. Jos laite katoaa, kirjaudu koodilla ja ota käyttöön uusi kirjautumistapa. Jos koodejakaan ei ole, pyydä pääkäyttäjältä uusi kutsu.',
        'Saat sähköpostin, kun kirjautumistapojasi muutetaan. Jos et tehnyt muutosta itse, ilmoita heti pääkäyttäjälle.',
      ],
    },
  ],
  sv: [
    {
      heading: 'Boka ett möte',
      text: [
        'Tryck på Ny bokning eller tangenten N. Välj tjänst, dag och klockslag.',
        'Skriv klientens namn och telefonnummer eller e-postadress. Om flera har samma namn kan du precisera bokningen med personbeteckning. Inget annat om klienten kan sparas, eftersom det här inte är ett klientdatasystem.',
        'Klienten får ett meddelande med en länk. I meddelandet nämns varken tjänsten eller klientens namn.',
        'Om klienten varken har telefon eller e-post, välj inbjudan på papper. Skriv ut den efter bokningen eller på mötets sida: den har en QR-kod och en möteskod men inget namn. Inga meddelanden skickas, så berätta själv om ändringar. När du byter länk skriver du ut en ny inbjudan.',
      ],
    },
    {
      heading: 'Kalendern och sökningen',
      text: [
        'Bokningarna visas som en dag, en vecka eller en lista. Vyn sparas på den här enheten, och adressen visar vad du tittar på.',
        'Gör en bokning genom att välja en ledig tid i kalendern eller dra över den. Mötets uppgifter och åtgärder öppnas från mötet i kalendern eller med knappen Åtgärder i listan.',
        'Randig är den tid då du i regel inte arbetar, och grå är bokningarna i din andra kalender. Du kan boka även då. I samma bild kan du se när en kollega är upptagen; varför syns inte.',
        'Kopiera börjar en ny bokning för samma klient. Kontrollera tiden innan du bokar.',
        'Flytta ett möte genom att dra det i kalendern eller genom att välja Flytta bland mötets uppgifter. Före flytten ser du vad klienten får veta. Om tiden redan är bokad går mötet tillbaka till sin plats.',
        'När du avbokar ett möte väljer du en orsak. Klienten får ett meddelande om avbokningen, men inte om orsaken.',
        'Ett möte som upprepas bokar du genom att välja Varje vecka eller Varannan vecka i formuläret. Du ser seriens dagar och helgdagarna och kan lämna bort dagar. Varje möte i serien flyttas, avbokas och raderas för sig.',
        'Sök bokningar med klientens namn. Det räcker med början av namnet, och för- och efternamn kan stå i vilken ordning som helst.',
        'Kortkommandon: N ny bokning, D dag, V vecka, L lista, T i dag, vänster- och högerpil, ? alla tangenter. De kan tas ur bruk i samma lista.',
      ],
    },
    {
      heading: 'Andra deltagare',
      text: [
        'I bokningen och på mötets sida kan du lägga till en vårdnadshavare, tolk, stödperson, studerande eller anställd på en annan arbetsplats. Var och en får en egen länk och väntar på sin egen plats, och du tar emot dem en i taget.',
        'Deltagarna ser bara varandras roll. Namn och kontaktuppgifter visas för dig.',
        'Till en minderårigs möte kallas minst en vårdnadshavare. Mötet har hållits också när bara vårdnadshavaren var på plats, eller en vuxen persons intressebevakare. Om barnet saknar koder får barnet vänta utan identifiering, och du väljer hur du har försäkrat dig om vem det är.',
        'En studerande kommer med först när klienten har gett sitt samtycke på sin egen sida; för en minderårig alla vårdnadshavare som är på plats. Frågan ställs när den som svarar har identifierats eller du har släppt in hen. Var och ens nej gäller tills hen själv tar tillbaka det, också ett barns. Om samtycket tas tillbaka lämnar den studerande mötet genast. Den studerande ser och hör de andra men varken syns eller hörs.',
        'Välj Klienten har spärrmarkering så visas klientens, vårdnadshavarnas och stödpersonernas kontaktuppgifter bara för dig. Meddelanden skickas ändå. Om du överlåter mötet till någon annan visas de för hen.',
      ],
    },
    {
      heading: 'Ta emot klienten',
      text: [
        'Bokningslistan visar vem som har kommit. Öppna mötet genom att trycka på klientens namn.',
        'Med knappen Ankomstaviseringar väljer du om en ankomst hörs och om ett meddelande visas också när sidan är i bakgrunden. Klientens namn finns inte i det.',
        'Du ser om klienten har identifierat sig: Namnet stämmer med bokningen, Annat namn än i bokningen eller Inte identifierad. Om du skrev en personbeteckning i bokningen avgör den: Personbeteckningen stämmer med bokningen eller Annan personbeteckning än i bokningen. Du ser också om en vårdnadshavare eller en annan deltagare i mötet identifierade sig med länken.',
        'Om identifieringen kom tillbaka till en annan webbläsare och inte bekräftades där, står det vid klienten. Klienten kan ha gjort fel, men någon kan också ha försökt identifiera sig i klientens namn: kontrollera själv vem personen är.',
        'Utan personbeteckning jämförs bara namnet. Flera kan ha samma namn, så fråga vid behov klienten om födelsedatum. En myndig person är inte en minderårig klient, även om namnet är detsamma: då står det Födelsedatumet stämmer inte med bokningen. Bara namnet stämmer med bokningen betyder att namnet inte räcker, till exempel om bokningens personbeteckning inte kunde jämföras. Skriv namnet som det är i befolkningsdatasystemet, också å, ä och ö. Personbeteckningen visas inte efter bokningen: av den syns bara födelsedatumet, och du kan byta eller ta bort den på mötets sida.',
        'Tryck på Ta emot. Klienten kommer genast till mötet, och du ansluter samtidigt.',
        'Om du är försenad väljer du på mötets sida 5, 10, 15 eller 20 minuter eller Så snart jag kan. Alla i väntrummet ser det genast på sitt eget språk. Meddelandet försvinner när du tar emot klienten eller när tiden har gått; Så snart jag kan efter en halvtimme.',
        'Om flera väntar ser du vems tur det är. Den som väntar har kvar sin plats i två minuter även om förbindelsen bryts; efter det är hen borta och kommer tillbaka sist i kön.',
      ],
    },
    {
      heading: 'När klienten inte kan identifiera sig',
      text: [
        'Om identifieringstjänsten har en störning som Tapaamo märker kan klienten själv välja att vänta utan att identifiera sig. Orsaken syns vid klienten.',
        'Alla störningar syns inte i Tapaamo, till exempel när bankens sida inte öppnas i klientens webbläsare. Tryck då på Låt vänta utan identifiering på mötets sida. Klienten ser tillståndet på identifieringssidan om en stund, eller när hen öppnar länken på nytt. Tillståndet gäller den enhet som först använder det. Om klienten byter enhet, ta tillbaka tillståndet och ge det på nytt. Du kan ta tillbaka tillståndet; den som redan väntar får vänta kvar. Om fel person väntar med länken, byt länk. Tillståndet upphör också när du tar emot klienten, när hen identifierar sig eller avslutar mötet på sin enhet, och när du byter länk, personbeteckning eller mötets tid.',
        'Om någon annan identifierar sig med länken fem gånger i rad, eller för svagt, låses identifieringen med den i en halv timme. I bokningslistan står då Identifieringen är låst. Klienten kan ändå vänta utan att identifiera sig. Ta reda på vem som har länken och tryck sedan på Tillåt identifiering igen eller byt länk.',
        'När du tar emot en klient som inte identifierats som personen i bokningen berättar du hur du har försäkrat dig om vem hen är. Det antecknas i loggen, och valen räknas.',
      ],
    },
    {
      heading: 'Under mötet',
      text: [
        'M slår på och av mikrofonen och C kameran. Du kan också dela skärm och byta enheter. Under Enheter kan du göra din bakgrund suddig: då ser de andra ingenting av den, och det sker i din egen webbläsare.',
        'Flytta till väntrummet tar en deltagare ut ur mötet. Hen läser på sitt eget språk att det inte beror på hen, och kommer tillbaka när du tar emot hen igen.',
        'Tala på tu man hand låter alla andra vänta, också tolken och kollegan: de varken ser, hör eller kan skriva. De väntar tills du trycker på Kalla tillbaka de andra, även om din förbindelse bryts emellan. Om du är borta i över två minuter kan också en kollega kalla tillbaka de andra.',
        'De som kom med länk ser och hör varandra bara när någon av er anställda är på plats. Om din förbindelse bryts väntar de efter tio sekunder var för sig, och allt kommer tillbaka av sig självt med dig.',
        'Med Bjud in får du med en kollega mitt under mötet: kollegan ser det genast bland sina bokningar. På samma ställe lägger du till en vårdnadshavare, tolk eller annan deltagare, som får en egen länk. Mötet rymmer 12 deltagare.',
        'H räcker upp eller tar ner din hand. Du ser händerna i ordning och kan ta ner dem. Tolken kan tala till alla eller i en egen kanal, och var och en väljer om hen lyssnar på den som talar, tolken eller båda.',
        'Med knappen Chatt kan ni skriva till varandra. Meddelandena sparas inte: bara de som är med då ser dem, och de försvinner när mötet avslutas. Var och en kan välja om texten syns för de andra redan medan man skriver. Det hjälper om man inte hör eller talar. Om någon kommer med medan man skriver syns texten för de andra först när man skickar den.',
        'Klienten kan testa sina enheter redan före mötet. Resultatet syns i bokningslistan och på mötets sida, till exempel Enheterna testade 24.11: ingen mikrofon hittades.',
        'Om förbindelsen bryts återställs den av sig själv. Klientens plats finns kvar, och du behöver inte ta emot klienten på nytt.',
        'Vid namnet står det om någons förbindelse är svag. Om den inte räcker till för bild pausas bilden så att ljudet hörs, och den kommer tillbaka av sig själv. Du ser vems förbindelse det gäller.',
        'Inloggningen upphör senast efter 12 timmar, men ett möte som pågår fortsätter. Logga då in på nytt i en annan flik.',
        'Avsluta mötet för alla när det är över. Efter det kan det inte öppnas igen.',
        'På ett avslutat mötes sida ser du utfallet: mötet hölls, klienten kom inte eller avbokat. Det bestäms av vad som hände. Du kan rätta utfallet tills uppgifterna raderas, också som vikarie eller när mötet har delats med dig. Det som först antecknades syns bredvid. En klient som har kommit kan inte märkas som utebliven, och rättelsen ändrar inte dagen för raderingen.',
      ],
    },
    {
      heading: 'Kolleger',
      text: [
        'På mötets sida kan du dela mötet med en kollega. Kollegan ser det, kan ta emot klienten och vara med, men kan inte dela eller överlåta det. Du kan sluta dela när som helst.',
        'Du kan också överlåta mötet helt. Då övergår det till kollegan, och du ser det inte längre. Klientens länk fungerar som förut.',
        'På sidan Vikariat väljer du en vikarie för din ledighet. Vikarien ser de dagarnas möten till slutet av den sista dagen. En närchef kan välja en vikarie för en medlem i sitt team och visa teamets bokningar i bokningslistan.',
      ],
    },
    {
      heading: 'Arbetstider',
      text: [
        'På sidan Arbetstider anger du din vanliga vecka och de dagar då du är borta eller arbetar på en annan tid. En paus blir mellan två arbetstider. Helgdagarna finns färdigt.',
        'När du bokar ett möte utanför arbetstiden, under en paus eller på en helgdag får du en anmärkning. Du kan ändå boka.',
        'Kollegerna ser när du är ledig, men inte varför du inte är det. På samma sätt ser du deras lediga tider när du bokar, delar eller överlåter ett möte.',
        'På samma sida kan du skapa en länk som visar dina möten i ditt eget kalenderprogram utan klientens namn. Ta bort länken om andra kan ha fått tag i den. Länken slutar också fungera när du ändrar dina inloggningssätt eller loggar ut på alla andra ställen.',
        'Om du har en annan kalender, ange på samma sida dess ICS-länk eller logga in på dess server (CalDAV) med ett applösenord. Bara när du är upptagen läses ur den.',
      ],
    },
    {
      heading: 'Vad blir kvar?',
      text: [
        'Klientens uppgifter raderas av sig själva. Dagen syns i bokningen. Gör anteckningarna i ditt eget klientdatasystem.',
        'I en del tjänster sparas uppgifterna tills klientrelationen upphör. Ange då på det avslutade mötets sida när klientrelationen har upphört: det gäller alla dina möten med samma klient i den tjänsten. Sidan Bokningar frågar om det ett halvår efter mötet. Senast ett år efter mötet raderas uppgifterna, oavsett om du har angett något.',
        'Om mötet har en egen beteckning i klientdatasystemet, skriv den som referens när du bokar eller på mötets sida. Referensen kommer med i intyget och raderas tillsammans med de andra uppgifterna.',
        'När mötet är slut finns ett mötesintyg på dess sida: tider, deltagarnas roller, identifiering och resultat. Kopiera det till klientens handlingar innan uppgifterna raderas.',
        'Om det på mötets sida står att uppgifterna är låsta bevaras de på grund av lagen eller klientens begäran, och ingen ser dem. Dataskyddsombudet eller en huvudanvändare berättar mer.',
      ],
    },
    {
      heading: 'Mitt konto och inloggningen',
      text: [
        'Mitt konto öppnas från ditt eget namn högst upp på sidan. Där ser du hur och var du är inloggad.',
        'En nyckel (passkey) är det lättaste och säkraste sättet att logga in. Lägg till en på varje enhet du arbetar med, och ta genast bort nyckeln till en enhet som försvunnit. Då avslutas dina andra inloggningar.',
        'Förvara återställningskoderna någon annanstans än på enheten. Om enheten försvinner, logga in med en kod och ta ett nytt inloggningssätt i bruk. Om du inte heller har några koder, be huvudanvändaren om en ny inbjudan.',
        'Du får e-post när dina inloggningssätt ändras. Om du inte gjorde ändringen själv, meddela genast huvudanvändaren.',
      ],
    },
  ],
  en: [
    {
      heading: 'Book a visit',
      text: [
        'Press New booking or the N key. Choose the service, the date and the time.',
        'Type the client’s name and phone number or e-mail address. Where several people share a name, you can add a personal identity code. Nothing else about the client can be saved, because this is not a client record system.',
        'The client gets a message with a link. The message names neither the service nor the client.',
        'If the client has neither a phone nor e-mail, choose an invitation on paper. Print it after booking or from the page of the visit: it has a QR code and a visit code but no name. No messages are sent, so tell of changes yourself. When you replace the link, print a new invitation.',
      ],
    },
    {
      heading: 'The calendar and the search',
      text: [
        'Bookings are shown as a day, a week or a list. The view is remembered on this device, and the address tells what you look at.',
        'Make a booking by choosing a free time in the calendar or by dragging over it. What can be done with a visit opens from the visit in the calendar, or with Actions in the list.',
        'Striped are the times in which you do not usually work, and grey is what is in your other calendar. You can book then, too. In the same picture you can see when a colleague is busy; why is not shown.',
        'Copy begins a new booking for the same client. Check the time before you book.',
        'Move a visit by dragging it in the calendar, or with Move among its details. Before it moves you see what the client will be told. If the time is taken, the visit goes back to its place.',
        'When you cancel a visit, choose the reason. The client gets a message about the cancellation, but not the reason.',
        'Book a visit that repeats by choosing Every week or Every two weeks in the form. You see the days of the series and the public holidays, and can leave days out. Each visit of a series is moved, cancelled and deleted alone.',
        'Find bookings by the client’s name. The beginning is enough, and first and last name can stand in any order.',
        'Keyboard shortcuts: N new booking, D day, W week, L list, T today, left and right arrow, ? all keys. They can be turned off in the same list.',
      ],
    },
    {
      heading: 'Other people',
      text: [
        'In the booking and on the page of the visit you can add a guardian, interpreter, support person, student or a professional of another workplace. Each gets a link of their own and waits in a place of their own, and you let them in one by one.',
        'They see of each other only the role. Names and contact details are shown to you.',
        'At least one guardian is asked to the visit of a minor. The visit took place also when only a guardian was there, or a grown-up’s trustee. A child without the means waits unidentified, and you choose how you made sure who they are.',
        'A student joins only after the client has agreed on their own page; for a minor every guardian who is there. They are asked once they are identified or you have let them in. Anybody’s no stands until they take it back, a child’s too. When a yes is taken back, the student leaves at once. A student sees and hears the others and is neither seen nor heard.',
        'Choose The client is under non-disclosure, and contact details of the client, guardians and support persons are shown only to you. Messages are sent all the same. If you hand the visit over, they are shown to whom you hand it.',
      ],
    },
    {
      heading: 'Let the client in',
      text: [
        'The list of bookings shows who has arrived. Open the visit by pressing the client’s name.',
        'The Arrival alerts button lets you choose whether an arrival is heard, and whether a notice is shown also while the page is in the background. It does not name the client.',
        'You see whether the client has identified themselves: Name matches the booking, Different name than in the booking, or Not identified. If you wrote a personal identity code into the booking, it decides: Personal identity code matches the booking, or Different personal identity code than in the booking. You also see if a guardian or another participant of the visit identified with the link.',
        'If the identification came back to another browser and was not confirmed there, it is said beside the client. They may have made a mistake, but somebody may also have tried to identify in their name: check who the person is yourself.',
        'Without a personal identity code only the name is compared. Several people can share a name, so when it matters, ask the client for their date of birth. An adult is not a client who is a minor, even if the name is the same: then it says Date of birth does not fit the booking. Only the name matches the booking means that the name is not enough, for instance if the personal identity code of the booking could not be compared. Write the name as it is in the population information system, å, ä and ö included. The code is not shown after booking: only the date of birth of it is, and you can change or remove it on the visit’s page.',
        'Press Let in. The client comes to the visit at once, and you join at the same time.',
        'If you are late, choose 5, 10, 15 or 20 minutes or As soon as I can on the visit’s page. Everybody in the waiting room sees it at once in their own language. It goes when you let the client in or when the time has passed; As soon as I can goes after half an hour.',
        'If several wait, you see whose turn it is. Their place is kept for two minutes even if their connection is lost; after that they are away, and come back last in turn.',
      ],
    },
    {
      heading: 'When the client cannot identify',
      text: [
        'If the identification service has an outage that Tapaamo notices, the client can choose to wait without identifying. You see why.',
        'Tapaamo does not see every outage, for instance when the bank’s page does not open in the client’s browser. Then press Let wait without identifying on the page of the visit. The client sees the permission on the page where they identify in a moment, or when they open the link again. It is for the device that uses it first. If the client changes devices, take it back and give it anew. You can take it back; whoever waits already goes on waiting. If the wrong person waits by the link, replace the link. It also ends when you let the client in, when they identify or close the visit on their device, and when you replace the link, the personal identity code or the time of the visit.',
        'If somebody else identifies with the link five times in a row, or too weakly, identification with it is locked for half an hour. The list of bookings then says Identification is locked. The client can wait without identifying all the same. Find out who has the link, and then press Allow identification again, or replace the link.',
        'When you let in a client who was not identified as the person of the booking, you say how you made sure who they are. It is noted in the audit log, and choices are counted.',
      ],
    },
    {
      heading: 'During the visit',
      text: [
        'M turns the microphone on and off, C the camera. You can also share your screen and change devices. Under Devices you can blur your background: the others then see nothing of it, and your own browser does it.',
        'Move to the waiting room takes somebody out of the meeting. They read in their own language that it is not because of them, and come back when you let them in again.',
        'Speak alone keeps everybody else waiting, the interpreter and a colleague too: they neither see, hear nor can write. They wait until you press Bring the others back, even if your connection is lost in between. If you are away for over two minutes, a colleague can bring the others back, too.',
        'People who came by a link see and hear each other only while one of you professionals is there. If your connection is lost they wait each for themselves after ten seconds, and everything comes back by itself with you.',
        'With Invite you bring in a colleague in the middle of a visit: they see it among their bookings at once. In the same place you add a guardian, interpreter or anybody else, who gets a link of their own. A visit has room for 12 participants.',
        'H raises or lowers your hand. You see raised hands in order and can lower them. An interpreter can speak to everybody or in a channel of their own, and everybody chooses whether they listen to the speaker, the interpreter or both.',
        'With the Messages button you can write to each other. Messages are not saved: only those present at that moment see them, and they disappear when the visit ends. Everyone can choose whether their text is shown to the others while they type. That helps when somebody cannot hear or speak. If someone joins while one types, the others see the text only once it is sent.',
        'Clients can test their devices before the visit. The result is in the list of bookings and on the page of the visit, for example Devices tested 24.11.: no microphone was found.',
        'If the connection breaks, it comes back by itself. The client’s place is kept, and you need not let them in again.',
        'Beside a name you read if somebody’s connection is weak. If it is too weak for a picture, the picture is paused so that the sound is kept, and returns by itself. You see whose connection it is.',
        'A session ends after 12 hours at the latest, but a visit that is under way goes on. Sign in again in another tab then.',
        'End the visit for everyone when it is over. After that it cannot be opened again.',
        'The page of a visit that is over shows its outcome: it took place, the client did not come, or it was called off. It follows from what happened. You can correct the outcome until its details are deleted, also as a stand-in or when the visit is shared with you. What was recorded first is shown beside it. A client who came cannot be marked absent, and a correction does not move the day of deletion.',
      ],
    },
    {
      heading: 'Colleagues',
      text: [
        'On a visit’s page you can share the visit with a colleague. They see it, can let the client in and take part, but can neither share it nor hand it over. You can end the sharing at any time.',
        'You can also hand the visit over. Then it becomes the colleague’s and you no longer see it. The client’s link works as before.',
        'On the page Stand-ins you choose who stands in for you while you are away. They see the visits of those days until the end of the last day. A team lead can choose a stand-in for a member of the team, and show the team’s bookings in the list.',
      ],
    },
    {
      heading: 'Working hours',
      text: [
        'On the page Working hours you say what your usual week is, and on which days you are away or work at another time. A break is what lies between two working times. Public holidays are there already.',
        'When you book a visit outside your working hours, across a break or on a public holiday, you get a remark. You can book all the same.',
        'Colleagues see when you are free, but not why you are not. In the same way you see their free times when you book, share or hand over a visit.',
        'On the same page you can make a link that shows your visits in your own calendar program, without the client’s name. Remove the link if others may have got hold of it. The link also stops working when you change how you sign in or sign out everywhere else.',
        'If you keep another calendar, give its ICS link on the same page, or sign in to its server (CalDAV) with an app password. Only when you are busy is read of it.',
      ],
    },
    {
      heading: 'What remains?',
      text: [
        'The client’s details are deleted by themselves. The booking shows the day. Make your notes in your own client record system.',
        'In some services the details are kept until the client relationship ends. Then say on the page of a visit that is over when it has ended: that goes for all your visits with the same client in that service. The Bookings page asks half a year after the visit. A year after the visit the details are deleted at the latest, whether you have said anything or not.',
        'If the client record system has a name of its own for the visit, write it as the reference when you book or on the page of the visit. It comes into the receipt and is deleted with the other details.',
        'Once a visit has ended, its page has a visit receipt: times, roles of the participants, identification and outcome. Copy it into the client’s record before the details are deleted.',
        'If the page of a visit says that its details are held, they are kept because of the law or the client’s request, and nobody sees them. The data protection officer or an admin tells you more.',
      ],
    },
    {
      heading: 'Your account and signing in',
      text: [
        'My account opens from your own name at the top of the page. There you see how and where you are signed in.',
        'A passkey is the easiest and safest way to sign in. Add one on each device you work with, and remove the one of a lost device at once. Your other sessions end with it.',
        'Keep the recovery codes somewhere else than on the device. If the device is lost, sign in with a code and set up a new way to sign in. If you have no codes either, ask your admin for a new invitation.',
        'You get an e-mail when your ways to sign in are changed. If it was not you, tell your admin at once.',
      ],
    },
  ],
};
