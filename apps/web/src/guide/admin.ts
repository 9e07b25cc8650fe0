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
        'Jos asiakas pyytää tietojensa poistamista heti tai peruu suostumuksensa, pyydä ammattilaiselta tapaamisen sivun osoite, avaa se ja valitse Poista tapaaminen nyt. Tietoja et näe. Tietosuojavastaava voi tehdä saman. Asiakkaalle ei lähde viestiä, joten kertokaa hänelle itse.',
      ],
    },
    {
      heading: 'Lukitse tiedot, kun ne täytyy säilyttää',
      text: [
        'Joskus tietoja ei saa poistaa: laki, viranomainen, riita tai muistutus vaatii ne talteen, tai asiakas pyytää rajoittamaan tietojensa käsittelyä. Pyydä ammattilaiselta päättyneen tapaamisen sivun osoite, avaa se ja valitse Pyydä lukitusta. Valitse syy ja päivä, jona lukitus tarkistetaan, enintään 90 päivän päähän. Jokaisessa syyssä lukee, mihin tietosuoja-asetuksen kohtaan se perustuu.',
        'Toinen pääkäyttäjä tai tietosuojavastaava vahvistaa pyynnön sivulla Lukitut tiedot. Siihen asti mitään ei ole lukittu, ja tiedot poistetaan, jos niiden poistopäivä tulee. Vahvistamisen jälkeen kukaan ei näe tietoja, ei myöskään tapaamisen ammattilainen, eikä niitä poisteta. Asiakkaan linkki kertoo hänelle, että tiedot on lukittu. Syystä tallentuu vain valintasi, joten kirjaa viranomaisen tunnus tai asiakkaan pyyntö omiin asiakirjoihinne.',
        'Kun tarkistuspäivä tulee, jatka lukitusta tai päätä se. Jatkaa voi kolme kertaa. Jos rajoitusta pyysi asiakas, kerro hänelle ensin, että se päättyy. Jos tietojen poistopäivä on jo mennyt, ne poistetaan heti seuraavalla kierroksella.',
        'Jos tarkistus jää tekemättä, sivu kertoo sen, ja siitä hälytetään joka päivä. Samalla sivulla valitset, jatkuuko lukitus silloin vai päättyykö se itsestään, kun hälytyksiä on tullut 14 päivänä. Käsittelyn rajoitus ei koskaan pääty itsestään.',
      ],
    },
    {
      heading: 'Tunnistamatta vastaan otetut',
      text: [
        'Tilastot-sivulla näet, kuinka usein joku on otettu vastaan, vaikka häntä ei tunnistettu varauksen henkilöksi, ja millä syyllä. Alle viiden määriä ei näytetä tarkasti. Jos määrä kasvaa, selvitä palvelun kanssa, miksi: syynä voi olla tunnistuspalvelun häiriö tai nimien kirjoitustapa.',
      ],
    },
    {
      heading: 'Miten tapaamiset sujuvat',
      text: [
        'Tapaamisen jälkeen mukana olleilta kysytään, sujuiko se teknisesti hyvin, kohtalaisesti vai huonosti. Vastaus vain lasketaan: kukaan ei näe, kuka vastasi mitä. Tilastot-sivulla näet päättyneiden kuukausien vastaukset palveluittain. Alle viiden määriä ei näytetä tarkasti.',
      ],
    },
    {
      heading: 'Kutsu ja hallitse henkilöstöä',
      text: [
        'Henkilöstö-sivulla kutsut työntekijän nimellä, sähköpostiosoitteella ja rooleilla. Hän saa linkin, joka on voimassa seitsemän päivää, ja ottaa itse käyttöön joko pääsyavaimen tai salasanan ja todennussovelluksen. Kukaan muu ei näe niitä.',
        'Monta kerralla kutsut taulukosta: tallenna se CSV-muodossa ja valitse tiedosto. Näet jokaisen rivin ensin. Ketään ei kutsuta ennen kuin kaikki rivit ovat kunnossa.',
        'Jos viesti ei mene perille, avaa kutsutun tiedot: voit lähettää kutsun uudelleen, tehdä linkin itse annettavaksi tai perua kutsun.',
        'Sulje tunnus, kun työntekijä lähtee. Hänen kirjautumisensa ja osuutensa tapaamisissa päättyvät heti. Varaukset jäävät, joten sovi, kuka ne pitää. Viimeistä pääkäyttäjää ei voi sulkea.',
        'Jos työntekijä on menettänyt kaikki kirjautumistapansa, nollaa ne. Varmista ensin, että pyyntö tulee häneltä itseltään.',
        'Itsellesi et voi lisätä rooleja, tiimin vetämistä tai sijaisuutta: ne antaa toinen pääkäyttäjä. Jos olet ainoa, kutsu ensin toinen. Muut pääkäyttäjät ja tietosuojavastaavat saavat kutsuista sähköpostia.',
      ],
    },
    {
      heading: 'Tiimit ja lähtevät työntekijät',
      text: [
        'Henkilöstö-sivulta pääset tiimeihin. Valitse jäsenet ja se, kuka tiimiä vetää. Vetäjä tarvitsee myös lähiesihenkilön roolin. Hän näkee jäsentensä varaukset heti, ja muutos toimii heti myös toiseen suuntaan.',
        'Kun työntekijä lähtee, luovuta hänen tulevat tapaamisensa toiselle hänen sivultaan ennen kuin suljet tunnuksen. Näet, montako siirtyi ja mitkä ajat eivät sopineet. Asiakkaiden nimiä et näe.',
        'Henkilöstö-sivulta pääset myös sijaisuuksiin, joissa voit valita sijaisen kenelle tahansa.',
      ],
    },
    {
      heading: 'Pidä asetukset ajan tasalla',
      text: [
        'Asetuksissa kerrot asiakkaille, kuka heidän tiedoistaan vastaa ja keneltä voi kysyä, ja valitset kielet, lähettäjän nimet, logon ja värin. Sivun lopussa näet, miltä se näyttää asiakkaalle.',
        'Uusi palvelu alkaa valmiista arvoista. Sitä voi varata vasta, kun olet vahvistanut, mihin asiakkaiden asiat kirjataan. Huomaamattoman palvelun viestit eivät kerro, kuka kutsuu.',
      ],
    },
    {
      heading: 'Viestien tekstit',
      text: [
        'Asetusten Viestit-sivulla muokkaat kutsun, uuden ajan, peruutuksen, muistutuksen ja "voit tulla nyt" -viestin tekstejä, tekstiviestille ja sähköpostille erikseen ja joka kielellä. Viestin kohdat, kuten ajan ja linkin, lisäät painikkeilla. Esimerkki näyttää, miltä viesti näyttää perillä, myös kun asiakas saa organisaation kaikki kielet samassa viestissä, ja laskuri, montako tekstiviestiä se on.',
        'Aaltosulkeissa olevat kohdat Tapaamo täyttää. Asiakkaan ja palvelun nimelle ei ole kohtaa, eikä tekstiin voi kirjoittaa palvelun nimeä tai muita osoitteita kuin asiakkaan oman linkin. Huomaamattomien palvelujen viesteissä on aina Tapaamon neutraali teksti.',
        'Tekstiviestistä näkyy, menikö se perille ja jos ei, miksi. Sähköpostista tiedetään vain, että postipalvelin otti sen vastaan.',
      ],
    },
    {
      heading: 'Kirjautuminen organisaation omilla tunnuksilla',
      text: [
        'Asetusten Kirjautuminen-sivulla on kaksi osoitetta. Anna paluuosoite kirjautumispalvelulle sellaisenaan. Henkilöstö kirjautuu organisaatiosi omalta kirjautumissivulta. Kun palvelun ylläpito on liittänyt sähköpostinne verkkotunnuksen organisaatioosi, riittää myös sähköpostiosoite etusivulla.',
        'Entra ID: tee sovelluksen rekisteröinti, jonka tuetut tilityypit ovat vain oma organisaatio. Lisää paluuosoite alustalle Web ja luo asiakassalaisuus. Osoite (issuer) on https://login.microsoftonline.com/vuokraajan-tunnus/v2.0. Valitse osoitteelle preferred_username ja merkitse osoitteet tarkistetuiksi. Ryhmät ovat tiedossa groups (ryhmän tunnus) tai roles (sovelluksen rooli).',
        'Keycloak: tee alueelle (realm) asiakas, jossa Client authentication on päällä ja Standard flow valittu. Osoite on https://palvelin/realms/alue. Osoite tulee tiedosta email, ja Keycloak kertoo itse, onko se tarkistettu. Ryhmät saat lisäämällä Group Membership -kartoituksen tietoon groups.',
        'ADFS: tee sovellusryhmä Server application accessing a web API ja luo jaettu salaisuus. Osoite on https://adfs.kunta.fi/adfs. Valitse osoitteelle upn ja merkitse osoitteet tarkistetuiksi. Jos ADFS on vain sisäverkossa, palvelun ylläpito sallii sen ensin.',
        'Kun joku kirjautuu näin ensimmäisen kerran, hänen tunnuksensa Tapaamossa liitetään häneen pysyvästi: osoitteen vaihtuminen ei siirrä tunnusta toiselle. Jos henkilön tunnus organisaatiossa on tehty uudelleen, nollaa hänen kirjautumisensa Tapaamossa. Salaisuus vanhenee kirjautumispalvelussa: uusi se ajoissa.',
        'Kun kirjautuminen toimii, voit rajata henkilöstön kirjautumaan vain sillä. Valitse samalla pääkäyttäjät, jotka pääsevät sisään omalla pääsyavaimellaan tai salasanallaan myös häiriön aikana: ainakin yhden on päästävä. Kutsutut ohjataan silloin suoraan organisaation kirjautumiseen.',
      ],
    },
    {
      heading: 'Jos joku ei pääse enää sisään',
      text: [
        'Henkilö, jolla on palautuskoodeja, pääsee sisään niillä. Jos kaikki on kadonnut, nollaa hänen kirjautumisensa: hänen kirjautumistapansa poistuvat, avoimet kirjautumiset päättyvät ja hän saa sähköpostiinsa uuden kutsun.',
        'Varmista ensin, että pyyntö tulee häneltä itseltään, esimerkiksi soittamalla. Omaa kirjautumistaan ei voi nollata itse.',
      ],
    },
    {
      heading: 'Ilmoitukset asiakastietojärjestelmään',
      text: [
        'Asetusten Asiakastietojärjestelmä-sivulla annat osoitteen, johon päättyneistä ja perutuista tapaamisista kerrotaan. Palvelun ylläpito sallii palvelimen ensin. Osoitteen polku säilytetään kuten salaisuus. Asiakkaan nimeä ja yhteystietoja ei lähetetä, vain tunnisteet, ajat, roolit, tunnistautuminen ja tulos.',
        'Jos valitset, että myös varauksista ja siirroista kerrotaan, järjestelmän kalenteri seuraa sitä, mitä ammattilaiset tekevät täällä. Myös muutoksista, jotka järjestelmä teki itse rajapinnassa, kerrotaan. Jos järjestelmä oli poissa, se saa vain viimeisimmän tilan.',
        'Ilmoitukset noudattavat Standard Webhooks -muotoa: vastaanottaja tarkistaa otsakkeen webhook-signature salaisuudella, joka näytetään kerran. Kun vaihdat salaisuuden, molemmat kelpaavat viikon. Samaa ilmoitusta voidaan yrittää monta kertaa. Sama webhook-id tarkoittaa aina samaa sisältöä. Korjatussa tiedossa on sama visitId ja suurempi version.',
        'Rajapinnan avaimet -sivulla teet avaimen, jolla järjestelmä voi itse varata, siirtää ja perua tapaamisia. Anna avaimelle vain ne oikeudet, jotka järjestelmä tarvitsee. Avain näytetään kerran. Jos se on voinut joutua muille, poista se käytöstä heti: se lakkaa toimimasta samalla hetkellä.',
        'FHIR-palvelimeen tallennetaan Encounter, jonka tunniste on tapaamisen oma. Korjaus tallennetaan samaan paikkaan.',
        'Tositteen lähettämistä yritetään, kunnes järjestelmä ottaa sen vastaan. Tietojen poistaminen ei odota sitä: jos tosite on silloin lähettämättä, sitä ei enää ole. Seuraa siksi odottavien määrää.',
      ],
    },
    {
      heading: 'Tietojen vienti omaan järjestelmään',
      text: [
        'Asetusten Tietojen vienti -sivulla annat julkisen avaimen, jolla vietävä tiedosto salataan. Avainparin tekee organisaation oma tietohallinto komennolla age-keygen, ja yksityinen avain jää sille. Tapaamo ei voi avata tiedostoa.',
        'Kaikki poistamattomat tapaamiset hakee tiedostoon toinen pääkäyttäjä tai tietosuojavastaava, ei se, joka antoi avaimen. Hae tiedosto ennen kuin sopimus päättyy: sen jälkeen tietoja ei ole.',
        'Kun ammattilainen kertoo, että asiakkuus on päättynyt, hän voi hakea ensin asiakkaan tapaamiset samalla avaimella salattuna. Jokainen haku näkyy lokissa. Tiedot poistuvat Tapaamosta ajallaan, vaikka ne on viety.',
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
        'Om klienten ber att uppgifterna raderas genast eller återkallar sitt samtycke, be den anställda om adressen till mötets sida, öppna den och välj Radera mötet nu. Du ser inga uppgifter. Dataskyddsombudet kan göra detsamma. Inget meddelande skickas till klienten, så berätta det själva.',
      ],
    },
    {
      heading: 'Lås uppgifterna när de måste bevaras',
      text: [
        'Ibland får uppgifter inte raderas: lagen, en myndighet, en tvist eller en anmärkning kräver att de bevaras, eller klienten ber att behandlingen av uppgifterna begränsas. Be yrkespersonen om adressen till det avslutade mötets sida, öppna den och välj Begär lås. Välj orsaken och dagen då låset granskas, högst 90 dagar framåt. Vid varje orsak står vilken punkt i dataskyddsförordningen den grundar sig på.',
        'En annan huvudanvändare eller ett dataskyddsombud bekräftar begäran på sidan Låsta uppgifter. Innan dess är inget låst, och uppgifterna raderas om deras raderingsdag kommer. Från och med bekräftelsen ser ingen uppgifterna, inte heller mötets yrkesperson, och de raderas inte. Klientens länk berättar för klienten att uppgifterna är låsta. Av orsaken sparas bara ditt val, så anteckna myndighetens beteckning eller klientens begäran i era egna handlingar.',
        'När granskningsdagen kommer, förläng låset eller avsluta det. Det kan förlängas tre gånger. Om klienten bad om begränsningen, berätta först för klienten att den upphör. Om uppgifternas raderingsdag redan har passerat raderas de genast i nästa omgång.',
        'Om granskningen uteblir berättar sidan det, och det larmas varje dag. På samma sida väljer du om låset då fortsätter eller upphör av sig självt när det har larmats i 14 dagar. En begränsning av behandling upphör aldrig av sig själv.',
      ],
    },
    {
      heading: 'De som tagits emot utan identifiering',
      text: [
        'På sidan Statistik ser du hur ofta någon har tagits emot fastän hen inte identifierats som personen i bokningen, och av vilken orsak. Antal under fem visas inte exakt. Om antalet växer, ta reda på varför med tjänsten: orsaken kan vara en störning i identifieringstjänsten eller hur namn skrivs.',
      ],
    },
    {
      heading: 'Hur mötena fungerar',
      text: [
        'Efter mötet får de som var med frågan om det fungerade tekniskt bra, någorlunda eller dåligt. Svaret bara räknas: ingen ser vem som svarade vad. På sidan Statistik ser du svaren för månader som är slut, tjänst för tjänst. Antal under fem visas inte exakt.',
      ],
    },
    {
      heading: 'Bjud in och sköt om personalen',
      text: [
        'På sidan Personal bjuder du in en medarbetare med namn, e-postadress och roller. Hen får en länk som gäller i sju dagar och tar själv i bruk antingen en nyckel eller ett lösenord och en autentiseringsapp. Ingen annan ser dem.',
        'Många på en gång bjuder du in från en tabell: spara den i CSV-format och välj filen. Du ser först varje rad. Ingen bjuds in innan alla rader är i ordning.',
        'Om meddelandet inte kommer fram, öppna den inbjudnas uppgifter: du kan skicka inbjudan på nytt, göra en länk att ge själv eller återkalla inbjudan.',
        'Stäng kontot när en medarbetare slutar. Inloggningarna och delen i möten upphör genast. Bokningarna blir kvar, så kom överens om vem som håller dem. Den sista huvudanvändaren kan inte stängas.',
        'Om en medarbetare har förlorat alla sina sätt att logga in, nollställ dem. Försäkra dig först om att begäran kommer från hen själv.',
        'Du kan inte ge dig själv roller, ledningen av ett team eller ett vikariat: det gör en annan huvudanvändare. Om du är den enda, bjud först in en till. De andra huvudanvändarna och dataskyddsombuden får e-post om inbjudningar.',
      ],
    },
    {
      heading: 'Team och anställda som slutar',
      text: [
        'Från sidan Personal kommer du till teamen. Välj medlemmarna och vem som leder teamet. Den som leder behöver också rollen närchef. Hen ser medlemmarnas bokningar genast, och ändringar gäller genast också åt andra hållet.',
        'När en anställd slutar kan du överlåta de kommande mötena till en kollega på den anställdas sida innan du stänger kontot. Du ser hur många som överläts och vilka tider som inte passade. Du ser inga klienters namn.',
        'Från sidan Personal kommer du också till vikariaten, där du kan välja en vikarie för vem som helst.',
      ],
    },
    {
      heading: 'Håll inställningarna aktuella',
      text: [
        'I inställningarna berättar du för klienterna vem som ansvarar för deras uppgifter och vem de kan fråga, och väljer språk, avsändarnas namn, logotyp och färg. I slutet av sidan ser du hur det ser ut för klienten.',
        'En ny tjänst börjar med färdiga värden. Den kan bokas först när du har bekräftat var klienternas ärenden antecknas. En diskret tjänsts meddelanden berättar inte vem som bjuder in.',
      ],
    },
    {
      heading: 'Meddelandenas texter',
      text: [
        'På inställningssidan Meddelanden redigerar du texterna för inbjudan, ny tid, avbokning, påminnelse och "du kan komma nu", skilt för textmeddelanden och e-post och på varje språk. Ställena i meddelandet, som tiden och länken, lägger du till med knappar. Exemplet visar hur meddelandet ser ut, också när klienten får alla organisationens språk i samma meddelande, och räknaren hur många textmeddelanden det blir.',
        'Ställena inom klamrar fyller Tapaamo i. För klientens och tjänstens namn finns inget ställe, och texten får inte innehålla tjänstens namn eller andra adresser än klientens egen länk. För diskreta tjänster används alltid Tapaamos neutrala text.',
        'Av ett textmeddelande syns om det kom fram, och om inte, varför. Om e-post vet vi bara att e-postservern tog emot den.',
      ],
    },
    {
      heading: 'Inloggning med organisationens egna konton',
      text: [
        'På sidan Inloggning i inställningarna finns två adresser. Ge returadressen till inloggningstjänsten som den är. Personalen loggar in på din organisations egen inloggningssida. När tjänstens drift har kopplat er e-postdomän till organisationen räcker det också att skriva sin e-postadress på första sidan.',
        'Entra ID: gör en appregistrering vars kontotyper bara är den egna organisationen. Lägg till returadressen på plattformen Web och skapa en klienthemlighet. Adressen (issuer) är https://login.microsoftonline.com/organisationens-id/v2.0. Välj preferred_username för adressen och märk adresserna som kontrollerade. Grupperna finns i groups (gruppens id) eller roles (appens roll).',
        'Keycloak: gör en klient i ert område (realm) med Client authentication på och Standard flow valt. Adressen är https://tjänsten/realms/området. E-postadressen kommer i email, och Keycloak berättar själv om den är kontrollerad. Grupperna får du med en Group Membership-mappning till groups.',
        'ADFS: gör en programgrupp Server application accessing a web API och skapa en delad hemlighet. Adressen är https://adfs.kommunen.fi/adfs. Välj upn för adressen och märk adresserna som kontrollerade. Om ADFS bara finns i det interna nätet tillåter tjänstens drift det först.',
        'När någon loggar in så här första gången binds deras konto i Tapaamo till dem för gott: en ändrad adress flyttar inte kontot till någon annan. Om personens konto i organisationen har gjorts om, återställ deras inloggning i Tapaamo. Hemligheten går ut i inloggningstjänsten: förnya den i tid.',
        'När inloggningen fungerar kan du låta personalen logga in endast med den. Välj samtidigt de huvudanvändare som kommer in med sin egen nyckel eller sitt eget lösenord även vid avbrott: minst en måste komma in. De som bjuds in leds då direkt till organisationens inloggning.',
      ],
    },
    {
      heading: 'Om någon inte längre kommer in',
      text: [
        'Den som har återställningskoder kommer in med dem. Om allt har försvunnit, nollställ personens inloggning: inloggningssätten tas bort, öppna inloggningar avslutas och personen får en ny inbjudan per e-post.',
        'Försäkra dig först om att begäran kommer från personen själv, till exempel genom att ringa. Sin egen inloggning kan man inte nollställa.',
      ],
    },
    {
      heading: 'Meddelanden till klientdatasystemet',
      text: [
        'På sidan Klientdatasystem i inställningarna anger du adressen dit avslutade och avbokade möten meddelas. Driften tillåter först adressen. Adressens sökväg förvaras som en hemlighet. Klientens namn och kontaktuppgifter skickas inte, bara id, tider, roller, identifiering och resultat.',
        'Om du väljer att också bokningar och flyttade möten berättas följer systemets kalender det som de anställda gör här. Också ändringar som systemet själv gjorde i gränssnittet berättas. Om systemet var borta får det bara det senaste läget.',
        'Meddelandena har formen Standard Webhooks: mottagaren kontrollerar rubriken webhook-signature med hemligheten, som visas en gång. När du byter hemlighet gäller båda i en vecka. Samma meddelande kan skickas flera gånger. Samma webhook-id betyder alltid samma innehåll. En rättelse har samma visitId och en större version.',
        'På sidan Gränssnittets nycklar skapar du en nyckel med vilken systemet själv kan boka, flytta och avboka möten. Ge nyckeln bara de rättigheter som systemet behöver. Nyckeln visas en gång. Ta den genast ur bruk om andra kan ha fått tag i den: den slutar fungera i samma stund.',
        'På FHIR-servern sparas en Encounter vars id är mötets eget. En rättelse sparas på samma plats.',
        'Vi försöker skicka intyget tills systemet tar emot det. Raderingen väntar inte på det: om intyget då inte har skickats finns det inte längre. Följ därför antalet som väntar.',
      ],
    },
    {
      heading: 'Ta uppgifterna till ert eget system',
      text: [
        'På sidan Export av uppgifter i inställningarna anger du den offentliga nyckel som filen krypteras med. Organisationens egen it gör nyckelparet med kommandot age-keygen och behåller den privata nyckeln. Tapaamo kan inte öppna filen.',
        'Alla möten som inte har raderats hämtas i filen av en annan huvudanvändare eller dataskyddsombudet, inte av den som angav nyckeln. Hämta filen innan avtalet upphör: efter det finns uppgifterna inte.',
        'När en yrkesperson anger att klientrelationen har upphört kan hen först hämta klientens möten krypterade med samma nyckel. Varje hämtning syns i loggen. Uppgifterna raderas ur Tapaamo i tid också när de har exporterats.',
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
        'If the client asks for their details to be deleted at once or withdraws their consent, ask the professional for the address of the visit’s page, open it and choose Delete the visit now. You see no details. The data protection officer can do the same. No message is sent to the client, so tell them yourselves.',
      ],
    },
    {
      heading: 'Hold details that must be kept',
      text: [
        'Sometimes details must not be deleted: the law, an authority, a dispute or a complaint calls for them, or the client asks for the processing of their details to be restricted. Ask the professional for the address of the page of the visit that has ended, open it and choose Request a hold. Choose the reason and the day on which the hold is reviewed, at most 90 days ahead. Each reason names the article of the GDPR that it rests on.',
        'Another admin or a data protection officer confirms the request on the page Held details. Until then nothing is held, and the details are deleted if their day comes. Once it is confirmed, nobody sees the details, not even the visit’s professional, and they are not deleted. The client’s link tells them that their details are held. Of the reason only your choice is kept, so write the authority’s reference or the client’s request in your own files.',
        'When the day of review comes, extend the hold or end it. It can be extended three times. If the client asked for a restriction, tell them first that it ends. If the day on which the details were to be deleted has passed, they are deleted in the next round.',
        'If a review is missed, the page says so, and there is an alarm every day. On the same page you choose whether the hold then goes on, or ends by itself after 14 days of alarms. A restriction of processing never ends by itself.',
      ],
    },
    {
      heading: 'Who was let in without identification',
      text: [
        'The page Statistics shows how often somebody was let in who was not identified as the person of the booking, and why. Numbers below five are not shown exactly. If they grow, find out why with the service: it may be an outage of the identification service, or how names are written.',
      ],
    },
    {
      heading: 'How visits go',
      text: [
        'After a visit those who took part are asked whether it went technically well, fairly well or badly. The answer is only counted: nobody sees who answered what. The page Statistics shows the answers of past months by service. Numbers below five are not shown exactly.',
      ],
    },
    {
      heading: 'Invite and look after the staff',
      text: [
        'On the page Staff you invite a person by name, e-mail address and roles. They get a link that is valid for seven days, and set up either a passkey, or a password and an authenticator app, themselves. Nobody else sees those.',
        'You invite many at once from a spreadsheet: save it as CSV and choose the file. You see every row first. Nobody is invited until every row is right.',
        'If the message is not delivered, open the invited person’s details: you can send the invitation again, make a link to hand over, or withdraw the invitation.',
        'Close the account when a person leaves. Their being signed in and their part in visits end at once. Bookings stay, so agree on who holds them. The last admin cannot be closed.',
        'If a person has lost every way to sign in, reset them. First make sure that they ask for it themselves.',
        'You cannot give yourself roles, the lead of a team or a stand-in: another admin does that. If you are the only one, invite another first. The other admins and the data protection officers hear of invitations by e-mail.',
      ],
    },
    {
      heading: 'Teams, and staff who leave',
      text: [
        'From the page Staff you get to the teams. Choose the members and who leads the team. Who leads it needs the role Team lead too. They see the members’ bookings at once, and a change acts at once the other way as well.',
        'When somebody leaves, hand over their upcoming visits on their page before you close the account. You see how many were handed over and which times did not fit. You see no names of clients.',
        'From the page Staff you also get to the stand-ins, where you can choose one for anybody.',
      ],
    },
    {
      heading: 'Keep the settings up to date',
      text: [
        'In the settings you tell clients who is responsible for their details and whom they can ask, and choose languages, names of senders, logo and colour. At the end of the page you see what it looks like to a client.',
        'A new service begins with ready-made values. It can be booked only after you have confirmed where clients’ matters are recorded. Messages of a discreet service do not tell who invites. Its pages tell it once the client has identified themselves with the booked name or has been let in. Of other services anyone who opens the client’s link can read the purpose that you wrote.',
      ],
    },
    {
      heading: 'Texts of messages',
      text: [
        'On the settings page Messages you edit the texts of the invitation, a new time, a cancellation, a reminder and "you can come now", for text messages and e-mail each and in every language. You add the places of a message, such as the time and the link, with buttons. The example shows what arrives, also when the client gets all languages of the organisation in one message, and the counter how many text messages it is.',
        'Tapaamo fills in what stands in braces. There is no place for the client’s or the service’s name, and a text can have neither the name of a service nor any address but the client’s own link. Messages of discreet services always have Tapaamo’s neutral text.',
        'Of a text message you see whether it was delivered, and if not, why. Of an e-mail we only know that the mail server took it.',
      ],
    },
    {
      heading: 'Sign-in with the organisation’s own accounts',
      text: [
        'The page Sign-in of the settings has two addresses. Give the return address to the sign-in service as it is. Staff signs in on your organisation’s own sign-in page. Once the operator of the service has assigned your e-mail domain to your organisation, typing an e-mail address on the front page is enough too.',
        'Entra ID: make an app registration whose account types are this organisation only. Add the return address on the platform Web and create a client secret. The address (issuer) is https://login.microsoftonline.com/tenant-id/v2.0. Choose preferred_username for the address and mark addresses as checked. Groups are in groups (the group’s ID) or roles (the app’s role).',
        'Keycloak: make a client in your realm with Client authentication on and Standard flow chosen. The address is https://service/realms/realm. The e-mail address comes in email, and Keycloak itself tells whether it is checked. You get groups by a Group Membership mapper to groups.',
        'ADFS: make an application group Server application accessing a web API and create a shared secret. The address is https://adfs.county.fi/adfs. Choose upn for the address and mark addresses as checked. If ADFS is in the internal network only, the operator of the service allows it first.',
        'When somebody signs in like this for the first time, their account in Tapaamo is bound to them for good: a changed address does not move the account to somebody else. If a person’s account in the organisation was made anew, reset their sign-in in Tapaamo. The secret runs out at the sign-in service: renew it in time.',
        'Once sign-in works you can let staff sign in by it only. Choose at the same time the admins who get in with their own passkey or password also during an outage: at least one must. Invited people are then led straight to the organisation’s sign-in.',
      ],
    },
    {
      heading: 'If somebody cannot get in any more',
      text: [
        'Whoever has recovery codes gets in with them. If everything is lost, reset their sign-in: their ways to sign in are removed, open sessions end and they get a new invitation by e-mail.',
        'First make sure that it is they who ask, for example by calling them. Nobody can reset their own sign-in.',
      ],
    },
    {
      heading: 'Notifications to the record system',
      text: [
        'On the Record system page of the settings you enter the address that is told of visits that ended or were cancelled. The operator allows the server first. The path of the address is kept like a secret. The client’s name and contact details are not sent: only ids, times, roles, identification and outcome.',
        'When you choose that bookings and moves are told, too, the system’s calendar follows what professionals do here. Changes that the system itself made through the API are told as well. A system that was away gets the latest state only.',
        'Notifications have the form of Standard Webhooks: the receiver checks the header webhook-signature with the secret, which is shown once. When you replace the secret, both work for a week. The same notification may be tried many times. The same webhook-id always means the same content. A correction has the same visitId and a higher version.',
        'On the page Keys of the API you make a key with which the system itself can book, move and cancel visits. Give a key only what the system needs. A key is shown once. End it at once if others may have got hold of it: it stops working that moment.',
        'At the FHIR server an Encounter is saved whose id is the visit’s own. A correction is saved in the same place.',
        'Sending a receipt is tried until the system takes it. Deletion does not wait for it: a receipt that was not sent by then is gone. So keep an eye on how many wait.',
      ],
    },
    {
      heading: 'Take the details to your own system',
      text: [
        'On the Export of details page of the settings you give the public key that the file is encrypted with. The organisation’s own IT makes the pair of keys with the command age-keygen and keeps the private one. Tapaamo cannot open the file.',
        'Every visit that has not been deleted is fetched in the file by another admin or the data protection officer, not by who gave the key. Fetch it before the contract ends: after that there are no details.',
        'When a professional says that a client relationship has ended, they can first fetch the client’s visits encrypted with the same key. Every fetching shows in the log. The details are deleted from Tapaamo in time even when they were exported.',
      ],
    },
  ],
};
