import type { Organisation, Service, ServiceStatement } from '@tapaamo/organisation';
import type { Professional, SignInProvider } from '@tapaamo/professional';
import type { RetentionPolicy } from '@tapaamo/retention';

const organisationId = '0b2f7a52-5c1e-4c39-9d54-6a1f0e7d3c11';
const retentionPolicyId = '5d8c1b7e-92fb-4b0f-8a36-4a4c6f1f2d21';

/** A county that does not exist. */
export const DEMO_ORGANISATION: Omit<Organisation, 'createdAt'> = {
  id: organisationId,
  nameFi: 'Mallilan hyvinvointialue',
  nameSv: 'Mallila välfärdsområde',
  nameEn: 'Mallila wellbeing services county',
  contactName: 'Etäpalvelujen palveluvastaava Riitta Rinne',
  contactPhone: '+358 9 000 0001',
  contactEmail: 'etapalvelut@mallila.example',
  officerName: 'Tietosuojavastaava Otto Ojala',
  officerPhone: '+358 9 000 0002',
  officerEmail: 'tietosuoja@mallila.example',
  rightsAnsweredBy: 'organisation',
  rightsName: null,
  rightsPhone: null,
  rightsEmail: null,
  smsSender: 'Mallila',
  mailSender: 'Mallilan hyvinvointialue',
  languages: ['fi', 'sv', 'en'],
  accentColour: '#0b5c5c',
  version: 1,
  disabledAt: null,
  closeAskedAt: null,
  holdMissedReview: 'escalate',
};

/** Identifiers of clients are forgotten one calendar month after the visit. */
export const DEMO_POLICY: Omit<RetentionPolicy, 'createdAt'> = {
  id: retentionPolicyId,
  organisationId,
  serviceId: null,
  category: 'identifiers',
  anchor: 'visit-end',
  period: 'P1M',
  reviewPeriod: null,
  ceilingPeriod: null,
  version: 1,
};

const common = { organisationId, retentionPolicyId, active: true, version: 1 };

/**
 * Services with each level of identification. Where the fact of a visit is sensitive they are discreet, as the presets of
 * the settings propose; the others, whose doors tell who invites, have a purpose that gives nobody's situation away.
 */
export const DEMO_SERVICES: Service[] = [
  {
    ...common,
    id: '3b7e1a94-d8c6-4f52-8b0e-a1f94c7d5e35',
    nameFi: 'Palveluohjaus',
    nameSv: 'Servicehandledning',
    nameEn: 'Service guidance',
    purposeFi: 'Palveluohjauksen etätapaamisten järjestäminen.',
    purposeSv: 'Ordna distansmöten för servicehandledning.',
    purposeEn: 'Arranging remote visits for service guidance.',
    legalBasis: 'legal-obligation',
    durationMinutes: 45,
    identificationLevel: 'required',
    discreet: false,
    minorsAllowed: true,
    reminderMinutes: [1440, 60],
  },
  {
    ...common,
    id: '8e0f4f0a-1d0b-4f7e-bf0f-0c5b9a6e4a31',
    nameFi: 'Perheohjaus',
    nameSv: 'Familjehandledning',
    nameEn: 'Family guidance',
    purposeFi: 'Perheiden ohjauksen ja tuen etätapaamisten järjestäminen.',
    purposeSv: 'Ordna distansmöten för handledning och stöd till familjer.',
    purposeEn: 'Arranging remote visits for guidance and support of families.',
    legalBasis: 'legal-obligation',
    durationMinutes: 45,
    identificationLevel: 'required',
    discreet: true,
    minorsAllowed: true,
    reminderMinutes: [1440, 60],
  },
  {
    ...common,
    id: 'c4a3f5de-6b52-4a0f-9d3e-2b8f7f1c5b32',
    nameFi: 'Asumisen tuki',
    nameSv: 'Boendestöd',
    nameEn: 'Housing support',
    purposeFi: 'Asumisen tuen etätapaamisten järjestäminen.',
    purposeSv: 'Ordna distansmöten för boendestöd.',
    purposeEn: 'Arranging remote visits for housing support.',
    legalBasis: 'legal-obligation',
    durationMinutes: 30,
    identificationLevel: 'offered',
    discreet: true,
    minorsAllowed: false,
    reminderMinutes: [1440, 60],
  },
  {
    ...common,
    id: 'f1d7c2b8-3e49-4d6a-8c57-9e0a4b2d6c33',
    nameFi: 'Yleinen neuvonta',
    nameSv: 'Allmän rådgivning',
    nameEn: 'General advice',
    purposeFi: 'Neuvonnan etätapaamisten järjestäminen.',
    purposeSv: 'Ordna distansmöten för rådgivning.',
    purposeEn: 'Arranging remote visits for advice.',
    legalBasis: 'public-interest',
    durationMinutes: 20,
    identificationLevel: 'off',
    discreet: false,
    minorsAllowed: true,
    reminderMinutes: [1440, 60],
  },
  {
    ...common,
    id: '6a9e0d3c-71b4-4f25-9c86-d2e5b8a07f34',
    nameFi: 'Päihdepalvelut',
    nameSv: 'Missbrukartjänster',
    nameEn: 'Substance services',
    purposeFi: 'Päihdepalvelujen etätapaamisten järjestäminen.',
    purposeSv: 'Ordna distansmöten för missbrukartjänster.',
    purposeEn: 'Arranging remote visits for substance services.',
    legalBasis: 'legal-obligation',
    durationMinutes: 45,
    identificationLevel: 'required',
    discreet: true,
    minorsAllowed: false,
    reminderMinutes: [1440, 60],
  },
];

/** Who answers for the demo, and signs. */
const ADMIN = { id: '9c1b5f37-2d8a-4e69-b3f4-7a0d6c5e4b42', displayName: 'Petri Lindholm' };

/** Ids of the statements of the services, in their order. */
const STATEMENT_IDS = [
  'e8a05d72-6f1b-4c39-a7d4-2b93f0c81e55',
  'b7d41c60-52ae-4f0b-8d19-3c6f0a9e1d51',
  '1f83a2d5-0c7e-4b96-a4e2-95d7c3b80f52',
  'd05b6e97-e813-47c4-b2f6-684a1e9d2c53',
  '4c2e9f18-a36d-4d05-9b7a-0e51f8c76d54',
];

/** "Client data is recorded elsewhere", signed for every service. */
export const DEMO_STATEMENTS: Omit<ServiceStatement, 'signedAt'>[] = DEMO_SERVICES.map(
  ({ id: serviceId }, index) => ({
    id: STATEMENT_IDS[index] ?? serviceId,
    organisationId,
    serviceId,
    professionalId: ADMIN.id,
    signedBy: ADMIN.displayName,
    recordSystem: 'Mallilan sosiaalihuollon asiakastietojärjestelmä',
  }),
);

/** The people who show the demo. */
export const DEMO_STAFF: Omit<
  Professional,
  'passwordHash' | 'secondFactor' | 'deactivatedAt' | 'signInResetAt' | 'signInEpoch' | 'createdAt'
>[] = [
  {
    id: '2a6d9e14-7f3b-4c58-a1d2-5b9c8e7f6a41',
    organisationId,
    email: 'ammattilainen@mallila.example',
    displayName: 'Sanna Salonen',
    roles: ['professional'],
    emergencyAccess: false,
    version: 1,
  },
  {
    ...ADMIN,
    organisationId,
    email: 'yllapito@mallila.example',
    roles: ['admin', 'data-protection-officer'],
    emergencyAccess: false,
    version: 1,
  },
];

/** Domain of the addresses of the demo's staff. */
export const DEMO_DOMAIN = 'mallila.example';

/** How the demo's staff signs in by the development provider: each rule turns one of its people away. */
export const DEMO_PROVIDER: Omit<
  SignInProvider,
  'issuer' | 'relyingPartyId' | 'sealedSecret' | 'createdAt'
> = {
  organisationId,
  displayName: 'Mallilan työntekijätunnus',
  addressClaim: 'email',
  addressesVerified: false,
  unknownPeople: 'created',
  groupClaim: 'groups',
  professionalGroup: 'tapaamo',
  teamLeadGroup: null,
  adminGroup: null,
  officerGroup: null,
  secondFactorValue: 'mfa',
  active: true,
  exclusive: false,
  ruleVersion: 1,
  version: 1,
};
