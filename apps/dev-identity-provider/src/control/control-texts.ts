import type { Language } from '@tapaamo/contracts';
import type { DialectName, RequestMode } from '../conduct/dialects.js';
import type { FaultPlace } from '../conduct/faults.js';
import type { KeyStage } from '../keys/key-ring.js';
import type { RequestKind } from '../watch/last-requests.js';

/** Texts of the control page. */
export interface ControlTexts {
  heading: string;
  intro: string;
  allIsWell: string;
  failing: string;
  dialect: string;
  dialectHint: string;
  dialects: Record<DialectName, string>;
  requestMode: string;
  byDialect: string;
  requestModes: Record<RequestMode, string>;
  faults: string;
  faultsHint: string;
  nothingFails: string;
  places: Record<FaultPlace, string>;
  seconds: string;
  keys: string;
  keysHint: string;
  stages: Record<KeyStage, string>;
  replaceKey: string;
  publishKey: string;
  useKey: string;
  withdrawKeys: string;
  downloads: string;
  metadataFile: string;
  keysFile: string;
  entityKeysFile: string;
  notice: string;
  noticeHint: string;
  publishNotice: string;
  signOut: string;
  signOutHint: string;
  nobodySignedIn: string;
  signOutElsewhere: string;
  signedOutElsewhere: string;
  back: string;
  last: string;
  lastHint: string;
  nothingAsked: string;
  kinds: Record<RequestKind, string>;
  parameters: string;
  header: string;
  forget: string;
  save: string;
}

/** Texts by language. */
export const CONTROL_TEXTS: Record<Language, ControlTexts> = {
  fi: {
    heading: 'Tunnistuspalvelun ohjaus',
    intro:
      'Tällä sivulla kehittäjä näkee, miltä tunnistuspalvelun kielet, viat ja huollot näyttävät palvelussa. Kaikki palaa ennalleen, kun palvelu käynnistetään uudelleen.',
    allIsWell: 'Kaikki toimii.',
    failing: 'Nyt päällä oleva vika:',
    dialect: 'Murre',
    dialectHint: 'Palvelun asetuksen OIDC_DIALECT on oltava sama.',
    dialects: {
      dev: 'dev: kehitys, kuin Telia',
      'ftn-oid': 'ftn-oid: Telia, Ubisecure',
      'op-isb': 'op-isb: OP, ei metatietoja, keskeytys on cancel',
      signicat: 'signicat: allekirjoitettu tai ennalta lähetetty pyyntö',
      'suomifi-oidc': 'suomifi-oidc: DVV:n mallin mukaan',
      generic: 'generic: pelkkä OpenID Connect',
    },
    requestMode: 'Hyväksytty pyyntö',
    byDialect: 'Murteen mukaan',
    requestModes: {
      jar: 'Allekirjoitettu (JAR)',
      par: 'Ennalta lähetetty (PAR)',
      'jar-or-par': 'Jompikumpi näistä',
      plain: 'Myös tavallinen',
    },
    faults: 'Viat',
    faultsHint: 'Yksi kerrallaan. Jokaisen alla lukee, mitä palvelun pitää silloin tehdä.',
    nothingFails: 'Mikään ei ole vialla',
    places: {
      discovery: 'Metatiedot',
      keys: 'Avaimet',
      return: 'Paluu',
      'token-endpoint': 'Tunnisteiden osoite',
      'id-token': 'Tunniste',
    },
    seconds: 'Viive tai kellon ero sekunteina',
    keys: 'Allekirjoitusavaimet',
    keysHint:
      'OP vaihtaa avaimensa viikoittain. Palvelun pitää hakea avaimet uudelleen, kun se kohtaa tuntemattoman.',
    stages: {
      use: 'käytössä',
      'warm-up': 'julkaistu, ei vielä käytössä',
      cooldown: 'väistynyt, yhä julkaistu',
    },
    replaceKey: 'Vaihda avain heti',
    publishKey: 'Julkaise uusi avain',
    useKey: 'Ota julkaistu käyttöön',
    withdrawKeys: 'Poista väistyneet',
    downloads: 'Tiedostot palvelun asetuksia varten',
    metadataFile: 'Metatiedot',
    keysFile: 'Julkiset avaimet',
    entityKeysFile: 'Vahvistava avain (entity key)',
    notice: 'Häiriötiedote',
    noticeHint:
      'Julkaistaan samoissa muodoissa kuin Telia (maintenance.txt) ja OP (disturbanceInfo). Tyhjä teksti poistaa tiedotteen.',
    publishNotice: 'Julkaise tiedote',
    signOut: 'Tunnistautuneet',
    signOutHint:
      'Kun henkilö kirjautuu ulos muualla, tunnistuspalvelu avaa piilotetun kehyksen palvelun uloskirjausosoitteeseen.',
    nobodySignedIn: 'Kukaan ei ole tunnistautunut.',
    signOutElsewhere: 'Kirjaa ulos muussa palvelussa',
    signedOutElsewhere: 'Henkilö kirjautui ulos muussa palvelussa',
    back: 'Takaisin ohjaukseen',
    last: 'Mitä palvelu viimeksi pyysi',
    lastHint: 'Vain muistissa. Kertakäyttöisistä salaisuuksista näkyy alku.',
    nothingAsked: 'Mitään ei ole vielä pyydetty.',
    kinds: {
      authorization: 'Tunnistuspyyntö',
      pushed: 'Ennalta lähetetty pyyntö',
      token: 'Koodin vaihto',
      'id-token': 'Annettu tunniste, avattuna',
      'sign-out': 'Uloskirjautuminen',
    },
    parameters: 'Parametrit',
    header: 'otsake',
    forget: 'Unohda pyynnöt',
    save: 'Ota käyttöön',
  },
  sv: {
    heading: 'Styrning av identifieringstjänsten',
    intro:
      'Här ser utvecklaren hur identifieringstjänstens språk, fel och servicearbeten ter sig i tjänsten. Allt återgår när identifieringstjänsten startas om.',
    allIsWell: 'Allt fungerar.',
    failing: 'Felet som är på:',
    dialect: 'Dialekt',
    dialectHint: 'Tjänstens inställning OIDC_DIALECT ska vara densamma.',
    dialects: {
      dev: 'dev: utveckling, som Telia',
      'ftn-oid': 'ftn-oid: Telia och Ubisecure',
      'op-isb': 'op-isb: OP, inga metadata, avbrott är cancel',
      signicat: 'signicat: undertecknad eller förhandssänd begäran',
      'suomifi-oidc': 'suomifi-oidc: enligt DVV:s modell',
      generic: 'generic: bara OpenID Connect',
    },
    requestMode: 'Godkänd begäran',
    byDialect: 'Enligt dialekten',
    requestModes: {
      jar: 'Undertecknad (JAR)',
      par: 'Sänd på förhand (PAR)',
      'jar-or-par': 'Någondera av dessa',
      plain: 'Också en vanlig',
    },
    faults: 'Fel',
    faultsHint: 'Ett i taget. Under varje står vad tjänsten då ska göra.',
    nothingFails: 'Inget är fel',
    places: {
      discovery: 'Metadata',
      keys: 'Nycklar',
      return: 'Återkomst',
      'token-endpoint': 'Intygens adress',
      'id-token': 'Intyg',
    },
    seconds: 'Dröjsmål eller klockans skillnad i sekunder',
    keys: 'Nycklar för underskrift',
    keysHint:
      'OP byter sina nycklar varje vecka. Tjänsten ska hämta nycklarna på nytt när den möter en okänd.',
    stages: {
      use: 'i bruk',
      'warm-up': 'publicerad, ännu inte i bruk',
      cooldown: 'avgången, ännu publicerad',
    },
    replaceKey: 'Byt nyckel genast',
    publishKey: 'Publicera en ny nyckel',
    useKey: 'Ta den publicerade i bruk',
    withdrawKeys: 'Ta bort avgångna',
    downloads: 'Filer för tjänstens inställningar',
    metadataFile: 'Metadata',
    keysFile: 'Publika nycklar',
    entityKeysFile: 'Bekräftande nyckel (entity key)',
    notice: 'Störningsmeddelande',
    noticeHint:
      'Publiceras i samma form som Telia (maintenance.txt) och OP (disturbanceInfo) gör. En tom text tar bort meddelandet.',
    publishNotice: 'Publicera meddelandet',
    signOut: 'Identifierade personer',
    signOutHint:
      'När personen loggar ut någon annanstans öppnar identifieringstjänsten en dold ram till tjänstens utloggningsadress.',
    nobodySignedIn: 'Ingen har identifierat sig.',
    signOutElsewhere: 'Logga ut i en annan tjänst',
    signedOutElsewhere: 'Personen loggade ut i en annan tjänst',
    back: 'Tillbaka till styrningen',
    last: 'Vad tjänsten senast bad om',
    lastHint: 'Bara i minnet. Av hemligheter för en gångs bruk visas början.',
    nothingAsked: 'Inget har begärts ännu.',
    kinds: {
      authorization: 'Begäran om identifiering',
      pushed: 'Förhandssänd begäran',
      token: 'Byte av kod',
      'id-token': 'Givet intyg, öppnat',
      'sign-out': 'Utloggning',
    },
    parameters: 'Parametrar',
    header: 'huvud',
    forget: 'Glöm begärandena',
    save: 'Ta i bruk',
  },
  en: {
    heading: 'Control of the identity provider',
    intro:
      'Here a developer sees how the dialects, faults and outages of an identity provider look in a service. A restart of the provider puts all back.',
    allIsWell: 'All is well.',
    failing: 'The fault that is on:',
    dialect: 'Dialect',
    dialectHint: 'The service must have the same in OIDC_DIALECT.',
    dialects: {
      dev: 'dev: development, like Telia',
      'ftn-oid': 'ftn-oid: Telia and others with OIDs',
      'op-isb': 'op-isb: OP, no metadata, cancelling is cancel',
      signicat: 'signicat: a signed or pushed request',
      'suomifi-oidc': 'suomifi-oidc: by the model of DVV',
      generic: 'generic: nothing but OpenID Connect',
    },
    requestMode: 'Requests that are taken',
    byDialect: 'By the dialect',
    requestModes: {
      jar: 'Signed (JAR)',
      par: 'Pushed beforehand (PAR)',
      'jar-or-par': 'Either of the two',
      plain: 'Plain ones too',
    },
    faults: 'Faults',
    faultsHint: 'One at a time. Below each stands what a service must do then.',
    nothingFails: 'Nothing is wrong',
    places: {
      discovery: 'Metadata',
      keys: 'Keys',
      return: 'Return',
      'token-endpoint': 'Token endpoint',
      'id-token': 'ID token',
    },
    seconds: 'Delay or difference of the clock in seconds',
    keys: 'Signing keys',
    keysHint:
      'OP changes its keys every week. A service must read the keys again when it meets an unknown one.',
    stages: {
      use: 'in use',
      'warm-up': 'published, not in use yet',
      cooldown: 'replaced, still published',
    },
    replaceKey: 'Replace the key at once',
    publishKey: 'Publish a new key',
    useKey: 'Use the published one',
    withdrawKeys: 'Withdraw replaced ones',
    downloads: 'Files for the settings of a service',
    metadataFile: 'Metadata',
    keysFile: 'Public keys',
    entityKeysFile: 'Key that vouches (entity key)',
    notice: 'Notice of an outage',
    noticeHint:
      'Published in the forms of Telia (maintenance.txt) and OP (disturbanceInfo). An empty text takes it back.',
    publishNotice: 'Publish the notice',
    signOut: 'Identified persons',
    signOutHint:
      'When somebody signs out elsewhere, the provider opens a hidden frame to the sign-out address of the service.',
    nobodySignedIn: 'Nobody has identified.',
    signOutElsewhere: 'Sign out in another service',
    signedOutElsewhere: 'The person signed out in another service',
    back: 'Back to the control',
    last: 'What the service asked last',
    lastHint: 'In memory only. Of secrets for one use the beginning is shown.',
    nothingAsked: 'Nothing has been asked yet.',
    kinds: {
      authorization: 'Request for an identification',
      pushed: 'Pushed request',
      token: 'Exchange of the code',
      'id-token': 'ID token that was given, opened',
      'sign-out': 'Sign-out',
    },
    parameters: 'Parameters',
    header: 'header of it',
    forget: 'Forget the requests',
    save: 'Put into use',
  },
};
