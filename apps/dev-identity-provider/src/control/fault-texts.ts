import type { Language } from '@tapaamo/contracts';
import type { Fault } from '../conduct/faults.js';

/** What a fault is called, and what a relying party must do about it. */
export type FaultText = readonly [name: string, lesson: string];

/** Texts of the faults by language. */
export const FAULT_TEXTS: Record<Language, Record<Fault, FaultText>> = {
  fi: {
    'discovery-down': [
      'Metatiedot eivät vastaa',
      'Palvelu käynnistyy silti, kertoo häiriöstä ja yrittää harvakseltaan uudelleen.',
    ],
    'wrong-issuer': [
      'Metatiedoissa on toisen palvelun nimi',
      'Metatietoja ei saa käyttää, jos niiden issuer ei ole täsmälleen se, joka on asetettu.',
    ],
    'keys-down': [
      'Avainten osoite ei vastaa',
      'Ketään ei päästetä sisään ilman tarkistettua allekirjoitusta; henkilö pyydetään yrittämään uudelleen.',
    ],
    'other-issuer-returns': [
      'Paluuosoitteessa on toisen palvelun nimi',
      'Vastaus hylätään (RFC 9207), jottei toisen palvelun vastausta voi sotkea tähän.',
    ],
    'token-slow': [
      'Tunnisteiden osoite vastaa hitaasti',
      'Odotukselle on raja, enintään kymmenen sekuntia, ja henkilö saa selvän sivun.',
    ],
    'token-hangs': [
      'Tunnisteiden osoite ei vastaa koskaan',
      'Raja katkaisee odotuksen eikä palvelun muu käyttö hidastu.',
    ],
    'token-500': [
      'Tunnisteiden osoite vastaa 500',
      'Henkilö pyydetään yrittämään uudelleen; vastauksen tekstiä ei näytetä eikä kirjata.',
    ],
    'token-400': [
      'Tunnisteiden osoite vastaa 400',
      'Koodi on käytetty: aloitetaan alusta eikä lähetetä samaa uudelleen.',
    ],
    'token-html': [
      'Tunnisteiden osoite vastaa huoltosivulla',
      'Sivua ei tulkita vastaukseksi, vaikka sen tila on 200.',
    ],
    'not-encrypted': [
      'Tunniste ei ole salattu',
      'Vaaditaan viisiosainen salattu tunniste; pelkkä allekirjoitus ei riitä.',
    ],
    'foreign-signature': [
      'Tunnisteen on allekirjoittanut joku muu',
      'Allekirjoitus tarkistetaan julkaistulla avaimella aina, myös suorassa vastauksessa.',
    ],
    'wrong-nonce': [
      'Tunnisteessa on väärä nonce',
      'Tunniste kuuluu toiseen tunnistautumiseen ja hylätään.',
    ],
    'other-audience': [
      'Tunniste on tehty toiselle palvelulle',
      'aud-kentän on oltava oma tunnus, muuten toisen palvelun tunniste kelpaisi täällä.',
    ],
    'old-sign-in': [
      'Tunnistautuminen on vuorokauden takaa',
      'auth_time verrataan aloitushetkeen: edellinen käyttäjä ei saa kelvata seuraavasta.',
    ],
    'clock-off': [
      'Palvelun kello on väärässä',
      'Puoli minuuttia suvaitaan, sitä suurempi ero hylätään.',
    ],
  },
  sv: {
    'discovery-down': [
      'Metadata svarar inte',
      'Tjänsten startar ändå, berättar om störningen och försöker igen med allt längre pauser.',
    ],
    'wrong-issuer': [
      'Metadata har en annan tjänsts namn',
      'Metadata får inte användas om issuer inte är exakt den som har ställts in.',
    ],
    'keys-down': [
      'Nycklarnas adress svarar inte',
      'Ingen släpps in utan kontrollerad underskrift; personen ombeds försöka igen.',
    ],
    'other-issuer-returns': [
      'Returadressen har en annan tjänsts namn',
      'Svaret förkastas (RFC 9207), så att en annan tjänsts svar inte kan blandas in här.',
    ],
    'token-slow': [
      'Intygens adress svarar långsamt',
      'Väntan har en gräns på högst tio sekunder, och personen får en tydlig sida.',
    ],
    'token-hangs': [
      'Intygens adress svarar aldrig',
      'Gränsen avbryter väntan och resten av tjänsten blir inte långsammare.',
    ],
    'token-500': [
      'Intygens adress svarar 500',
      'Personen ombeds försöka igen; svarets text visas inte och loggas inte.',
    ],
    'token-400': [
      'Intygens adress svarar 400',
      'Koden är använd: man börjar om och skickar inte samma på nytt.',
    ],
    'token-html': [
      'Intygens adress svarar med en servicesida',
      'Sidan tolkas inte som ett svar fast dess status är 200.',
    ],
    'not-encrypted': [
      'Intyget är inte krypterat',
      'Ett krypterat intyg i fem delar krävs; enbart en underskrift räcker inte.',
    ],
    'foreign-signature': [
      'Intyget är undertecknat av någon annan',
      'Underskriften kontrolleras alltid med en publicerad nyckel, också i ett direkt svar.',
    ],
    'wrong-nonce': [
      'Intyget har fel nonce',
      'Intyget hör till en annan identifiering och förkastas.',
    ],
    'other-audience': [
      'Intyget är gjort för en annan tjänst',
      'Fältet aud ska vara den egna beteckningen, annars skulle en annan tjänsts intyg duga här.',
    ],
    'old-sign-in': [
      'Identifieringen är ett dygn gammal',
      'auth_time jämförs med starten: den förra användaren får inte duga som den nästa.',
    ],
    'clock-off': [
      'Tjänstens klocka går fel',
      'En halv minut tolereras, en större skillnad förkastas.',
    ],
  },
  en: {
    'discovery-down': [
      'The metadata does not answer',
      'Start all the same, say that there is a disturbance, and try again with growing pauses.',
    ],
    'wrong-issuer': [
      'The metadata names another provider',
      'Use no metadata whose issuer is not exactly the one that is configured.',
    ],
    'keys-down': [
      'The address of the keys does not answer',
      'Let nobody in without a checked signature; ask the person to try again.',
    ],
    'other-issuer-returns': [
      'The return address names another provider',
      'Refuse the answer (RFC 9207), so that no other provider’s answer is mixed in here.',
    ],
    'token-slow': [
      'The token endpoint is slow',
      'Limit the wait to ten seconds at most, and give the person a clear page.',
    ],
    'token-hangs': [
      'The token endpoint never answers',
      'Let the limit end the wait; nothing else of the service may become slower.',
    ],
    'token-500': [
      'The token endpoint answers 500',
      'Ask the person to try again; neither show nor log the text of the answer.',
    ],
    'token-400': [
      'The token endpoint answers 400',
      'The code is used up: begin anew and do not send the same again.',
    ],
    'token-html': [
      'The token endpoint answers with a maintenance page',
      'Take no page for an answer, though its status is 200.',
    ],
    'not-encrypted': [
      'The ID token is not encrypted',
      'Demand an encrypted token of five parts; a signature alone is not enough.',
    ],
    'foreign-signature': [
      'The ID token is signed by somebody else',
      'Check the signature with a published key always, in a direct answer too.',
    ],
    'wrong-nonce': [
      'The ID token has a wrong nonce',
      'The token belongs to another identification; refuse it.',
    ],
    'other-audience': [
      'The ID token is made for another service',
      'aud must be your own identifier, or another service’s token would do here.',
    ],
    'old-sign-in': [
      'The identification is a day old',
      'Compare auth_time with the beginning: the person before must not pass as the next one.',
    ],
    'clock-off': ['The clock of the provider is wrong', 'Tolerate half a minute and refuse more.'],
  },
};
