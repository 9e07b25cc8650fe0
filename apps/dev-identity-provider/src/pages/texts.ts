import type { Language } from '@tapaamo/contracts';
import type { Method } from '../conduct/dialects.js';
import type { Answer } from '../login-answers.js';
import type { LevelName } from '../protocol.js';
import type { PersonGroup, PersonNote } from '../test-persons.js';

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
  levels: Record<LevelName, string>;
  moreLevels: string;
  method: string;
  methodByLevel: string;
  methods: Record<Method, string>;
  groups: Record<PersonGroup | 'all', string>;
  group: string;
  notes: Record<PersonNote, string>;
  search: string;
  searchHint: string;
  show: string;
  nobodyFound: string;
  showAll: string;
  otherAnswers: string;
  otherAnswersHint: string;
  answers: Record<Answer, string>;
  elsewhere: string;
  elsewhereHeading: string;
  elsewhereHint: string;
  address: string;
  control: string;
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
    levels: {
      substantial: 'Korotettu (pankkitunnukset)',
      high: 'Korkea (varmennekortti)',
      eidasSubstantial: 'eIDAS, korotettu',
      eidasHigh: 'eIDAS, korkea',
      realSubstantial: 'Oikean verkon taso testiympäristöstä: ei saa kelvata',
      eidasLow: 'eIDAS, matala: ei saa kelvata',
      weak: 'Finnish Authenticator, ei vahva: ei saa kelvata',
    },
    moreLevels: 'Muut tasot ja tunnistusväline',
    method: 'Tunnistusväline',
    methodByLevel: 'Tason mukaan',
    methods: {
      bank: 'Pankkitunnukset',
      mobile: 'Mobiilivarmenne',
      card: 'Varmennekortti',
      eidas: 'eIDAS',
    },
    groups: {
      usual: 'Tavalliset',
      suomifi: 'Suomi.fi',
      banks: 'Pankit',
      signs: 'Välimerkit, lapset',
      names: 'Vaikeat nimet',
      eidas: 'eIDAS',
      odd: 'Poikkeavat',
      all: 'Kaikki',
    },
    group: 'Näytä',
    notes: {
      'wrong-check': 'tarkistusmerkki on väärä',
      dead: 'kuollut',
      abroad: 'osoite ulkomailla',
      'non-disclosure': 'turvakielto',
      'display-name-only': 'nimi vain yhtenä kokonaisuutena',
      'other-birth-date': 'syntymäaika on muu kuin tunnuksessa',
      'no-birth-date': 'syntymäaikaa ei kerrota',
      'sign-only': 'tunnukset eroavat vain välimerkiltä',
      guardian: 'huoltaja',
      child: 'lapsi',
    },
    search: 'Etsi henkilöä',
    searchHint: 'Nimi tai tunnus',
    show: 'Etsi',
    nobodyFound: 'Hakua vastaavaa henkilöä ei ole.',
    showAll: 'Näytä kaikki henkilöt',
    otherAnswers: 'Muita vastauksia palvelulle',
    otherAnswersHint: 'Näistä kehittäjä näkee, mitä palvelu sanoo, kun tunnistus päättyy toisin.',
    answers: {
      access_denied: 'Keskeytys: access_denied (Telia)',
      op_cancel: 'Keskeytys: cancel (OP)',
      server_error: 'Virhe: server_error',
      temporarily_unavailable: 'Virhe: temporarily_unavailable',
      unknown: 'Tuntematon virhe, jonka tekstissä on vihamielistä koodia',
    },
    elsewhere: 'Palaa toisessa selaimessa',
    elsewhereHeading: 'Paluu toisessa selaimessa',
    elsewhereHint:
      'Näin käy, kun pankin sovellus avaa paluuosoitteen toisessa selaimessa. Kopioi osoite ja avaa se siellä. Se kelpaa kerran.',
    address: 'Paluuosoite',
    control: 'Tunnistuspalvelun ohjaus',
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
    levels: {
      substantial: 'Väsentlig (bankkoder)',
      high: 'Hög (certifikatkort)',
      eidasSubstantial: 'eIDAS, väsentlig',
      eidasHigh: 'eIDAS, hög',
      realSubstantial: 'Det riktiga nätets nivå från testmiljön: får inte duga',
      eidasLow: 'eIDAS, låg: får inte duga',
      weak: 'Finnish Authenticator, inte stark: får inte duga',
    },
    moreLevels: 'Andra nivåer och identifieringsverktyg',
    method: 'Identifieringsverktyg',
    methodByLevel: 'Enligt nivån',
    methods: {
      bank: 'Bankkoder',
      mobile: 'Mobilcertifikat',
      card: 'Certifikatkort',
      eidas: 'eIDAS',
    },
    groups: {
      usual: 'Vanliga',
      suomifi: 'Suomi.fi',
      banks: 'Banker',
      signs: 'Skiljetecken, barn',
      names: 'Svåra namn',
      eidas: 'eIDAS',
      odd: 'Avvikande',
      all: 'Alla',
    },
    group: 'Visa',
    notes: {
      'wrong-check': 'kontrolltecknet är fel',
      dead: 'avliden',
      abroad: 'adress utomlands',
      'non-disclosure': 'spärrmarkering',
      'display-name-only': 'namnet bara som en helhet',
      'other-birth-date': 'födelsedatum är ett annat än i beteckningen',
      'no-birth-date': 'födelsedatum berättas inte',
      'sign-only': 'bara skiljetecknet skiljer beteckningarna',
      guardian: 'vårdnadshavare',
      child: 'barn',
    },
    search: 'Sök en person',
    searchHint: 'Namn eller beteckning',
    show: 'Sök',
    nobodyFound: 'Ingen person motsvarar sökningen.',
    showAll: 'Visa alla personer',
    otherAnswers: 'Andra svar till tjänsten',
    otherAnswersHint:
      'Här ser utvecklaren vad tjänsten säger när identifieringen slutar på annat sätt.',
    answers: {
      access_denied: 'Avbrott: access_denied (Telia)',
      op_cancel: 'Avbrott: cancel (OP)',
      server_error: 'Fel: server_error',
      temporarily_unavailable: 'Fel: temporarily_unavailable',
      unknown: 'Ett okänt fel med fientlig kod i texten',
    },
    elsewhere: 'Återvänd i en annan webbläsare',
    elsewhereHeading: 'Återkomst i en annan webbläsare',
    elsewhereHint:
      'Så går det när bankens app öppnar returadressen i en annan webbläsare. Kopiera adressen och öppna den där. Den gäller en gång.',
    address: 'Returadress',
    control: 'Styrning av identifieringstjänsten',
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
    levels: {
      substantial: 'Substantial (bank codes)',
      high: 'High (certificate card)',
      eidasSubstantial: 'eIDAS, substantial',
      eidasHigh: 'eIDAS, high',
      realSubstantial: 'A level of the real network from a test environment: must not do',
      eidasLow: 'eIDAS, low: must not do',
      weak: 'Finnish Authenticator, not strong: must not do',
    },
    moreLevels: 'Other levels and means of identification',
    method: 'Means of identification',
    methodByLevel: 'By the level',
    methods: {
      bank: 'Bank codes',
      mobile: 'Mobile certificate',
      card: 'Certificate card',
      eidas: 'eIDAS',
    },
    groups: {
      usual: 'Usual',
      suomifi: 'Suomi.fi',
      banks: 'Banks',
      signs: 'Signs, children',
      names: 'Hard names',
      eidas: 'eIDAS',
      odd: 'Odd',
      all: 'All',
    },
    group: 'Show',
    notes: {
      'wrong-check': 'the check character is wrong',
      dead: 'dead',
      abroad: 'address abroad',
      'non-disclosure': 'non-disclosure for personal safety',
      'display-name-only': 'the name only as a whole',
      'other-birth-date': 'the birth date is not the one of the code',
      'no-birth-date': 'the birth date is not told',
      'sign-only': 'the codes differ only by the sign',
      guardian: 'guardian',
      child: 'child',
    },
    search: 'Look for a person',
    searchHint: 'Name or code',
    show: 'Search',
    nobodyFound: 'Nobody is like that.',
    showAll: 'Show all persons',
    otherAnswers: 'Other answers to the service',
    otherAnswersHint:
      'They show a developer what the service says when an identification ends otherwise.',
    answers: {
      access_denied: 'Cancelled: access_denied (Telia)',
      op_cancel: 'Cancelled: cancel (OP)',
      server_error: 'Error: server_error',
      temporarily_unavailable: 'Error: temporarily_unavailable',
      unknown: 'An unknown error with hostile code in its text',
    },
    elsewhere: 'Return in another browser',
    elsewhereHeading: 'Back in another browser',
    elsewhereHint:
      'This is what happens when a bank’s app opens the return address in another browser. Copy the address and open it there. It is good for one use.',
    address: 'Return address',
    control: 'Control of the identity provider',
    identify: 'Identify',
    cancel: 'Cancel',
    nameMissing: 'Type a given name and a family name.',
    failed: 'The identification did not succeed',
    failedHint: 'Go back to the service and start the identification again.',
    language: 'Language',
  },
};
