import type { Language } from '@tapaamo/contracts';

/** Texts of the pages. */
export interface Texts {
  title: string;
  notice: string;
  service: string;
  person: string;
  other: string;
  otherHint: string;
  givenNames: string;
  familyName: string;
  eidas: string;
  level: string;
  substantial: string;
  high: string;
  identify: string;
  cancel: string;
  nameMissing: string;
  failed: string;
  failedHint: string;
  language: string;
}

/** Texts by language. */
export const TEXTS: Record<Language, Texts> = {
  fi: {
    title: 'Testitunnistus',
    notice:
      'Tämä on kehityskäytön tunnistuspalvelu. Henkilöt ovat keksittyjä, eikä ketään tunnisteta oikeasti.',
    service: 'Tunnistaudut palveluun',
    person: 'Kuka olet?',
    other: 'Toinen henkilö',
    otherHint: 'Kirjoita mikä nimi tahansa.',
    givenNames: 'Etunimet',
    familyName: 'Sukunimi',
    eidas: 'eIDAS, ei henkilötunnusta',
    level: 'Tunnistuksen taso',
    substantial: 'Korotettu (pankkitunnukset)',
    high: 'Korkea (varmennekortti)',
    identify: 'Tunnistaudu',
    cancel: 'Peruuta',
    nameMissing: 'Kirjoita etunimi ja sukunimi.',
    failed: 'Tunnistautuminen ei onnistunut',
    failedHint: 'Palaa palveluun ja aloita tunnistautuminen uudelleen.',
    language: 'Kieli',
  },
  sv: {
    title: 'Testidentifiering',
    notice:
      'Det här är en identifieringstjänst för utveckling. Personerna är påhittade och ingen identifieras på riktigt.',
    service: 'Du identifierar dig för tjänsten',
    person: 'Vem är du?',
    other: 'En annan person',
    otherHint: 'Skriv vilket namn som helst.',
    givenNames: 'Förnamn',
    familyName: 'Efternamn',
    eidas: 'eIDAS, ingen personbeteckning',
    level: 'Identifieringens nivå',
    substantial: 'Väsentlig (bankkoder)',
    high: 'Hög (certifikatkort)',
    identify: 'Identifiera dig',
    cancel: 'Avbryt',
    nameMissing: 'Skriv förnamn och efternamn.',
    failed: 'Identifieringen lyckades inte',
    failedHint: 'Gå tillbaka till tjänsten och börja identifieringen om.',
    language: 'Språk',
  },
  en: {
    title: 'Test identification',
    notice:
      'This is an identification service for development. The persons are made up and nobody is identified for real.',
    service: 'You are identifying yourself to',
    person: 'Who are you?',
    other: 'Another person',
    otherHint: 'Type any name.',
    givenNames: 'Given names',
    familyName: 'Family name',
    eidas: 'eIDAS, no identity code',
    level: 'Level of identification',
    substantial: 'Substantial (bank codes)',
    high: 'High (certificate card)',
    identify: 'Identify',
    cancel: 'Cancel',
    nameMissing: 'Type a given name and a family name.',
    failed: 'The identification did not succeed',
    failedHint: 'Go back to the service and start the identification again.',
    language: 'Language',
  },
};
