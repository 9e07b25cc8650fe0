import type { Texts } from '../texts.js';

export const people: Texts['people'] = {
  person: 'Deltagare {{number}}',
  add: 'Lägg till en deltagare',
  confirmAdd: 'Lägg till',
  adding: 'Läggs till…',
  cancel: 'Gå tillbaka',
  added: '{{name}} har lagts till i mötet.',
  leaveOut: 'Lämna bort',
  leaveOutNumber: 'Lämna bort deltagare {{number}}',
  role: 'Roll',
  name: 'Namn',
  phone: 'Telefonnummer',
  email: 'E-postadress',
  language: 'Meddelandenas språk',
  interpreterLanguage: 'Språk som tolkas',
  chooseLanguage: 'Välj språk',
  contactHint: 'Telefonnummer och e-post behövs inte om du ger inbjudan på papper.',
  about_guardian: 'Barnets vårdnadshavare. Identifierar sig som klienten.',
  about_interpreter: 'Tolkar talat eller tecknat språk. Identifierar sig inte, du tar själv emot.',
  'about_support-person': 'Till stöd för klienten. Identifierar sig inte, du tar själv emot.',
  about_observer:
    'En studerande ser och lyssnar. Hen kommer med först när klienten har gett sitt samtycke på sin egen sida; för en minderårig alla vårdnadshavare som är på plats.',
  about_colleague:
    'Anställd på en annan arbetsplats. Med en kollega i den egna organisationen delar du mötet.',
  spoken: '{{language}} (talat)',
  language_fse: 'finskt teckenspråk',
  language_fss: 'finlandssvenskt teckenspråk',
  language_ils: 'internationella tecken',
  language_ckb: 'kurdiska (sorani)',
  language_kmr: 'kurdiska (kurmanji)',
  'language_fa-AF': 'dari',
  remove: 'Ta bort deltagaren',
  removeName: 'Ta bort deltagaren: {{name}}',
  removeHeading: 'Ska {{name}} tas bort?',
  removeText:
    'Länken slutar genast att fungera och uppgifterna tas bort från mötet. Om en kallelse redan har skickats, skickas också en avbokning.',
  keep: 'Ta inte bort',
  withheldContact: 'Kontaktuppgifterna visas bara för den som bokade',
  noContact: 'Inga kontaktuppgifter: ge inbjudan på papper',
  withheld:
    'Spärrmarkering: kontaktuppgifterna till klienten och vårdnadshavarna visas bara för den som bokade. Meddelanden skickas ändå.',
  withheldByYou:
    'Spärrmarkering: kontaktuppgifterna till klienten och vårdnadshavarna visas bara för dig. Meddelanden skickas ändå.',
  withhold: 'Ta i bruk spärrmarkering',
  withholdHeading: 'Ska spärrmarkering tas i bruk?',
  disclose: 'Ta bort spärrmarkeringen',
  discloseHeading: 'Ska spärrmarkeringen tas bort?',
  discloseText:
    'Kontaktuppgifterna visas därefter för alla som ser mötet. Ta bort spärrmarkeringen bara om klienten inte har någon.',
  nonDisclosure: 'Klienten har spärrmarkering',
  nonDisclosureHint:
    'Kontaktuppgifterna till klienten och vårdnadshavarna visas bara för den som bokade: inte för en vikarie, chef eller den som mötet delas med eller överlåts till.',
  clientIsMinor: 'Klienten är minderårig',
  clientIsMinorHint:
    'Lägg till minst en vårdnadshavare. Barnets egna kontaktuppgifter kan lämnas bort.',
  heading: 'Andra deltagare',
  hint: 'Vårdnadshavare, tolk, stödperson, studerande eller anställd på en annan arbetsplats. Var och en får en egen länk och ser inte andras kontaktuppgifter.',
  notAgreed:
    'Det finns ännu inget samtycke. Klienten och en minderårigs vårdnadshavare får frågan på sin egen sida när de har identifierats eller släppts in.',
  agreed: 'Samtycke till att följa mötet har getts.',
  refused: 'Samtycke till att följa mötet gavs inte.',
  answered_yes: '{{name}}: ja',
  answered_no: '{{name}}: nej',
  answeredWhoLeft: 'Borttagen deltagare',
};
