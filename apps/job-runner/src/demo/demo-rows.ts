import type { Organisation, Service } from '@tapaamo/organisation';
import type { Professional } from '@tapaamo/professional';
import type { RetentionPolicy } from '@tapaamo/retention';

const organisationId = '0b2f7a52-5c1e-4c39-9d54-6a1f0e7d3c11';
const retentionPolicyId = '5d8c1b7e-92fb-4b0f-8a36-4a4c6f1f2d21';

/** A county that does not exist. */
export const DEMO_ORGANISATION: Omit<Organisation, 'createdAt'> = {
  id: organisationId,
  nameFi: 'Mallilan hyvinvointialue',
  nameSv: 'Mallila välfärdsområde',
  nameEn: 'Mallila wellbeing services county',
};

/** Identifiers of clients are forgotten one calendar month after the visit. */
export const DEMO_POLICY: Omit<RetentionPolicy, 'createdAt'> = {
  id: retentionPolicyId,
  organisationId,
  category: 'identifiers',
  anchor: 'visit-end',
  period: 'P1M',
  version: 1,
};

/** One service for each level of identification. */
export const DEMO_SERVICES: Service[] = [
  {
    id: '8e0f4f0a-1d0b-4f7e-bf0f-0c5b9a6e4a31',
    organisationId,
    nameFi: 'Perheohjaus',
    nameSv: 'Familjehandledning',
    nameEn: 'Family guidance',
    durationMinutes: 45,
    identificationLevel: 'required',
    retentionPolicyId,
    active: true,
  },
  {
    id: 'c4a3f5de-6b52-4a0f-9d3e-2b8f7f1c5b32',
    organisationId,
    nameFi: 'Asumisen tuki',
    nameSv: 'Boendestöd',
    nameEn: 'Housing support',
    durationMinutes: 30,
    identificationLevel: 'offered',
    retentionPolicyId,
    active: true,
  },
  {
    id: 'f1d7c2b8-3e49-4d6a-8c57-9e0a4b2d6c33',
    organisationId,
    nameFi: 'Yleinen neuvonta',
    nameSv: 'Allmän rådgivning',
    nameEn: 'General advice',
    durationMinutes: 20,
    identificationLevel: 'off',
    retentionPolicyId,
    active: true,
  },
];

/** The people who show the demo. */
export const DEMO_STAFF: Omit<Professional, 'passwordHash' | 'deactivatedAt' | 'createdAt'>[] = [
  {
    id: '2a6d9e14-7f3b-4c58-a1d2-5b9c8e7f6a41',
    organisationId,
    email: 'ammattilainen@mallila.example',
    displayName: 'Sanna Salonen',
    roles: ['professional'],
  },
  {
    id: '9c1b5f37-2d8a-4e69-b3f4-7a0d6c5e4b42',
    organisationId,
    email: 'yllapito@mallila.example',
    displayName: 'Petri Lindholm',
    roles: ['admin', 'data-protection-officer'],
  },
];
