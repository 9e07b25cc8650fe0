import { ASK_TIMES, BOOK, BOOKED, CHANGE, EVENT, VERIFY } from './developer-examples.js';
import type { Guide } from './guide-text.js';

/** For those who connect an organisation's record system. */
export const developer: Guide = {
  fi: [
    {
      heading: 'Avain ja kuvaus',
      text: [
        'Pääkäyttäjä tekee järjestelmällesi avaimen asetusten sivulla Rajapinnan avaimet. Lähetä avain otsakkeessa Authorization: Bearer. Säilytä se kuten salasana.',
        'Avaimen oikeudet: calendar:read lukee palvelut, ammattilaiset ja vapaat ajat, bookings:read tapaamisten tilan ja tositteet, bookings:write varaa, siirtää ja peruu.',
        'Rajapinnan kuvaus (OpenAPI) on osoitteessa /api/records/v1/openapi.json.',
        'Päivät ja kellonajat ovat Suomen aikaa (Europe/Helsinki). Hetket vastauksissa ovat UTC-aikaa.',
      ],
    },
    { heading: 'Etsi vapaa aika', text: [], code: [ASK_TIMES] },
    {
      heading: 'Varaa tapaaminen',
      text: [
        'Otsake Idempotency-Key on pakollinen: tee jokaiselle varaukselle uusi satunnainen arvo. Jos vastaus jää saamatta, lähetä sama pyyntö samalla arvolla uudelleen. Varaus tehdään silloin vain kerran. Arvo muistetaan vuorokauden.',
        'Kutsun ja muut viestit asiakkaalle lähettää Tapaamo. Asiakkaan nimeä, yhteystietoja ja linkkiä ei voi lukea rajapinnasta.',
        'recordReference on oma tunnisteesi tapaamiselle, enintään 64 merkkiä. Se ei saa olla henkilötunnus. Se palaa tapahtumissa ja tositteessa ja poistetaan tapaamisen tietojen mukana.',
      ],
      code: [BOOK, BOOKED],
    },
    {
      heading: 'Siirrä tai peru',
      text: [
        'Lähetä kentässä version se luku, jonka viimeksi sait vastauksessa tai tapahtuman kentässä bookingVersion. Jos joku on muuttanut varausta välissä, vastaus on 409 ja koodi booking.changed-meanwhile: lue tapaaminen uudelleen.',
        'Syy on yksi näistä: client-asked, professional-away, booked-wrongly, other.',
      ],
      code: [CHANGE],
    },
    {
      heading: 'Kun pyyntö ei onnistu',
      text: [
        'Virheet ovat muotoa application/problem+json (RFC 9457). Lue kenttää code, älä tekstiä: koodi ei muutu.',
        '401: avain ei kelpaa. 403: avaimella ei ole oikeutta. 404: tapaamista ei ole, tai se on jo poistettu. 409: aika on varattu. 429: odota otsakkeen Retry-After verran. 503: yritä uudelleen samalla Idempotency-Key-arvolla.',
      ],
    },
    {
      heading: 'Tapahtumat järjestelmääsi',
      text: [
        'Pääkäyttäjä antaa osoitteesi asetusten sivulla Asiakastietojärjestelmä. Tapahtumat ovat visit.booked, visit.moved, visit.cancelled ja visit.ended. Varaukset ja siirrot lähetetään vain, jos ne on valittu.',
        'Myös muutoksista, jotka järjestelmäsi teki itse rajapinnassa, tulee tapahtuma. Tunnistat ne siitä, että bookingVersion on jo sinulla.',
        'Tapahtuma kertoo tapaamisen viimeisimmän tilan. Jos järjestelmäsi oli poissa, välivaiheita ei lähetetä jälkikäteen. Saman visitId:n tapahtumista uusin on se, jossa version on suurin: ohita pienemmät.',
        'Kuittaa 2xx-vastauksella kymmenessä sekunnissa. Muuten tapahtuma lähetetään uudelleen yhä harvemmin, kunnes otat sen vastaan tai tapaamisen tiedot poistetaan. Sama webhook-id tarkoittaa aina samaa sisältöä.',
        'Kun visit.ended tai visit.cancelled tulee, receipt sisältää tapaamistositteen.',
      ],
      code: [EVENT],
    },
    {
      heading: 'Tarkista allekirjoitus',
      text: [
        'Muoto on Standard Webhooks, ja sille on valmiita kirjastoja. Tarkista myös aika, jotta vanhaa viestiä ei voi toistaa. Kun salaisuus vaihtuu, otsakkeessa on viikon ajan kaksi allekirjoitusta: yksi kelpaava riittää.',
      ],
      code: [VERIFY],
    },
  ],
  sv: [
    {
      heading: 'Nyckel och beskrivning',
      text: [
        'Huvudanvändaren skapar en nyckel för ditt system på sidan Gränssnittets nycklar i inställningarna. Skicka nyckeln i rubriken Authorization: Bearer. Förvara den som ett lösenord.',
        'Nyckelns rättigheter: calendar:read läser tjänster, anställda och lediga tider, bookings:read mötens läge och intyg, bookings:write bokar, flyttar och avbokar.',
        'Beskrivningen av gränssnittet (OpenAPI) finns på adressen /api/records/v1/openapi.json.',
        'Dagar och klockslag är finsk tid (Europe/Helsinki). Tidpunkter i svaren är i UTC.',
      ],
    },
    { heading: 'Sök en ledig tid', text: [], code: [ASK_TIMES] },
    {
      heading: 'Boka ett möte',
      text: [
        'Rubriken Idempotency-Key är obligatorisk: skapa ett nytt slumpmässigt värde för varje bokning. Om svaret uteblir, skicka samma begäran igen med samma värde. Då görs bokningen bara en gång. Värdet är känt i ett dygn.',
        'Tapaamo skickar inbjudan och andra meddelanden till klienten. Klientens namn, kontaktuppgifter och länk kan inte läsas i gränssnittet.',
        'recordReference är din egen beteckning för mötet, högst 64 tecken. Den får inte vara en personbeteckning. Den kommer tillbaka i händelser och intyg och raderas med mötets uppgifter.',
      ],
      code: [BOOK, BOOKED],
    },
    {
      heading: 'Flytta eller avboka',
      text: [
        'Skicka i fältet version det tal som du senast fick i ett svar eller i händelsens fält bookingVersion. Om någon har ändrat bokningen däremellan är svaret 409 och koden booking.changed-meanwhile: läs mötet på nytt.',
        'Orsaken är någon av dessa: client-asked, professional-away, booked-wrongly, other.',
      ],
      code: [CHANGE],
    },
    {
      heading: 'När en begäran inte lyckas',
      text: [
        'Felen har formen application/problem+json (RFC 9457). Läs fältet code, inte texten: koden ändras inte.',
        '401: nyckeln gäller inte. 403: nyckeln saknar rättigheten. 404: mötet finns inte eller är redan raderat. 409: tiden är upptagen. 429: vänta så länge som rubriken Retry-After säger. 503: försök igen med samma Idempotency-Key.',
      ],
    },
    {
      heading: 'Händelser till ditt system',
      text: [
        'Huvudanvändaren anger din adress på sidan Klientdatasystem i inställningarna. Händelserna är visit.booked, visit.moved, visit.cancelled och visit.ended. Bokningar och flyttar skickas bara om de har valts.',
        'Också ändringar som ditt system själv gjorde i gränssnittet ger en händelse. Du känner igen dem på att du redan har samma bookingVersion.',
        'En händelse berättar mötets senaste läge. Om ditt system var borta skickas mellanstegen inte i efterhand. Av händelserna för samma visitId är den nyast som har störst version: hoppa över mindre.',
        'Kvittera med ett 2xx-svar inom tio sekunder. Annars skickas händelsen igen allt glesare, tills du tar emot den eller mötets uppgifter raderas. Samma webhook-id betyder alltid samma innehåll.',
        'När visit.ended eller visit.cancelled kommer innehåller receipt mötesintyget.',
      ],
      code: [EVENT],
    },
    {
      heading: 'Kontrollera signaturen',
      text: [
        'Formen är Standard Webhooks, och det finns färdiga bibliotek för den. Kontrollera också tiden, så att ett gammalt meddelande inte kan upprepas. När hemligheten byts har rubriken två signaturer i en vecka: en som stämmer räcker.',
      ],
      code: [VERIFY],
    },
  ],
  en: [
    {
      heading: 'Key and description',
      text: [
        'An admin makes a key for your system on the page Keys of the API in the settings. Send the key in the header Authorization: Bearer. Keep it as you keep a password.',
        'What a key allows: calendar:read reads services, professionals and free times, bookings:read the state and receipts of visits, bookings:write books, moves and cancels.',
        'The description of the API (OpenAPI) is at /api/records/v1/openapi.json.',
        'Days and times of day are Finnish time (Europe/Helsinki). Instants in answers are in UTC.',
      ],
    },
    { heading: 'Find a free time', text: [], code: [ASK_TIMES] },
    {
      heading: 'Book a visit',
      text: [
        'The header Idempotency-Key is required: make a new random value for each booking. When no answer comes, send the same request again with the same value. Then it is booked only once. A value is known for a day.',
        'Tapaamo sends the invitation and all other messages to the client. The client’s name, contact details and link cannot be read through the API.',
        'recordReference is what you call the visit, 64 characters at most. It must not be an identity code. It comes back in events and in the receipt, and is deleted with the details of the visit.',
      ],
      code: [BOOK, BOOKED],
    },
    {
      heading: 'Move or cancel',
      text: [
        'Send as version the number that you got last, in an answer or in the field bookingVersion of an event. When somebody has changed the booking in between, the answer is 409 and the code booking.changed-meanwhile: read the visit again.',
        'The reason is one of these: client-asked, professional-away, booked-wrongly, other.',
      ],
      code: [CHANGE],
    },
    {
      heading: 'When a request does not succeed',
      text: [
        'Errors have the form application/problem+json (RFC 9457). Read the field code and not the text: the code does not change.',
        '401: the key does not work. 403: the key does not allow it. 404: there is no such visit, or it is deleted already. 409: the time is taken. 429: wait for as long as the header Retry-After says. 503: try again with the same Idempotency-Key.',
      ],
    },
    {
      heading: 'Events to your system',
      text: [
        'An admin enters your address on the page Record system in the settings. The events are visit.booked, visit.moved, visit.cancelled and visit.ended. Bookings and moves are sent only when they are chosen.',
        'Changes that your system itself made through the API are told as well. You know them by a bookingVersion that you have already.',
        'An event tells the latest state of the visit. When your system was away, what came in between is not sent afterwards. Of the events of one visitId the newest is the one with the highest version: skip lower ones.',
        'Answer with 2xx within ten seconds. Otherwise the event is sent again, further and further apart, until you take it or the details of the visit are deleted. The same webhook-id always means the same content.',
        'With visit.ended or visit.cancelled, receipt holds the visit receipt.',
      ],
      code: [EVENT],
    },
    {
      heading: 'Check the signature',
      text: [
        'The form is Standard Webhooks, and there are libraries for it. Check the time as well, so that an old message cannot be repeated. While a secret is replaced, the header has two signatures for a week: one that is right is enough.',
      ],
      code: [VERIFY],
    },
  ],
};
