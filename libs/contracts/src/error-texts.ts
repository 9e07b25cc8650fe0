import type { ErrorCode } from './error-codes.js';
import type { LocalisedText } from './language.js';

/** The sentence a person reads for each error: what happened and what to do now. Never holds what was sent. */
export const ERROR_TEXTS: Record<ErrorCode, LocalisedText> = {
  'access.denied-or-missing': {
    fi: 'Tätä ei löydy, tai sinulla ei ole oikeutta nähdä sitä.',
    sv: 'Detta hittades inte, eller så har du inte rätt att se det.',
    en: 'This was not found, or you do not have the right to see it.',
  },
  'access.sign-in-required': {
    fi: 'Kirjaudu sisään, niin pääset jatkamaan.',
    sv: 'Logga in för att fortsätta.',
    en: 'Please sign in to continue.',
  },
  'access.origin-not-allowed': {
    fi: 'Pyyntö tuli väärältä sivulta. Avaa Tapaamo uudelleen ja yritä sitten.',
    sv: 'Begäran kom från fel sida. Öppna Tapaamo på nytt och försök igen.',
    en: 'The request came from another site. Open Tapaamo again and try once more.',
  },
  'account.confirm-first': {
    fi: 'Vahvista ensin, että se olet sinä.',
    sv: 'Bekräfta först att det är du.',
    en: 'Please confirm first that it is you.',
  },
  'account.last-means': {
    fi: 'Tämä on ainoa tapasi kirjautua. Lisää ensin toinen tapa.',
    sv: 'Det här är ditt enda sätt att logga in. Lägg först till ett annat sätt.',
    en: 'This is your only way to sign in. Add another way first.',
  },
  'booking.changed-meanwhile': {
    fi: 'Varausta on juuri muutettu toisaalla. Tarkista uudet tiedot ja yritä uudelleen.',
    sv: 'Bokningen har just ändrats på annat håll. Kontrollera de nya uppgifterna och försök igen.',
    en: 'The booking has just been changed elsewhere. Check the new details and try again.',
  },
  'booking.contact-required': {
    fi: 'Kirjoita puhelinnumero tai sähköpostiosoite, jotta linkki löytää perille, tai valitse kutsu paperilla.',
    sv: 'Ange telefonnummer eller e-postadress så att länken kommer fram, eller välj inbjudan på papper.',
    en: 'Enter a phone number or an e-mail address so that the link arrives, or choose an invitation on paper.',
  },
  'booking.end-in-past': {
    fi: 'Tapaaminen päättyisi jo menneeseen aikaan. Valitse pidempi kesto.',
    sv: 'Mötet skulle sluta vid en tid som redan har gått. Välj en längre tid.',
    en: 'The visit would end at a time that has already passed. Choose a longer duration.',
  },
  'booking.guardian-required': {
    fi: 'Lisää alaikäiselle asiakkaalle vähintään yksi huoltaja.',
    sv: 'Lägg till minst en vårdnadshavare för en minderårig klient.',
    en: 'Add at least one guardian for a client who is a minor.',
  },
  'booking.minors-not-allowed': {
    fi: 'Tämä palvelu ei ole alaikäisille. Valitse toinen palvelu.',
    sv: 'Den här tjänsten är inte för minderåriga. Välj en annan tjänst.',
    en: 'This service is not for minors. Choose another service.',
  },
  'booking.overlap': {
    fi: 'Ammattilaisella on jo toinen varaus tähän aikaan. Valitse toinen aika.',
    sv: 'Den anställda har redan en annan bokning vid den tiden. Välj en annan tid.',
    en: 'The professional already has another booking at that time. Choose another time.',
  },
  'booking.reference-of-series': {
    fi: 'Viite kuuluu yhdelle tapaamiselle. Jätä se pois sarjasta ja lisää viite jokaisen tapaamisen sivulla.',
    sv: 'En referens hör till ett möte. Lämna bort den från serien och lägg till en referens på varje mötes sida.',
    en: 'A reference belongs to one visit. Leave it out of the series and add a reference on the page of each visit.',
  },
  'booking.series-overlap': {
    fi: 'Ammattilaisella on jo toinen varaus osalle sarjan päivistä. Jätä ne päivät pois tai valitse toinen aika.',
    sv: 'Den anställda har redan en annan bokning på några av seriens dagar. Lämna bort de dagarna eller välj en annan tid.',
    en: 'The professional already has another booking on some days of the series. Leave those days out or choose another time.',
  },
  'booking.series-too-far': {
    fi: 'Sarjan viimeinen tapaaminen voi olla enintään vuoden päässä. Valitse vähemmän kertoja.',
    sv: 'Seriens sista möte kan vara högst ett år framåt. Välj färre gånger.',
    en: 'The last visit of a series can be at most one year ahead. Choose fewer times.',
  },
  'booking.series-without-visit': {
    fi: 'Sarjassa pitää olla vähintään yksi tapaaminen, jota ei jätetä pois.',
    sv: 'Serien måste ha minst ett möte som inte lämnas bort.',
    en: 'A series needs at least one visit that is not left out.',
  },
  'booking.start-in-past': {
    fi: 'Aika on jo mennyt. Valitse tuleva aika.',
    sv: 'Tiden har redan gått. Välj en kommande tid.',
    en: 'That time has already passed. Choose a later time.',
  },
  'booking.start-too-far': {
    fi: 'Ajan voi varata enintään vuoden päähän.',
    sv: 'En tid kan bokas högst ett år framåt.',
    en: 'A time can be booked at most one year ahead.',
  },
  'booking.statement-missing': {
    fi: 'Palvelua ei voi vielä varata. Pääkäyttäjän pitää ensin vahvistaa, mihin asiakkaan asiat kirjataan.',
    sv: 'Tjänsten kan inte bokas ännu. Huvudanvändaren måste först bekräfta var klientens ärenden antecknas.',
    en: 'The service cannot be booked yet. An admin must first confirm where clients’ matters are recorded.',
  },
  'booking.time-does-not-exist': {
    fi: 'Tätä kellonaikaa ei ole: kello siirtyy sinä yönä kesäaikaan. Valitse toinen aika.',
    sv: 'Det klockslaget finns inte: klockan ställs om till sommartid den natten. Välj en annan tid.',
    en: 'That time does not exist: the clocks go forward that night. Choose another time.',
  },
  'booking.to-be-booked-anew': {
    fi: 'Varausta voi siirtää enintään 13 kuukauden päähän siitä, kun se tehtiin. Peru se ja tee uusi varaus.',
    sv: 'En bokning kan flyttas till högst 13 månader efter att den gjordes. Avboka den och gör en ny bokning.',
    en: 'A booking can be moved to at most 13 months after it was made. Cancel it and make a new one.',
  },
  'door.identification-required': {
    fi: 'Tunnistaudu ensin, niin pääset odotushuoneeseen.',
    sv: 'Identifiera dig först för att komma till väntrummet.',
    en: 'Please identify yourself first to enter the waiting room.',
  },
  'door.held-by-identified': {
    fi: 'Tapaamisessa on jo se, joka tunnistautui varauksen henkilönä. Jos hän olet sinä, jatka sillä laitteella tai tunnistaudu omilla tunnuksillasi.',
    sv: 'Den som har identifierat sig som personen i bokningen är redan med. Om det är du, fortsätt på den enheten eller identifiera dig med dina egna koder.',
    en: 'The person who identified as the one in the booking is already there. If that is you, go on with that device, or identify with your own credentials.',
  },
  'door.in-use-elsewhere': {
    fi: 'Tapaaminen on auki toisella laitteella. Voit jatkaa sitä tällä laitteella.',
    sv: 'Mötet är öppet på en annan enhet. Du kan fortsätta på den här enheten.',
    en: 'The visit is open on another device. You can continue on this device instead.',
  },
  'door.not-open-yet': {
    fi: 'Et ole myöhässä: odotushuone avautuu vasta lähempänä sovittua aikaa.',
    sv: 'Du är inte sen: väntrummet öppnar först närmare den avtalade tiden.',
    en: 'You are not late: the waiting room opens closer to the agreed time.',
  },
  'door.quality-not-asked': {
    fi: 'Tähän kysymykseen on jo vastattu, tai siihen ei voi nyt vastata. Sinun ei tarvitse tehdä mitään.',
    sv: 'Frågan är redan besvarad, eller så går det inte att svara nu. Du behöver inte göra någonting.',
    en: 'This question has been answered already, or cannot be answered now. You need not do anything.',
  },
  'door.service-closed': {
    fi: 'Palvelu, johon sinut kutsuttiin, ei ole nyt käytössä. Ota yhteyttä siihen, joka kutsui sinut.',
    sv: 'Tjänsten som du bjöds in till är inte i bruk just nu. Kontakta den som bjöd in dig.',
    en: 'The service you were invited to is not in use now. Please contact whoever invited you.',
  },
  'door.session-required': {
    fi: 'Avaa tapaaminen saamastasi linkistä.',
    sv: 'Öppna mötet via länken du har fått.',
    en: 'Please open the visit from the link you received.',
  },
  'export.no-key': {
    fi: 'Pääkäyttäjä ei ole vielä kertonut, kenen avaimella tiedosto salataan. Sen voi kertoa asetuksissa.',
    sv: 'Ingen huvudanvändare har ännu angett med vems nyckel filen ska krypteras. Det görs i inställningarna.',
    en: 'No admin has said yet with whose key the file is to be locked. It is said in the settings.',
  },
  'export.own-key': {
    fi: 'Sinä annoit avaimen. Tiedoston hakee joku muu pääkäyttäjä tai tietosuojavastaava.',
    sv: 'Du angav nyckeln. Filen hämtas av en annan huvudanvändare eller dataskyddsombudet.',
    en: 'You set the key. Another admin or the data protection officer fetches the file.',
  },
  'external-calendar.address-invalid': {
    fi: 'Tämä ei ole kalenterin linkki. Kopioi se kalenteriohjelmasi jakamisasetuksista.',
    sv: 'Det här är ingen kalenderlänk. Kopiera den från kalenderprogrammets delningsinställningar.',
    en: 'This is not a calendar link. Copy it from the sharing settings of your calendar program.',
  },
  'external-calendar.host-not-allowed': {
    fi: 'Kalenteria ei voi lukea täältä. Käytä suojattua linkkiä, joka toimii julkisessa verkossa.',
    sv: 'Kalendern kan inte läsas därifrån. Använd en skyddad länk som fungerar på det öppna nätet.',
    en: 'The calendar cannot be read from there. Use a secure link that works on the public internet.',
  },
  'field.email-invalid': {
    fi: 'Tarkista sähköpostiosoite. Sen kuuluu olla muotoa nimi@esimerkki.fi.',
    sv: 'Kontrollera e-postadressen. Den ska ha formen namn@exempel.fi.',
    en: 'Check the e-mail address. It should look like name@example.fi.',
  },
  'field.hetu-artificial': {
    fi: 'Tämä on keinotekoinen tunnus, jota kenelläkään ei ole. Jätä kohta tyhjäksi, jos henkilöllä ei ole henkilötunnusta.',
    sv: 'Det här är en konstgjord beteckning som ingen har. Lämna fältet tomt om personen inte har någon personbeteckning.',
    en: 'This is an artificial code that nobody has. Leave the field empty if the person has no personal identity code.',
  },
  'field.hetu-invalid': {
    fi: 'Tarkista henkilötunnus. Jokin merkki puuttuu tai on väärin, esimerkiksi viimeinen merkki ei täsmää.',
    sv: 'Kontrollera personbeteckningen. Något tecken saknas eller är fel, till exempel stämmer inte det sista tecknet.',
    en: 'Check the personal identity code. A character is missing or wrong, for example the last one does not match.',
  },
  'field.identity-code': {
    fi: 'Älä kirjoita henkilötunnusta tähän kohtaan.',
    sv: 'Skriv ingen personbeteckning i det här fältet.',
    en: 'Do not write a personal identity code in this field.',
  },
  'field.invalid': {
    fi: 'Tarkista tämä kohta.',
    sv: 'Kontrollera den här uppgiften.',
    en: 'Please check this field.',
  },
  'field.missing': {
    fi: 'Täytä tämä kohta.',
    sv: 'Fyll i den här uppgiften.',
    en: 'Please fill in this field.',
  },
  'field.name-invalid': {
    fi: 'Tarkista nimi. Nimessä voi olla kirjaimia, välilyöntejä, yhdysmerkkejä ja heittomerkkejä.',
    sv: 'Kontrollera namnet. Det kan innehålla bokstäver, mellanslag, bindestreck och apostrofer.',
    en: 'Check the name. It can have letters, spaces, hyphens and apostrophes.',
  },
  'field.phone-invalid': {
    fi: 'Tarkista puhelinnumero. Ulkomaisen numeron eteen tarvitaan maatunnus, esimerkiksi +46.',
    sv: 'Kontrollera telefonnumret. Ett utländskt nummer behöver landskod, till exempel +46.',
    en: 'Check the phone number. A foreign number needs its country code, for example +46.',
  },
  'field.too-long': {
    fi: 'Teksti on liian pitkä.',
    sv: 'Texten är för lång.',
    en: 'The text is too long.',
  },
  'field.unknown': {
    fi: 'Tätä tietoa ei voi lähettää.',
    sv: 'Den här uppgiften kan inte skickas.',
    en: 'This piece of information cannot be sent.',
  },
  'hold.already': {
    fi: 'Tapaamisen tiedot on jo lukittu, tai lukitusta on jo pyydetty. Katso Lukitut tiedot -sivua.',
    sv: 'Mötets uppgifter är redan låsta, eller så har ett lås redan begärts. Se sidan Låsta uppgifter.',
    en: 'The visit’s details are held already, or a hold has been requested. See the page Held details.',
  },
  'hold.extended-enough': {
    fi: 'Tätä lukitusta on jatkettu niin monta kertaa kuin voi. Päätä se, kun sen peruste ei enää ole voimassa.',
    sv: 'Det här låset har förlängts så många gånger det går. Avsluta det när grunden inte längre gäller.',
    en: 'This hold has been extended as many times as it can be. End it once its basis no longer stands.',
  },
  'hold.not-ready': {
    fi: 'Lukitusta valmistellaan vielä. Odota hetki ja yritä uudelleen.',
    sv: 'Låset förbereds ännu. Vänta en stund och försök igen.',
    en: 'The hold is still being prepared. Wait a moment, then try again.',
  },
  'hold.review-day': {
    fi: 'Valitse päivä huomisesta alkaen, enintään 90 päivän päästä, esimerkiksi 14.12.2026.',
    sv: 'Välj en dag från och med i morgon, högst 90 dagar framåt, till exempel 14.12.2026.',
    en: 'Choose a day from tomorrow to 90 days ahead, for example 14.12.2026.',
  },
  'hold.second-person': {
    fi: 'Pyysit lukitusta itse, joten toisen pääkäyttäjän tai tietosuojavastaavan pitää vahvistaa se.',
    sv: 'Du begärde låset själv, så en annan huvudanvändare eller ett dataskyddsombud ska bekräfta det.',
    en: 'You requested the hold yourself, so another admin or a data protection officer must confirm it.',
  },
  'hold.state-changed': {
    fi: 'Lukituksen tila on juuri muuttunut. Katso, miten se nyt on, ja päätä sitten.',
    sv: 'Låsets läge har just ändrats. Se hur det är nu och bestäm sedan.',
    en: 'The hold has just changed. Look at how it stands now, then decide.',
  },
  'hold.tell-first': {
    fi: 'Kerro asiakkaalle ensin, että rajoitus päättyy, ja vahvista sitten, että se on tehty.',
    sv: 'Berätta först för klienten att begränsningen upphör och bekräfta sedan att det är gjort.',
    en: 'Tell the client first that the restriction ends, then confirm that it is done.',
  },
  'identification.assurance-too-low': {
    fi: 'Tunnistus ei ollut tarpeeksi vahva. Valitse pankkitunnukset, mobiilivarmenne tai varmennekortti.',
    sv: 'Identifieringen var inte tillräckligt stark. Välj bankkoder, mobilcertifikat eller certifikatkort.',
    en: 'The identification was not strong enough. Choose bank codes, a mobile certificate or a certificate card.',
  },
  'identification.cancelled': {
    fi: 'Tunnistautuminen keskeytyi. Mitään ei menetetty: voit yrittää uudelleen.',
    sv: 'Identifieringen avbröts. Ingenting gick förlorat: du kan försöka igen.',
    en: 'The identification was cancelled. Nothing is lost: you can try again.',
  },
  'identification.hand-back-over': {
    fi: 'Tunnistautumista ei voi enää vahvistaa. Aloita se uudelleen siinä selaimessa, jossa avasit linkin.',
    sv: 'Identifieringen kan inte längre bekräftas. Börja om i den webbläsare där du öppnade länken.',
    en: 'The identification can no longer be confirmed. Start it again in the browser where you opened the link.',
  },
  'identification.locked': {
    fi: 'Tällä linkillä on tunnistautunut monta kertaa joku muu, joten tunnistautuminen on lukittu puoleksi tunniksi. Voit odottaa ilman tunnistautumista.',
    sv: 'Någon annan har identifierat sig med den här länken många gånger, och därför är identifieringen låst i en halv timme. Du kan vänta utan att identifiera dig.',
    en: 'Somebody else has identified with this link many times, so identification is locked for half an hour. You can wait without identifying.',
  },
  'identification.not-offered': {
    fi: 'Tähän tapaamiseen ei tarvitse tunnistautua.',
    sv: 'Du behöver inte identifiera dig till det här mötet.',
    en: 'You do not need to identify yourself for this visit.',
  },
  'identification.number-wrong': {
    fi: 'Luku oli väärä. Tunnistautumista ei siirretty, eikä kukaan saanut sitä. Aloita se uudelleen.',
    sv: 'Talet var fel. Identifieringen flyttades inte, och ingen fick den. Börja om.',
    en: 'The number was wrong. The identification was not handed over, and nobody got it. Please start it again.',
  },
  'identification.other-device': {
    fi: 'Tunnistautuminen alkoi toisella laitteella, joten sitä ei hyväksytty. Avaa oma linkkisi ja tunnistaudu samalla laitteella.',
    sv: 'Identifieringen började på en annan enhet och godkändes därför inte. Öppna din egen länk och identifiera dig på samma enhet.',
    en: 'The identification began on another device, so it was not accepted. Open your own link and identify on the same device.',
  },
  'identification.provider-unavailable': {
    fi: 'Tunnistuspalvelu ei vastaa juuri nyt. Odota hetki ja yritä uudelleen.',
    sv: 'Identifieringstjänsten svarar inte just nu. Vänta en stund och försök igen.',
    en: 'The identification service is not answering right now. Wait a moment and try again.',
  },
  'identification.rejected': {
    fi: 'Tunnistautuminen ei onnistunut. Yritä uudelleen.',
    sv: 'Identifieringen lyckades inte. Försök igen.',
    en: 'The identification did not succeed. Please try again.',
  },
  'identification.transaction-expired': {
    fi: 'Tunnistautuminen kesti liian kauan tai alkoi toisessa selaimessa. Aloita se uudelleen.',
    sv: 'Identifieringen tog för lång tid eller började i en annan webbläsare. Börja om.',
    en: 'The identification took too long or began in another browser. Please start it again.',
  },
  'invitation.expired': {
    fi: 'Kutsu on vanhentunut. Pyydä uusi kutsu organisaatiosi pääkäyttäjältä.',
    sv: 'Inbjudan har gått ut. Be om en ny av din organisations huvudanvändare.',
    en: 'The invitation has expired. Ask your organisation’s admin for a new one.',
  },
  'invitation.unknown': {
    fi: 'Kutsulinkki ei toimi. Tarkista, että se on kokonainen, tai pyydä uusi kutsu organisaatiosi pääkäyttäjältä.',
    sv: 'Inbjudningslänken fungerar inte. Kontrollera att den är hel eller be om en ny av din organisations huvudanvändare.',
    en: 'The invitation link does not work. Check that it is complete, or ask your organisation’s admin for a new one.',
  },
  'invitation.used': {
    fi: 'Kutsu on jo käytetty. Kirjaudu sisään omilla tunnuksillasi.',
    sv: 'Inbjudan har redan använts. Logga in med dina egna uppgifter.',
    en: 'The invitation has already been used. Sign in with your own account.',
  },
  'invitation.withdrawn': {
    fi: 'Kutsu ei ole enää voimassa. Jos sait uudemman kutsun, käytä sen linkkiä.',
    sv: 'Inbjudan gäller inte längre. Om du har fått en nyare inbjudan, använd länken i den.',
    en: 'The invitation is no longer valid. If you have received a newer one, use its link.',
  },
  'link.no-way-to-send': {
    fi: 'Asiakkaalla ei ole tässä puhelinnumeroa eikä sähköpostiosoitetta. Tulosta hänelle kutsu.',
    sv: 'Klienten har varken telefonnummer eller e-postadress här. Skriv ut inbjudan till klienten.',
    en: 'There is neither a phone number nor an e-mail address of the client. Print the invitation for them.',
  },
  'link.unknown': {
    fi: 'Linkki ei toimi. Tarkista, että se on kokonainen, tai pyydä uusi linkki ammattilaiselta.',
    sv: 'Länken fungerar inte. Kontrollera att den är hel eller be om en ny av den som bjöd in dig.',
    en: 'The link does not work. Check that it is complete, or ask the professional for a new one.',
  },
  'logo.invalid': {
    fi: 'Tätä kuvaa ei voi käyttää. Valitse kokonainen PNG-, JPEG- tai WebP-kuva, joka ei liiku.',
    sv: 'Den här bilden kan inte användas. Välj en hel PNG-, JPEG- eller WebP-bild som inte rör sig.',
    en: 'This picture cannot be used. Choose a complete PNG, JPEG or WebP picture that does not move.',
  },
  'logo.too-large': {
    fi: 'Kuva on liian suuri. Se saa olla enintään 256 kilotavua ja 2000 kuvapistettä leveä ja korkea.',
    sv: 'Bilden är för stor. Den får vara högst 256 kilobyte och 2000 bildpunkter bred och hög.',
    en: 'The picture is too large. It may be at most 256 kilobytes, and 2000 pixels wide and high.',
  },
  'media.capabilities-unsupported': {
    fi: 'Tämä selain ei pysty näyttämään tapaamista. Kokeile uusinta Chromea, Edgeä, Firefoxia tai Safaria.',
    sv: 'Den här webbläsaren kan inte visa mötet. Prova den senaste Chrome, Edge, Firefox eller Safari.',
    en: 'This browser cannot show the visit. Try the latest Chrome, Edge, Firefox or Safari.',
  },
  'media.worker-unavailable': {
    fi: 'Kuvayhteyttä ei saatu juuri nyt. Yritämme uudelleen.',
    sv: 'Videoförbindelsen kunde inte öppnas just nu. Vi försöker igen.',
    en: 'The video connection could not be opened right now. We are trying again.',
  },
  'meeting.full': {
    fi: 'Tapaamisessa on jo 12 osallistujaa, ja enempää siihen ei mahdu. Voit yrittää uudelleen, kun joku on poistunut.',
    sv: 'Mötet har redan 12 deltagare och rymmer inte fler. Du kan försöka igen när någon har lämnat det.',
    en: 'The visit already has 12 participants and has no room for more. You can try again when somebody has left.',
  },
  'meeting.interpreters-only': {
    fi: 'Tulkkauskanavalle voi puhua vain tulkki.',
    sv: 'Bara tolken kan tala i tolkningskanalen.',
    en: 'Only the interpreter can speak in the interpretation channel.',
  },
  'meeting.listen-only': {
    fi: 'Opiskelijana seuraat tapaamista: näet ja kuulet muut, mutta oma kuvasi ja äänesi eivät näy eivätkä kuulu.',
    sv: 'Som studerande följer du mötet: du ser och hör de andra, men du själv varken syns eller hörs.',
    en: 'As a student you follow the visit: you see and hear the others, and they neither see nor hear you.',
  },
  'meeting.no-node': {
    fi: 'Tapaamista ei voitu avata juuri nyt. Yritämme hetken kuluttua uudelleen.',
    sv: 'Mötet kunde inte öppnas just nu. Vi försöker igen om en stund.',
    en: 'The visit could not be opened right now. We will try again in a moment.',
  },
  'meeting.test-later': {
    fi: 'Yhteyttä ei voi kokeilla juuri nyt. Yritä hetken kuluttua uudelleen.',
    sv: 'Förbindelsen kan inte provas just nu. Försök igen om en stund.',
    en: 'The connection cannot be tried right now. Try again in a moment.',
  },
  'meeting.not-admitted': {
    fi: 'Odota, ammattilainen ottaa sinut vastaan pian.',
    sv: 'Vänta, du släpps in snart.',
    en: 'Please wait, the professional will let you in soon.',
  },
  'meeting.object-missing': {
    fi: 'Tätä osaa tapaamisesta ei ole enää.',
    sv: 'Den här delen av mötet finns inte längre.',
    en: 'This part of the visit is no longer there.',
  },
  'meeting.organisation-full': {
    fi: 'Juuri nyt on käynnissä niin monta tapaamista kuin mahtuu. Yritämme hetken kuluttua uudelleen.',
    sv: 'Just nu pågår så många möten som ryms. Vi försöker igen om en stund.',
    en: 'As many visits as there is room for are going on right now. We will try again in a moment.',
  },
  'meeting.token-invalid': {
    fi: 'Yhteys tapaamiseen vanheni. Avaa sivu uudelleen.',
    sv: 'Förbindelsen till mötet har gått ut. Öppna sidan på nytt.',
    en: 'The connection to the visit has expired. Please open the page again.',
  },
  'message-text.address': {
    fi: 'Tekstissä saa olla vain vastaanottajan oma linkki. Poista verkkosivujen ja sähköpostin osoitteet.',
    sv: 'Texten får bara innehålla mottagarens egen länk. Ta bort webbadresser och e-postadresser.',
    en: 'The text may only have the receiver’s own link. Remove web and e-mail addresses.',
  },
  'message-text.link-alone': {
    fi: 'Jätä kohdan {link} ympärille välilyönti tai rivinvaihto, myös ennen pistettä. Muuten linkki ei toimi.',
    sv: 'Lämna mellanslag eller radbyte runt {link}, också före en punkt. Annars fungerar länken inte.',
    en: 'Leave a space or a line break around {link}, before a full stop too. Otherwise the link does not work.',
  },
  'message-text.link-missing': {
    fi: 'Tekstistä puuttuu {link}. Ilman linkkiä asiakas ei pääse tapaamiseen.',
    sv: 'Texten saknar {link}. Utan länken kommer klienten inte till mötet.',
    en: 'The text lacks {link}. Without the link the client cannot join.',
  },
  'message-text.markup': {
    fi: 'Viestit ovat pelkkää tekstiä. Poista merkit < ja > sekä koodit kuten &amp;.',
    sv: 'Meddelandena är bara text. Ta bort tecknen < och > samt koder som &amp;.',
    en: 'Messages are plain text. Remove the signs < and > and codes such as &amp;.',
  },
  'message-text.names-service': {
    fi: 'Tekstissä on palvelun nimi. Viestit eivät saa kertoa, mistä palvelusta on kyse.',
    sv: 'Texten innehåller namnet på en tjänst. Meddelandena får inte berätta vilken tjänst det gäller.',
    en: 'The text has the name of a service in it. Messages must not tell which service it is about.',
  },
  'message-text.placeholder-unknown': {
    fi: 'Aaltosulkeissa saa olla vain luettelossa mainittuja kohtia, ja otsikossa ei mitään.',
    sv: 'Inom klamrar får bara de ställen stå som finns i listan, och i rubriken inga.',
    en: 'Only the places in the list may stand in braces, and none in the subject.',
  },
  'message-text.time-missing': {
    fi: 'Tekstistä puuttuu {time}, tapaamisen aika.',
    sv: 'Texten saknar {time}, mötets tid.',
    en: 'The text lacks {time}, the time of the visit.',
  },
  'organisation.disabled': {
    fi: 'Organisaatiosi ei ole nyt käytössä Tapaamossa. Kysy lisää organisaatiosi pääkäyttäjältä.',
    sv: 'Din organisation är inte i bruk i Tapaamo just nu. Fråga mer av din organisations huvudanvändare.',
    en: 'Your organisation is not in use in Tapaamo now. Ask an admin of your organisation.',
  },
  'passkey.refused': {
    fi: 'Pääsyavainta ei voitu ottaa käyttöön. Yritä uudelleen, tai käytä toista laitetta.',
    sv: 'Nyckeln kunde inte tas i bruk. Försök igen eller använd en annan enhet.',
    en: 'The passkey could not be set up. Try again, or use another device.',
  },
  'passkey.start-again': {
    fi: 'Tämä kesti liian kauan tai jäi kesken. Aloita uudelleen.',
    sv: 'Det här tog för lång tid eller blev på hälft. Börja om.',
    en: 'This took too long or was left unfinished. Please start again.',
  },
  'password.breached': {
    fi: 'Tämä salasana on vuotanut jostakin muusta palvelusta. Valitse toinen.',
    sv: 'Det här lösenordet har läckt från någon annan tjänst. Välj ett annat.',
    en: 'This password has leaked from another service. Please choose another one.',
  },
  'password.easy-to-guess': {
    fi: 'Tämä salasana on helppo arvata. Kokeile esimerkiksi neljää sanaa, jotka eivät liity toisiinsa.',
    sv: 'Det här lösenordet är lätt att gissa. Prova till exempel fyra ord som inte hör ihop.',
    en: 'This password is easy to guess. Try four words that have nothing to do with each other, for example.',
  },
  'password.personal': {
    fi: 'Salasanassa on oma nimesi, osoitteesi, organisaatiosi tai palvelun nimi. Valitse jotakin muuta.',
    sv: 'Lösenordet innehåller ditt namn, din adress, din organisations eller tjänstens namn. Välj något annat.',
    en: 'The password has your name, your address, or the name of your organisation or this service in it. Please choose something else.',
  },
  'password.too-short': {
    fi: 'Salasanassa on oltava vähintään 12 merkkiä.',
    sv: 'Lösenordet måste ha minst 12 tecken.',
    en: 'The password must have at least 12 characters.',
  },
  'record-key.last-day-past': {
    fi: 'Tämä päivä on jo mennyt. Valitse tuleva päivä.',
    sv: 'Den här dagen har redan gått. Välj en kommande dag.',
    en: 'This day has already passed. Choose one to come.',
  },
  'record-key.refused': {
    fi: 'Avain ei kelpaa. Pyydä organisaation pääkäyttäjältä uusi avain.',
    sv: 'Nyckeln gäller inte. Be organisationens huvudanvändare om en ny nyckel.',
    en: 'The key is not valid. Ask the organisation’s admin for a new one.',
  },
  'record-key.scope-missing': {
    fi: 'Tällä avaimella ei voi tehdä tätä. Organisaation pääkäyttäjä voi tehdä avaimen, jolla voi.',
    sv: 'Den här nyckeln ger inte rätt till detta. Organisationens huvudanvändare kan skapa en nyckel som gör det.',
    en: 'This key does not allow that. The organisation’s admin can make one that does.',
  },
  'record-system.address-invalid': {
    fi: 'Osoite ei ole suojattu tai kokonainen. Kirjoita sen alku niin kuin ohjeessa. Merkkejä ?, # ja @ siinä ei saa olla.',
    sv: 'Adressen är inte skyddad eller hel. Skriv början som i anvisningen. Tecknen ?, # och @ får inte finnas i den.',
    en: 'The address is not secure or not whole. Begin it as the hint says. It may not have the signs ?, # and @.',
  },
  'record-system.address-not-allowed': {
    fi: 'Tähän osoitteeseen ei vielä voi lähettää. Pyydä palvelun ylläpitoa sallimaan se.',
    sv: 'Det går inte att skicka till den här adressen ännu. Be driften tillåta den.',
    en: 'Nothing can be sent to this address yet. Ask the operator to allow it.',
  },
  'record-system.request-key-reused': {
    fi: 'Tällä tunnisteella (Idempotency-Key) on jo pyydetty jotakin muuta. Anna uudelle pyynnölle uusi tunniste.',
    sv: 'Den här identifieraren (Idempotency-Key) har redan använts för en annan begäran. Ge en ny begäran en ny identifierare.',
    en: 'Something else was already asked for with this Idempotency-Key. Give a new request a new one.',
  },
  'record-system.secret-missing': {
    fi: 'Tee ensin salaisuus, jolla ilmoitukset allekirjoitetaan. Paina tämän sivun alussa Tee salaisuus.',
    sv: 'Skapa först en hemlighet som meddelandena signeras med. Tryck på Skapa en hemlighet i början av sidan.',
    en: 'Make a secret first, by which notifications are signed. Press Make a secret at the top of this page.',
  },
  'record-system.token-needed': {
    fi: 'Osoite vaihtui. Anna myös sen tunnus, koska entinen oli toista osoitetta varten.',
    sv: 'Adressen har ändrats. Ange också dess kod, eftersom den förra var för en annan adress.',
    en: 'The address has changed. Enter its code as well: the one before was for another address.',
  },
  'record-system.webhook-not-ready': {
    fi: 'Anna ensin osoite ja tee salaisuus. Ota ilmoitukset käyttöön sen jälkeen.',
    sv: 'Ange först adressen och skapa en hemlighet. Ta sedan meddelandena i bruk.',
    en: 'Enter the address and make a secret first, then take notifications into use.',
  },
  'request.invalid': {
    fi: 'Tarkista merkityt kohdat.',
    sv: 'Kontrollera de markerade uppgifterna.',
    en: 'Please check the marked fields.',
  },
  'request.too-large': {
    fi: 'Lähetetty tieto oli liian suuri.',
    sv: 'Det som skickades var för stort.',
    en: 'What was sent is too large.',
  },
  'request.too-many': {
    fi: 'Liian monta pyyntöä peräkkäin. Odota hetki ja yritä uudelleen.',
    sv: 'För många försök efter varandra. Vänta en stund och försök igen.',
    en: 'Too many requests in a row. Wait a moment and try again.',
  },
  'retention.change-waiting': {
    fi: 'Palvelun säilytysajan lyhennys odottaa jo vahvistusta. Vahvista tai peru se ensin.',
    sv: 'En förkortning av tjänstens lagringstid väntar redan på bekräftelse. Bekräfta eller återta den först.',
    en: 'A shorter retention period for the service already waits for confirmation. Confirm or withdraw it first.',
  },
  'retention.preview-outdated': {
    fi: 'Muutos koskee nyt useampia tapaamisia kuin sinulle näytettiin. Katso uudet luvut ja päätä sitten.',
    sv: 'Ändringen gäller nu fler möten än vad som visades. Se de nya talen och bestäm sedan.',
    en: 'The change now affects more visits than you were shown. Look at the new numbers, then decide.',
  },
  'retention.second-admin': {
    fi: 'Toisen pääkäyttäjän pitää vahvistaa lyhennys, jota itse ehdotit.',
    sv: 'En annan huvudanvändare ska bekräfta förkortningen som du själv föreslog.',
    en: 'Another admin must confirm the shorter period that you proposed.',
  },
  'retention.unchanged': {
    fi: 'Palvelulla on jo tämä säilytysaika.',
    sv: 'Tjänsten har redan den här lagringstiden.',
    en: 'The service already has this retention period.',
  },
  'service.database-unavailable': {
    fi: 'Palvelussa on katko. Odota hetki ja yritä uudelleen; mitään tallennettua ei ole menetetty.',
    sv: 'Tjänsten har ett avbrott. Vänta en stund och försök igen; inget som sparats har gått förlorat.',
    en: 'The service has an interruption. Wait a moment and try again; nothing that was saved is lost.',
  },
  'service.deadline-exceeded': {
    fi: 'Palvelu ei ehtinyt vastata. Yritä uudelleen.',
    sv: 'Tjänsten hann inte svara. Försök igen.',
    en: 'The service did not answer in time. Please try again.',
  },
  'service.restored': {
    fi: 'Palvelua palautetaan varmuuskopiosta, eikä se ole vielä valmis. Yritä hetken kuluttua uudelleen.',
    sv: 'Tjänsten återställs från en säkerhetskopia och är inte klar ännu. Försök igen om en stund.',
    en: 'The service is being restored from a backup and is not ready yet. Please try again in a moment.',
  },
  'service.unexpected': {
    fi: 'Jokin meni meillä vikaan. Yritä uudelleen.',
    sv: 'Något gick fel hos oss. Försök igen.',
    en: 'Something went wrong on our side. Please try again.',
  },
  'settings.changed-meanwhile': {
    fi: 'Joku muu ehti tallentaa muutoksia. Katso, mikä muuttui, ja tallenna sitten uudelleen.',
    sv: 'Någon annan hann spara ändringar. Se vad som ändrades och spara sedan på nytt.',
    en: 'Somebody else saved changes meanwhile. See what changed and then save again.',
  },
  'settings.colour-contrast': {
    fi: 'Väri on liian vaalea. Valkoinen teksti ei erotu siitä tarpeeksi hyvin.',
    sv: 'Färgen är för ljus. Vit text syns inte tillräckligt bra på den.',
    en: 'The colour is too light. White text does not stand out on it well enough.',
  },
  'sign-in.busy': {
    fi: 'Juuri nyt kirjautumisia yritetään hyvin paljon. Odota hetki ja yritä uudelleen.',
    sv: 'Just nu görs väldigt många inloggningsförsök. Vänta en stund och försök igen.',
    en: 'Very many people are trying to sign in right now. Wait a moment and try again.',
  },
  'sign-in.provider-only': {
    fi: 'Organisaatiosi henkilöstö kirjautuu Tapaamoon organisaation omilla tunnuksilla. Käytä organisaation kirjautumista.',
    sv: 'Personalen i din organisation loggar in i Tapaamo med organisationens egna konton. Använd organisationens inloggning.',
    en: 'Staff of your organisation signs in to Tapaamo with the organisation’s own accounts. Use the organisation’s sign-in.',
  },
  'sign-in.start-again': {
    fi: 'Aloita kirjautuminen alusta.',
    sv: 'Börja inloggningen från början.',
    en: 'Please start signing in from the beginning.',
  },
  'sign-in.too-many-attempts': {
    fi: 'Liian monta yritystä. Odota muutama minuutti ja yritä uudelleen.',
    sv: 'För många försök. Vänta några minuter och försök igen.',
    en: 'Too many attempts. Wait a few minutes and try again.',
  },
  'sign-in.wrong-code': {
    fi: 'Koodi ei täsmää. Katso sovelluksesta uusi koodi; jokainen koodi kelpaa vain kerran.',
    sv: 'Koden stämmer inte. Titta efter en ny kod i appen; varje kod gäller bara en gång.',
    en: 'The code does not match. Look for a new one in the app; each code works only once.',
  },
  'sign-in.wrong-credentials': {
    fi: 'Sähköpostiosoite tai salasana ei täsmää.',
    sv: 'E-postadressen eller lösenordet stämmer inte.',
    en: 'The e-mail address or the password does not match.',
  },
  'sign-in.wrong-passkey': {
    fi: 'Pääsyavain ei kelpaa täällä. Kokeile toista avainta tai kirjaudu salasanalla.',
    sv: 'Nyckeln godkänns inte här. Pröva en annan nyckel eller logga in med lösenord.',
    en: 'The passkey is not accepted here. Try another one, or sign in with a password.',
  },
  'sign-in.wrong-recovery-code': {
    fi: 'Sähköpostiosoite tai palautuskoodi ei täsmää. Jokainen koodi kelpaa vain kerran.',
    sv: 'E-postadressen eller återställningskoden stämmer inte. Varje kod gäller bara en gång.',
    en: 'The e-mail address or the recovery code does not match. Each code works only once.',
  },
  'sign-in-provider.admins-locked-out': {
    fi: 'Kukaan pääkäyttäjä ei enää pääsisi kirjautumaan. Lisää ensin omaan tunnukseesi toinen tapa kirjautua.',
    sv: 'Ingen huvudanvändare skulle längre kunna logga in. Lägg först till ett annat sätt att logga in i ditt eget konto.',
    en: 'No admin could sign in any more. First add another way to sign in to your own account.',
  },
  'sign-in-provider.cancelled': {
    fi: 'Kirjautuminen keskeytyi. Voit yrittää uudelleen.',
    sv: 'Inloggningen avbröts. Du kan försöka igen.',
    en: 'The sign-in was cancelled. You can try again.',
  },
  'sign-in-provider.emergency-access-needed': {
    fi: 'Valitse vähintään yksi pääkäyttäjä, jolla on Tapaamossa pääsyavain tai salasana. Muuten kukaan ei pääsisi sisään, kun kirjautumispalvelu ei toimi.',
    sv: 'Välj minst en huvudanvändare som har en nyckel eller ett lösenord i Tapaamo. Annars kommer ingen in när inloggningstjänsten inte fungerar.',
    en: 'Choose at least one admin who has a passkey or a password in Tapaamo. Otherwise nobody would get in while the sign-in service is down.',
  },
  'sign-in-provider.expired': {
    fi: 'Kirjautuminen kesti liian kauan tai alkoi toisessa selaimessa. Aloita uudelleen.',
    sv: 'Inloggningen tog för länge eller började i en annan webbläsare. Börja om.',
    en: 'The sign-in took too long or began in another browser. Start again.',
  },
  'sign-in-provider.host-not-allowed': {
    fi: 'Osoite ei ole julkisessa verkossa. Pyydä palvelun ylläpitoa sallimaan se.',
    sv: 'Adressen finns inte i det offentliga nätet. Be tjänstens drift tillåta den.',
    en: 'The address is not in the public network. Ask the operator of the service to allow it.',
  },
  'sign-in-provider.issuer-of-many': {
    fi: 'Osoite koskee kaikkia organisaatioita. Tarvitaan oman organisaatiosi osoite, jossa on vuokraajan tunnus.',
    sv: 'Adressen gäller alla organisationer. Här behövs din egen organisations adress, som innehåller klientorganisationens ID.',
    en: 'The address is for every organisation. Your own organisation’s address is needed, with its tenant ID in it.',
  },
  'sign-in-provider.none': {
    fi: 'Tällä osoitteella ei voi kirjautua organisaation tunnuksella. Kirjaudu salasanalla tai kysy pääkäyttäjältäsi.',
    sv: 'Med den här adressen kan du inte logga in med organisationens konto. Logga in med lösenord eller fråga din huvudanvändare.',
    en: 'This address cannot sign in with the organisation’s account. Use your password or ask your admin.',
  },
  'sign-in-provider.not-ready': {
    fi: 'Kirjautumispalvelu ei ole käytössä tai siihen ei saada yhteyttä. Ota se ensin käyttöön ja kokeile yhteyttä.',
    sv: 'Inloggningstjänsten är inte i bruk eller svarar inte. Ta den först i bruk och pröva anslutningen.',
    en: 'The sign-in service is not in use or does not answer. First put it into use and try the connection.',
  },
  'sign-in-provider.not-used-yet': {
    fi: 'Kirjaudu ensin itse kerran organisaation kirjautumisella. Silloin tiedät, että se toimii.',
    sv: 'Logga först in själv en gång med organisationens inloggning. Då vet du att den fungerar.',
    en: 'First sign in once yourself by the organisation’s sign-in. Then you know that it works.',
  },
  'sign-in-provider.refused': {
    fi: 'Organisaatiosi tunnuksella ei pääse Tapaamoon. Pyydä pääkäyttäjää antamaan sinulle käyttöoikeus.',
    sv: 'Ditt konto i organisationen ger inte tillgång till Tapaamo. Be huvudanvändaren ge dig åtkomst.',
    en: 'Your organisation’s account does not open Tapaamo. Ask your admin to give you access.',
  },
  'sign-in-provider.rejected': {
    fi: 'Organisaation kirjautumisen vastausta ei voitu hyväksyä. Yritä uudelleen. Jos asia toistuu, kerro pääkäyttäjälle.',
    sv: 'Svaret från organisationens inloggning kunde inte godkännas. Försök igen. Berätta för huvudanvändaren om det upprepas.',
    en: 'The answer of the organisation’s sign-in could not be accepted. Try again. If it happens again, tell your admin.',
  },
  'sign-in-provider.rule-in-force': {
    fi: 'Henkilöstö kirjautuu nyt vain tällä kirjautumispalvelulla. Poista ensin rajaus kirjautumistavoista, niin voit vaihtaa palvelun tai ottaa sen pois käytöstä.',
    sv: 'Personalen loggar nu in endast med den här tjänsten. Ta först bort begränsningen, så kan du byta tjänst eller ta den ur bruk.',
    en: 'Staff signs in by this service only. First take that rule away, then you can change the service or take it out of use.',
  },
  'sign-in-provider.secret-needed': {
    fi: 'Kirjoita salaisuus. Se pitää antaa uudelleen aina, kun palvelun osoite tai tunniste muuttuu.',
    sv: 'Ange hemligheten. Den måste anges på nytt varje gång tjänstens adress eller id ändras.',
    en: 'Enter the secret. It has to be given again whenever the address or the identifier changes.',
  },
  'sign-in-provider.unavailable': {
    fi: 'Organisaation kirjautuminen ei juuri nyt vastaa. Yritä hetken kuluttua uudelleen.',
    sv: 'Organisationens inloggning svarar inte just nu. Försök igen om en stund.',
    en: 'The organisation’s sign-in is not answering right now. Try again in a moment.',
  },
  'staff.already-here': {
    fi: 'Tällä sähköpostiosoitteella on jo tunnus organisaatiossanne.',
    sv: 'Det finns redan ett konto med den här e-postadressen i er organisation.',
    en: 'There is already an account with this e-mail address in your organisation.',
  },
  'staff.cannot-be-invited': {
    fi: 'Tällä sähköpostiosoitteella ei voi kutsua. Käytä toista osoitetta.',
    sv: 'Det går inte att bjuda in med den här e-postadressen. Använd en annan adress.',
    en: 'This e-mail address cannot be invited. Use another address.',
  },
  'staff.cannot-meet-clients': {
    fi: 'Valitse työntekijä, jonka tunnus on käytössä ja joka tapaa asiakkaita.',
    sv: 'Välj en anställd som har ett konto i bruk och som träffar klienter.',
    en: 'Choose a colleague whose account is in use and who meets clients.',
  },
  'staff.last-admin': {
    fi: 'Organisaatiossa on oltava vähintään yksi pääkäyttäjä. Anna rooli ensin toiselle.',
    sv: 'Organisationen måste ha minst en huvudanvändare. Ge först rollen åt någon annan.',
    en: 'The organisation needs at least one admin. Give the role to somebody else first.',
  },
  'staff.last-emergency-admin': {
    fi: 'Henkilöstö kirjautuu vain organisaation kirjautumisella, joten jonkun pääkäyttäjän on päästävä sisään myös silloin, kun se ei toimi. Valitse ensin asetuksista toinen pääkäyttäjä siihen.',
    sv: 'Personalen loggar in endast med organisationens inloggning, så någon huvudanvändare måste komma in även när den inte fungerar. Välj först en annan huvudanvändare till det i inställningarna.',
    en: 'Staff signs in by the organisation’s sign-in only, so some admin must get in while it is down. First choose another admin for that in the settings.',
  },
  'staff.link-by-mail-only': {
    fi: 'Tunnus on ollut käytössä, joten linkki lähetetään vain työntekijän omaan sähköpostiin. Lähetä kutsu uudelleen.',
    sv: 'Kontot har varit i bruk, så länken skickas bara till den anställdas egen e-post. Skicka inbjudan på nytt.',
    en: 'The account has been in use, so its link goes only to the person’s own e-mail. Send the invitation again.',
  },
  'staff.not-oneself': {
    fi: 'Et voi tehdä tätä itsellesi. Pyydä jotakuta muuta, jolla on siihen oikeus, kuten toista pääkäyttäjää. Ainoa pääkäyttäjä kutsuu ensin toisen.',
    sv: 'Du kan inte göra det här för dig själv. Be någon annan som har rätt till det, till exempel en annan huvudanvändare. Den enda huvudanvändaren bjuder först in en till.',
    en: 'You cannot do this for yourself. Ask somebody else who may, such as another admin. An only admin invites another first.',
  },
  'staff.state-changed': {
    fi: 'Tunnuksen tila on muuttunut. Katso luettelo uudelleen.',
    sv: 'Kontots läge har ändrats. Se på listan på nytt.',
    en: 'The account has changed meanwhile. Look at the list again.',
  },
  'stand-in.ends-before-start': {
    fi: 'Viimeinen päivä ei voi olla ennen ensimmäistä päivää.',
    sv: 'Den sista dagen kan inte vara före den första dagen.',
    en: 'The last day cannot be before the first day.',
  },
  'stand-in.in-past': {
    fi: 'Ensimmäinen päivä on jo mennyt. Valitse tämä päivä tai myöhempi.',
    sv: 'Den första dagen har redan gått. Välj dagens datum eller ett senare.',
    en: 'The first day has already passed. Choose today or a later day.',
  },
  'stand-in.too-long': {
    fi: 'Sijaisuus voi kestää enintään vuoden.',
    sv: 'Ett vikariat kan vara i högst ett år.',
    en: 'Somebody can stand in for at most a year.',
  },
  'team.name-taken': {
    fi: 'Samanniminen tiimi on jo olemassa. Anna toinen nimi.',
    sv: 'Det finns redan ett team med samma namn. Ge ett annat namn.',
    en: 'There is already a team with that name. Give it another name.',
  },
  'vault.keys-missing': {
    fi: 'Asiakkaiden tietoja ei juuri nyt saada auki. Mitään ei ole hävinnyt. Yritä hetken kuluttua uudelleen.',
    sv: 'Klienternas uppgifter kan inte öppnas just nu. Inget har försvunnit. Försök igen om en stund.',
    en: 'Clients’ details cannot be opened right now. Nothing is lost. Please try again in a moment.',
  },
  'vault.sealed': {
    fi: 'Asiakkaan tiedot on poistettu.',
    sv: 'Klientens uppgifter har raderats.',
    en: 'The client’s details have been deleted.',
  },
  'visit.alone-by-another': {
    fi: 'Toinen työntekijä puhuu juuri nyt kahden kesken. Hän kutsuu muut takaisin.',
    sv: 'En annan anställd har just nu ett samtal på tu man hand. Hen kallar tillbaka de andra.',
    en: 'Another member of staff is speaking with somebody alone just now. They bring the others back.',
  },
  'visit.already-met': {
    fi: 'Tapaaminen on jo alkanut. Päätä se ensin ja varaa sitten uusi aika.',
    sv: 'Mötet har redan börjat. Avsluta det först och boka sedan en ny tid.',
    en: 'The visit has already begun. End it first, then book a new time.',
  },
  'visit.arrival-changed': {
    fi: 'Asiakas vaihtoi juuri laitetta. Tarkista tiedot ja ota sitten vastaan.',
    sv: 'Klienten bytte just enhet. Kontrollera uppgifterna och släpp sedan in.',
    en: 'The client has just changed to another device. Check the details, then let them in.',
  },
  'visit.client-needed': {
    fi: 'Asiakasta ei voi poistaa tapaamisesta. Peru tapaaminen, jos sitä ei pidetä.',
    sv: 'Klienten kan inte tas bort från mötet. Avboka mötet om det inte blir av.',
    en: 'The client cannot be removed from the visit. Cancel the visit if it does not take place.',
  },
  'visit.finding-changed': {
    fi: 'Tunnistautumisen tulos muuttui juuri. Tarkista se ja ota sitten vastaan.',
    sv: 'Resultatet av identifieringen ändrades just. Kontrollera det och släpp sedan in.',
    en: 'The result of the identification has just changed. Check it, then let them in.',
  },
  'visit.ended': {
    fi: 'Tapaaminen on päättynyt.',
    sv: 'Mötet är avslutat.',
    en: 'The visit has ended.',
  },
  'visit-code.unknown': {
    fi: 'Koodi ei kelpaa. Tarkista, että kaikki merkit ovat oikein. Jos koodi on vanhasta kutsusta, pyydä uusi siltä, joka kutsui sinut.',
    sv: 'Koden går inte att använda. Kontrollera att alla tecken är rätt. Om koden är från en gammal inbjudan, be om en ny av den som bjöd in dig.',
    en: 'The code does not work. Check that every character is right. If it is from an old invitation, ask for a new one from whoever invited you.',
  },
  'visit.not-in-meeting': {
    fi: 'Hän ei ole juuri nyt tapaamisessa.',
    sv: 'Personen är inte i mötet just nu.',
    en: 'They are not in the meeting just now.',
  },
  'visit.no-relationship': {
    fi: 'Tämän tapaamisen tietojen säilytys ei riipu asiakkuuden päättymisestä.',
    sv: 'Hur länge uppgifterna om det här mötet sparas beror inte på när klientrelationen upphör.',
    en: 'How long this visit’s details are kept does not depend on the client relationship.',
  },
  'visit.held': {
    fi: 'Tapaamisen tiedot on lukittu, joten niitä ei voi nyt poistaa tai muuttaa.',
    sv: 'Mötets uppgifter är låsta, så de kan inte raderas eller ändras nu.',
    en: 'The visit’s details are held, so they cannot be deleted or changed now.',
  },
  'visit.not-ended': {
    fi: 'Tapaaminen ei ole vielä päättynyt.',
    sv: 'Mötet är inte avslutat ännu.',
    en: 'The visit has not ended yet.',
  },
  'visit.outcome-impossible': {
    fi: 'Tapaamista ei voi merkitä näin: asiakas kävi odotushuoneessa, tai sovittu aika on vielä edessä.',
    sv: 'Mötet kan inte märkas så: klienten var i väntrummet, eller den avtalade tiden har inte börjat.',
    en: 'The visit cannot be marked like this: the client came to the waiting room, or the agreed time is still ahead.',
  },
  'visit.observer-not-agreed': {
    fi: 'Lupaa siihen, että opiskelija seuraa tapaamista, ei ole. Sitä kysytään asiakkaalta ja alaikäisen huoltajilta heidän omilla sivuillaan.',
    sv: 'Det finns inget samtycke till att en studerande följer mötet. Klienten och en minderårigs vårdnadshavare får frågan på sina egna sidor.',
    en: 'There is no consent to a student following the visit. The client and a minor’s guardians are asked on their own pages.',
  },
  'visit.reachable-guardian-needed': {
    fi: 'Viestit menevät vain tälle huoltajalle, joten häntä ei voi poistaa alaikäisen tapaamisesta. Lisää ensin toinen huoltaja, jolla on puhelinnumero tai sähköposti, tai peru tapaaminen.',
    sv: 'Meddelandena når bara den här vårdnadshavaren, som därför inte kan tas bort från en minderårigs möte. Lägg först till en annan vårdnadshavare med telefonnummer eller e-post, eller avboka mötet.',
    en: 'Messages reach only this guardian, so they cannot be removed from a minor’s visit. First add another guardian with a phone number or an e-mail address, or cancel the visit.',
  },
  'visit.reason-needed': {
    fi: 'Häntä ei ole tunnistettu varauksen henkilöksi. Valitse, miten varmistit, että hän on oikea henkilö.',
    sv: 'Hen har inte identifierats som personen i bokningen. Välj hur du har försäkrat dig om att det är rätt person.',
    en: 'They have not been identified as the person of the booking. Choose how you made sure who they are.',
  },
  'visit.restricted': {
    fi: 'Tapaamisen tiedot on lukittu. Kysy lisää organisaatiosi tietosuojavastaavalta tai pääkäyttäjältä.',
    sv: 'Mötets uppgifter är låsta. Fråga mer av din organisations dataskyddsombud eller huvudanvändare.',
    en: 'The visit’s details are held. Ask your organisation’s data protection officer or an admin for more.',
  },
  'visit.too-many-participants': {
    fi: 'Tapaamiseen mahtuu enintään kahdeksan linkillä kutsuttua. Poista ensin joku.',
    sv: 'I ett möte ryms högst åtta personer som bjuds in med en länk. Ta först bort någon.',
    en: 'A visit has room for at most eight people who are invited with a link. Remove somebody first.',
  },
  'working-hours.ends-before-start': {
    fi: 'Työaika päättyy ennen kuin se alkaa. Tarkista kellonajat.',
    sv: 'Arbetstiden slutar innan den börjar. Kontrollera klockslagen.',
    en: 'Work ends before it begins. Please check the times.',
  },
  'working-hours.overlap': {
    fi: 'Saman päivän työajat menevät päällekkäin. Tarkista kellonajat.',
    sv: 'Arbetstiderna samma dag överlappar varandra. Kontrollera klockslagen.',
    en: 'Two working times of the day overlap. Please check the times.',
  },
};
