import type {
  Assurance,
  CancelReason,
  IdentificationMethod,
  Language,
  ParticipantRole,
  VerdictResult,
  Outcome,
  OutcomeReason,
  VisitRelation,
} from '@tapaamo/contracts';

/** What the text of a receipt is made of. */
interface ReceiptWords {
  title: string;
  service: string;
  client: string;
  reference: string;
  booked: string;
  arrived: string;
  letIn: string;
  met: string;
  ended: string;
  roles: string;
  identification: string;
  outcome: string;
  /** Of an outcome that was corrected: what was recorded, and the correction. */
  first: string;
  corrected: string;
  /** Before a time of day. */
  at: string;
  nobody: string;
  notIdentified: string;
  notAsked: string;
  role: Record<ParticipantRole, string>;
  result: Record<VerdictResult, string>;
  /** Of the same person by identity code. */
  sameCode: string;
  assurance: Record<Assurance, string>;
  method: Record<IdentificationMethod, string>;
  outcomes: Record<Outcome, string>;
  reason: Record<CancelReason, string>;
  corrector: Record<VisitRelation, string>;
  correction: Record<OutcomeReason, string>;
}

/** In each language. */
export const RECEIPT_WORDS: Record<Language, ReceiptWords> = {
  fi: {
    title: 'Etätapaaminen',
    service: 'Palvelu',
    client: 'Asiakas',
    reference: 'Viite',
    booked: 'Varattu aika',
    arrived: 'Asiakas saapui odotushuoneeseen',
    letIn: 'Asiakas otettiin vastaan',
    met: 'Tavattiin',
    ended: 'Tapaaminen päättyi',
    roles: 'Osallistujat',
    identification: 'Tunnistautuminen',
    outcome: 'Lopputulos',
    first: 'Ensin kirjattu lopputulos',
    corrected: 'Lopputulos korjattu',
    at: 'klo',
    nobody: 'ei ketään',
    notIdentified: 'asiakas ei tunnistautunut',
    notAsked: 'palveluun ei tunnistauduta',
    role: {
      client: 'asiakas',
      guardian: 'huoltaja',
      interpreter: 'tulkki',
      'support-person': 'tukihenkilö',
      observer: 'opiskelija',
      colleague: 'toisen työpaikan ammattilainen',
      professional: 'ammattilainen',
    },
    result: {
      'same-person': 'nimi vastaa varausta',
      'same-name': 'vain nimi vastaa varausta',
      'different-name': 'eri nimi kuin varauksella',
      'different-code': 'eri henkilötunnus kuin varauksella',
      'different-birth-date': 'syntymäaika ei sovi varaukseen',
      guardian: 'tunnistautuja oli tapaamisen huoltaja',
      'other-participant': 'tunnistautuja oli tapaamisen toinen osallistuja',
    },
    sameCode: 'henkilötunnus vastaa varausta',
    assurance: {
      low: 'varmuustaso matala',
      substantial: 'varmuustaso korotettu',
      high: 'varmuustaso korkea',
    },
    method: {
      bank: 'pankkitunnukset',
      mobile: 'mobiilivarmenne',
      card: 'varmennekortti',
      eidas: 'toisen EU-maan tunniste',
      other: 'muu vahva tunniste',
    },
    outcomes: { fulfilled: 'toteutui', cancelled: 'peruttu', noshow: 'asiakas ei saapunut' },
    reason: {
      'client-asked': 'asiakas pyysi',
      'professional-away': 'ammattilainen estynyt',
      'booked-wrongly': 'varaus oli virheellinen',
      other: 'muu syy',
    },
    corrector: {
      own: 'korjaaja: tapaamisen ammattilainen',
      'stand-in': 'korjaaja: sijainen',
      team: 'korjaaja: tiimin vetäjä',
      shared: 'korjaaja: työkaveri, jolle tapaaminen on jaettu',
    },
    correction: {
      'met-otherwise': 'tavattiin muulla tavalla',
      'not-met': 'asiakas tuli, mutta tapaamista ei pidetty',
      'technical-problem': 'tekninen este',
      'called-off-otherwise': 'peruttiin muulla tavalla',
      'ended-by-mistake': 'päätettiin vahingossa',
      other: 'jokin muu syy',
    },
  },
  sv: {
    title: 'Distansmöte',
    service: 'Tjänst',
    client: 'Klient',
    reference: 'Referens',
    booked: 'Bokad tid',
    arrived: 'Klienten kom till väntrummet',
    letIn: 'Klienten togs emot',
    met: 'Möttes',
    ended: 'Mötet avslutades',
    roles: 'Deltagare',
    identification: 'Identifiering',
    outcome: 'Utfall',
    first: 'Först antecknat utfall',
    corrected: 'Utfallet rättat',
    at: 'kl.',
    nobody: 'ingen',
    notIdentified: 'klienten identifierade sig inte',
    notAsked: 'tjänsten kräver ingen identifiering',
    role: {
      client: 'klient',
      guardian: 'vårdnadshavare',
      interpreter: 'tolk',
      'support-person': 'stödperson',
      observer: 'studerande',
      colleague: 'anställd på en annan arbetsplats',
      professional: 'anställd',
    },
    result: {
      'same-person': 'namnet stämmer med bokningen',
      'same-name': 'bara namnet stämmer med bokningen',
      'different-name': 'annat namn än i bokningen',
      'different-code': 'annan personbeteckning än i bokningen',
      'different-birth-date': 'födelsedatumet stämmer inte med bokningen',
      guardian: 'den som identifierade sig var mötets vårdnadshavare',
      'other-participant': 'den som identifierade sig var en annan deltagare i mötet',
    },
    sameCode: 'personbeteckningen stämmer med bokningen',
    assurance: {
      low: 'tillitsnivå låg',
      substantial: 'tillitsnivå väsentlig',
      high: 'tillitsnivå hög',
    },
    method: {
      bank: 'bankkoder',
      mobile: 'mobilcertifikat',
      card: 'certifikatkort',
      eidas: 'id från ett annat EU-land',
      other: 'annan stark identifiering',
    },
    outcomes: { fulfilled: 'genomfördes', cancelled: 'avbokat', noshow: 'klienten kom inte' },
    reason: {
      'client-asked': 'klienten bad om det',
      'professional-away': 'den anställda hade förhinder',
      'booked-wrongly': 'bokningen var felaktig',
      other: 'annan orsak',
    },
    corrector: {
      own: 'rättat av: den vars möte det är',
      'stand-in': 'rättat av: vikarie',
      team: 'rättat av: teamets ledare',
      shared: 'rättat av: kollega som mötet delas med',
    },
    correction: {
      'met-otherwise': 'möttes på annat sätt',
      'not-met': 'klienten kom, men mötet hölls inte',
      'technical-problem': 'tekniskt hinder',
      'called-off-otherwise': 'avbokades på annat sätt',
      'ended-by-mistake': 'avslutades av misstag',
      other: 'någon annan orsak',
    },
  },
  en: {
    title: 'Remote appointment',
    service: 'Service',
    client: 'Client',
    reference: 'Reference',
    booked: 'Booked time',
    arrived: 'Client came to the waiting room',
    letIn: 'Client was let in',
    met: 'Met',
    ended: 'Visit ended',
    roles: 'Participants',
    identification: 'Identification',
    outcome: 'Outcome',
    first: 'Outcome recorded first',
    corrected: 'Outcome corrected',
    at: 'at',
    nobody: 'nobody',
    notIdentified: 'the client was not identified',
    notAsked: 'the service asks for no identification',
    role: {
      client: 'client',
      guardian: 'guardian',
      interpreter: 'interpreter',
      'support-person': 'support person',
      observer: 'student',
      colleague: 'professional of another workplace',
      professional: 'professional',
    },
    result: {
      'same-person': 'name matches the booking',
      'same-name': 'only the name matches the booking',
      'different-name': 'different name than in the booking',
      'different-code': 'different personal identity code than in the booking',
      'different-birth-date': 'date of birth does not fit the booking',
      guardian: 'the person identified was a guardian of the visit',
      'other-participant': 'the person identified was another participant of the visit',
    },
    sameCode: 'personal identity code matches the booking',
    assurance: {
      low: 'assurance level low',
      substantial: 'assurance level substantial',
      high: 'assurance level high',
    },
    method: {
      bank: 'online bank',
      mobile: 'mobile certificate',
      card: 'certificate card',
      eidas: 'means of another EU country',
      other: 'other strong means',
    },
    outcomes: {
      fulfilled: 'took place',
      cancelled: 'cancelled',
      noshow: 'the client did not come',
    },
    reason: {
      'client-asked': 'the client asked',
      'professional-away': 'the professional was away',
      'booked-wrongly': 'the booking was wrong',
      other: 'another reason',
    },
    corrector: {
      own: 'by the visit’s professional',
      'stand-in': 'by a stand-in',
      team: 'by a team lead',
      shared: 'by a colleague with whom the visit is shared',
    },
    correction: {
      'met-otherwise': 'they met in another way',
      'not-met': 'the client came, but the visit was not held',
      'technical-problem': 'a technical problem',
      'called-off-otherwise': 'called off in another way',
      'ended-by-mistake': 'ended by mistake',
      other: 'some other reason',
    },
  },
};
