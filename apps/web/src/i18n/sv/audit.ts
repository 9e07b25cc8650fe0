import type { Texts } from '../texts.js';

export const audit: Texts['audit'] = {
  heading: 'Logg',
  lead: 'Vem som gjorde eller såg vad och när. Loggen innehåller inga klientnamn. Även läsning av loggen antecknas.',
  filters: 'Avgränsa loggen',
  from: 'Från och med',
  to: 'Till och med',
  who: 'Vem',
  what: 'Vad',
  visit: 'Besökets identifierare',
  everyone: 'Alla',
  everything: 'Allt',
  show: 'Visa',
  clear: 'Rensa avgränsningarna',
  when: 'När',
  where: 'Nätverk',
  details: 'Vad det gäller',
  none: 'Inga poster hittades med avgränsningarna.',
  more: 'Visa äldre',
  shown_one: '{{count}} post visas',
  shown_other: '{{count}} poster visas',
  csv: 'Ladda ner som tabell (CSV)',
  jsonl: 'Ladda ner för program (JSON Lines)',
  intact: 'Loggen är hel, kontrollerad {{time}}',
  unchecked: 'Loggen har inte kontrollerats ännu. Den kontrolleras varje dag.',
  brokenLabel: 'Loggen är inte hel',
  brokenText:
    'Den första felaktiga posten är nummer {{sequence}}. Meddela administratören genast: någon har ändrat databasen.',
  sequence: 'Nummer',
  goneAccount: 'borttaget konto',
  actors: {
    staff: 'personal',
    client: 'klient',
    operator: 'driften',
    system: 'systemet',
    unknown: 'okänd',
  },
  events: {
    'sign-in': {
      succeeded: 'Loggade in',
      confirmed: 'Bekräftade sin identitet',
      failed: 'Inloggningen misslyckades',
    },
    'sign-out': {
      done: 'Loggade ut',
    },
    session: {
      ended: 'Avslutade sessioner',
    },
    password: {
      changed: 'Bytte lösenord',
    },
    'sign-in-method': {
      added: 'Lade till ett inloggningssätt',
      removed: 'Tog bort ett inloggningssätt',
    },
    'recovery-codes': {
      made: 'Skapade återställningskoder',
    },
    staff: {
      viewed: 'Såg personallistan',
      invited: 'Bjöd in till personalen',
      created: 'Skapade ett konto genom organisationens inloggning',
      imported: 'Importerade en personallista',
      'invitation-link-shown': 'Tog en inbjudans länk för att ge den själv',
      'invitation-withdrawn': 'Återkallade en inbjudan',
      'invitation-accepted': 'Godkände en inbjudan',
      changed: 'Ändrade ett kontos uppgifter',
      'roles-changed': 'Ändrade roller',
      deactivated: 'Stängde ett konto',
      reactivated: 'Öppnade ett konto igen',
      'sign-in-reset': 'Nollställde inloggningssätten',
    },
    team: {
      created: 'Skapade ett team',
      changed: 'Ändrade ett team',
      removed: 'Tog bort ett team',
    },
    'stand-in': {
      added: 'Lade till en vikarie',
      removed: 'Tog bort en vikarie',
    },
    organisation: {
      created: 'Organisationen skapades',
      changed: 'Ändrade organisationens inställningar',
      disabled: 'Organisationen stängdes',
      enabled: 'Organisationen öppnades',
    },
    service: {
      created: 'Skapade en tjänst',
      changed: 'Ändrade en tjänst',
      closed: 'Stängde en tjänst',
    },
    'retention-policy': {
      changed: 'Ändrade en lagringstid',
    },
    'sign-in-provider': {
      changed: 'Ändrade organisationens inloggningstjänst',
    },
    keys: {
      rotated: 'Nycklarna byttes',
    },
    booking: {
      created: 'Gjorde en bokning',
      changed: 'Ändrade en bokning',
      cancelled: 'Avbokade',
      'handed-over': 'Överlät en bokning',
      shared: 'Delade en bokning med en kollega',
      'share-ended': 'Avslutade delningen av en bokning',
    },
    'client-identifiers': {
      viewed: 'Såg klientens uppgifter',
    },
    visit: {
      'meeting-access-given': 'Fick tillträde till mötet',
      'client-admitted': 'Släppte in klienten',
      ended: 'Besöket avslutades',
    },
    identification: {
      succeeded: 'Identifierade sig',
      failed: 'Identifieringen misslyckades',
    },
    forgetting: {
      viewed: 'Såg på raderingen av uppgifter',
      swept: 'Besökens uppgifter raderades',
    },
    audit: {
      viewed: 'Såg på loggen',
      exported: 'Laddade ner loggen',
      expired: 'Gamla poster togs bort',
      checked: 'Loggen kontrollerades',
    },
  },
};
