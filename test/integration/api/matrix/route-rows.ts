import { randomUUID } from 'node:crypto';
import type { Permission } from '@tapaamo/access';
import type { ErrorCode } from '@tapaamo/contracts';
import type { BookedVisit } from '../../../support/booked-visit.js';
import { bookingRequest } from '../../../support/builders/booking-builder.js';
import { newService } from '../../../support/builders/settings-builder.js';
import {
  ADMINS,
  CALLERS,
  CLIENTS,
  DECIDERS,
  isForeign,
  MEET_CLIENTS,
  OFFICERS,
  REACHERS,
  STAFF,
  type Caller,
  type MatrixStage,
} from './callers.js';

/** A route as it is asked for, and who gets through; the others get the code beside. */
export interface RouteRow {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path with ids of the visit, its organisation, and a service, a team and two of the staff of it; `:ownId` is nobody's. */
  path: string;
  query?: string;
  body?: (stage: MatrixStage, caller: Caller) => unknown;
  /** As the route must declare it. */
  permit: readonly Permission[];
  /** Who gets through: all whom the declaration lets, or fewer where it matters whose the thing is. */
  allowed: readonly Caller[];
  /** Code for signed-in staff who are not allowed. */
  refused?: ErrorCode;
  /** Code for callers who are not known here. */
  unknown?: ErrorCode;
}

const staffOnly = (permit: readonly Permission[], allowed: readonly Caller[]) =>
  ({
    permit,
    allowed,
    refused: 'access.denied-or-missing',
    unknown: 'access.sign-in-required',
  }) as const;
const doorOnly = {
  permit: ['door'],
  allowed: CLIENTS,
  refused: 'door.session-required',
  unknown: 'door.session-required',
} as const;
const anyone = { permit: ['public'], allowed: CALLERS } as const;
const ofPrograms = {
  permit: ['public'],
  allowed: [],
  refused: 'access.denied-or-missing',
  unknown: 'access.denied-or-missing',
} as const;
/** A key opens them (record-system/api-keys), and nothing else does. */
const ofRecordSystems = {
  permit: ['record-system'],
  allowed: [],
  refused: 'record-key.refused',
  unknown: 'record-key.refused',
} as const;
const meetsClients = staffOnly(['professional', 'team-lead'], MEET_CLIENTS);
const officers = staffOnly(['data-protection-officer'], OFFICERS);
const ofAdmins = staffOnly(['admin'], ADMINS);
const ownAdmin = staffOnly(['admin'], ['admin']);
const readers = ['admin', 'data-protection-officer'] as const;
const reachers = staffOnly(['professional', 'team-lead'], REACHERS);
const deciders = staffOnly(['professional', 'team-lead'], DECIDERS);
const arranging = ['professional', 'team-lead', 'admin'] as const;
const arrangers = staffOnly(arranging, [...MEET_CLIENTS, ...ADMINS]);
const ownArrangers = staffOnly(arranging, ['own', 'lead', 'admin']);

/** What an admin does to the account of one member of the staff, who has signed in never. */
const OF_A_MEMBER: readonly RouteRow[] = [
  '',
  '/deactivate',
  '/reactivate',
  '/reset-sign-in',
  '/invitation/renew',
  '/invitation/withdraw',
  '/invitation/link',
].map((act) => ({
  method: 'POST',
  path: `/api/staff/:staffId${act}`,
  ...(act === ''
    ? { body: () => ({ displayName: 'Toinen Nimi', roles: ['professional'], version: 1 }) }
    : {}),
  ...staffOnly(['admin'], ['admin']),
}));

/** What is decided about a hold, besides its id. */
const HOLD_BODIES: Readonly<Record<string, object>> = {
  extend: { reviewBy: '2027-02-20' },
  release: { personTold: true },
};

/** Every route there is (test "is said for every route there is"). What ends or makes something comes last. */
export const ROUTE_ROWS: readonly RouteRow[] = [
  { method: 'GET', path: '/health/live', ...anyone },
  { method: 'GET', path: '/health/ready', ...anyone },
  { method: 'GET', path: '/metrics', ...anyone, permit: ['operator'] },
  { method: 'GET', path: '/api/openapi.json', ...anyone },
  { method: 'GET', path: '/api/me', ...staffOnly(['staff'], STAFF) },
  { method: 'GET', path: '/api/services', ...meetsClients },
  { method: 'GET', path: '/api/account', ...staffOnly(['staff'], STAFF) },
  { method: 'GET', path: '/api/account/sessions', ...staffOnly(['staff'], STAFF) },
  {
    method: 'GET',
    path: '/api/bookings',
    query: '?from=2027-02-10&to=2027-02-10',
    ...meetsClients,
  },
  { method: 'GET', path: '/api/bookings/arrived', ...meetsClients },
  { method: 'GET', path: '/api/bookings/to-review', ...meetsClients },
  { method: 'GET', path: '/api/working-hours', ...meetsClients },
  {
    method: 'POST',
    path: '/api/working-hours',
    body: () => ({ weekdays: [[], [], [], [], [], [], []], exceptions: [], version: 0 }),
    ...meetsClients,
  },
  {
    method: 'POST',
    path: '/api/bookings/check',
    body: () => ({ date: '2027-02-11', time: '10:00', durationMinutes: 45 }),
    ...meetsClients,
  },
  {
    method: 'GET',
    path: '/api/colleagues/:colleagueId/busy',
    query: '?from=2027-02-10&to=2027-02-10',
    ...staffOnly(
      ['professional', 'team-lead'],
      MEET_CLIENTS.filter((caller) => !isForeign(caller)),
    ),
  },
  {
    method: 'GET',
    path: '/api/own-times',
    query: '?from=2027-02-10&to=2027-02-10',
    ...meetsClients,
  },
  { method: 'GET', path: '/api/external-calendar', ...meetsClients },
  {
    method: 'POST',
    path: '/api/external-calendar',
    body: () => ({ address: 'https://calendar.example/own.ics' }),
    ...meetsClients,
  },
  {
    method: 'POST',
    path: '/api/external-calendar/look-up',
    // Nobody is asked: the address is refused before.
    body: () => ({
      address: 'https://10.0.0.1/',
      signIn: { accountName: 'aino', password: 'sana' },
    }),
    ...meetsClients,
  },
  { method: 'POST', path: '/api/external-calendar/remove', ...meetsClients },
  { method: 'GET', path: '/api/calendar-feed', ...meetsClients },
  { method: 'POST', path: '/api/calendar-feed/renew', ...meetsClients },
  { method: 'POST', path: '/api/calendar-feed/revoke', ...meetsClients },
  { method: 'GET', path: '/api/calendar-feed/:secret.ics', ...anyone },
  // Only the gateway gets through, by its secret.
  {
    method: 'POST',
    path: '/api/message-receipts',
    body: () => ({ reference: 'x'.repeat(43), status: 'delivered' }),
    ...ofPrograms,
  },
  { method: 'POST', path: '/api/message-receipts/gatewayapi', ...ofPrograms },
  { method: 'GET', path: '/api/records/v1/openapi.json', ...anyone },
  { method: 'GET', path: '/api/records/v1/services', ...ofRecordSystems },
  { method: 'GET', path: '/api/records/v1/professionals', ...ofRecordSystems },
  {
    method: 'GET',
    path: '/api/records/v1/professionals/:professionalId/busy',
    query: '?from=2027-02-10&to=2027-02-10',
    ...ofRecordSystems,
  },
  {
    method: 'GET',
    path: '/api/records/v1/professionals/:professionalId/free',
    query: '?from=2027-02-10&to=2027-02-10&serviceId=:serviceId',
    ...ofRecordSystems,
  },
  {
    method: 'POST',
    path: '/api/records/v1/bookings',
    body: ({ world }) => ({
      ...bookingRequest(world.service, { time: '19:00' }),
      professionalId: world.colleague.id,
    }),
    ...ofRecordSystems,
  },
  { method: 'GET', path: '/api/records/v1/visits/:visitId', ...ofRecordSystems },
  {
    method: 'POST',
    path: '/api/records/v1/visits/:visitId/time',
    body: () => ({ version: 1, date: '2027-02-11', time: '19:00', durationMinutes: 30 }),
    ...ofRecordSystems,
  },
  {
    method: 'POST',
    path: '/api/records/v1/visits/:visitId/cancel',
    body: () => ({ version: 1, reason: 'client-asked' }),
    ...ofRecordSystems,
  },
  { method: 'GET', path: '/api/holidays', query: '?year=2027', ...staffOnly(['staff'], STAFF) },
  {
    method: 'GET',
    path: '/api/forgetting',
    ...staffOnly(['admin', 'data-protection-officer'], [...ADMINS, ...OFFICERS]),
  },
  {
    method: 'GET',
    path: '/api/statistics/doubtful-admissions',
    ...staffOnly(readers, [...ADMINS, ...OFFICERS]),
  },
  { method: 'GET', path: '/api/audit', ...officers },
  { method: 'GET', path: '/api/audit/state', ...officers },
  {
    method: 'GET',
    path: '/api/audit/export',
    query: '?format=jsonl',
    ...officers,
  },
  {
    method: 'GET',
    path: '/api/organisations/:organisationId/logo',
    query: '?v=0123456789abcdef',
    ...anyone,
  },
  { method: 'GET', path: '/api/organisation/appearance', ...staffOnly(['staff'], STAFF) },
  {
    method: 'GET',
    path: '/api/organisation/settings',
    ...staffOnly(readers, [...ADMINS, ...OFFICERS]),
  },
  { method: 'POST', path: '/api/organisation/settings', ...ofAdmins },
  {
    method: 'GET',
    path: '/api/organisation/message-texts',
    ...staffOnly(readers, [...ADMINS, ...OFFICERS]),
  },
  { method: 'POST', path: '/api/organisation/message-texts', ...ofAdmins },
  {
    method: 'GET',
    path: '/api/statistics/meeting-quality',
    ...staffOnly(readers, [...ADMINS, ...OFFICERS]),
  },
  { method: 'POST', path: '/api/organisation/logo', ...ofAdmins },
  { method: 'POST', path: '/api/organisation/logo/remove', ...ofAdmins },
  {
    method: 'GET',
    path: '/api/organisation/services',
    ...staffOnly(readers, [...ADMINS, ...OFFICERS]),
  },
  { method: 'POST', path: '/api/organisation/services', body: () => newService(), ...ofAdmins },
  {
    method: 'GET',
    path: '/api/organisation/services/:serviceId',
    ...staffOnly(readers, ['admin', 'officer']),
  },
  {
    method: 'POST',
    path: '/api/organisation/services/:serviceId',
    body: () => ({ ...newService(), active: true, version: 1 }),
    ...ownAdmin,
  },
  {
    method: 'POST',
    path: '/api/organisation/services/:serviceId/statement',
    body: () => ({ recordSystem: 'Kanta' }),
    ...ownAdmin,
  },
  {
    method: 'GET',
    path: '/api/organisation/retention',
    ...staffOnly(readers, [...ADMINS, ...OFFICERS]),
  },
  {
    method: 'GET',
    path: '/api/organisation/retention/:serviceId/preview/:anchor/:period',
    ...staffOnly(readers, ['admin', 'officer']),
  },
  {
    method: 'POST',
    path: '/api/organisation/retention/:serviceId',
    body: () => ({ anchor: 'visit-end', period: 'P7D', affected: 1_000 }),
    ...ownAdmin,
  },
  {
    method: 'POST',
    path: '/api/organisation/retention/:serviceId/confirm',
    body: () => ({ changeId: randomUUID(), affected: 1_000 }),
    ...staffOnly(['admin'], []),
  },
  {
    method: 'POST',
    path: '/api/organisation/retention/:serviceId/withdraw',
    body: () => ({ changeId: randomUUID() }),
    ...staffOnly(['admin'], []),
  },
  {
    method: 'GET',
    path: '/api/organisation/export-key',
    ...staffOnly(readers, [...ADMINS, ...OFFICERS]),
  },
  { method: 'POST', path: '/api/organisation/export-key', ...ofAdmins },
  {
    method: 'POST',
    path: '/api/organisation/export',
    ...staffOnly(readers, [...ADMINS, ...OFFICERS]),
  },
  {
    method: 'GET',
    path: '/api/organisation/sign-in-provider',
    ...staffOnly(readers, [...ADMINS, ...OFFICERS]),
  },
  { method: 'POST', path: '/api/organisation/sign-in-provider', ...ofAdmins },
  {
    method: 'GET',
    path: '/api/organisation/sign-in-provider/rule',
    ...staffOnly(['admin'], ADMINS),
  },
  { method: 'POST', path: '/api/organisation/sign-in-provider/rule', ...ofAdmins },
  { method: 'POST', path: '/api/organisation/sign-in-provider/test', ...ofAdmins },
  {
    method: 'GET',
    path: '/api/organisation/record-system',
    ...staffOnly(readers, [...ADMINS, ...OFFICERS]),
  },
  { method: 'POST', path: '/api/organisation/record-system', ...ofAdmins },
  { method: 'POST', path: '/api/organisation/record-system/webhook-secret', ...ofAdmins },
  {
    method: 'POST',
    path: '/api/organisation/record-system/webhook-secret/end-previous',
    ...ofAdmins,
  },
  { method: 'POST', path: '/api/organisation/record-system/test', ...ofAdmins },
  {
    method: 'GET',
    path: '/api/organisation/record-keys',
    ...staffOnly(readers, [...ADMINS, ...OFFICERS]),
  },
  {
    method: 'POST',
    path: '/api/organisation/record-keys',
    body: () => ({ name: 'Järjestelmä', scopes: ['bookings:read'], lastDay: null }),
    ...ofAdmins,
  },
  { method: 'POST', path: '/api/organisation/record-keys/:keyId/revoke', ...ownAdmin },
  { method: 'GET', path: '/api/staff', ...staffOnly(['admin'], ADMINS) },
  { method: 'POST', path: '/api/staff', ...staffOnly(['admin'], ADMINS) },
  { method: 'POST', path: '/api/staff/import', ...staffOnly(['admin'], ADMINS) },
  { method: 'POST', path: '/api/staff/import/check', ...staffOnly(['admin'], ADMINS) },
  { method: 'GET', path: '/api/staff/:staffId', ...staffOnly(['admin'], ['admin']) },
  ...OF_A_MEMBER,
  {
    method: 'POST',
    path: '/api/staff/:staffId/hand-over',
    body: ({ world }) => ({ professionalId: world.colleague.id }),
    ...ownAdmin,
  },
  { method: 'GET', path: '/api/colleagues', ...arrangers },
  { method: 'GET', path: '/api/teams', ...ofAdmins },
  { method: 'POST', path: '/api/teams', body: () => ({ name: randomUUID() }), ...ofAdmins },
  {
    method: 'POST',
    path: '/api/teams/:teamId',
    body: () => ({ name: 'Etsivä työ', members: [], version: 1 }),
    ...ownAdmin,
  },
  { method: 'POST', path: '/api/teams/:teamId/remove', ...ownAdmin },
  { method: 'GET', path: '/api/stand-ins', ...arrangers },
  {
    method: 'POST',
    path: '/api/stand-ins',
    body: ({ visit, world }) => ({
      absentId: visit.account.id,
      standInId: world.colleague.id,
      firstDay: '2027-04-01',
      lastDay: '2027-04-02',
    }),
    ...ownArrangers,
  },
  { method: 'POST', path: '/api/stand-ins/:standInId/remove', ...ownArrangers },
  { method: 'GET', path: '/api/visits/:visitId', ...reachers },
  { method: 'GET', path: '/api/visits/:visitId/messages', ...reachers },
  { method: 'GET', path: '/api/visits/:visitId/receipt', ...reachers },
  { method: 'GET', path: '/api/visits/:visitId/receipt.csv', ...reachers },
  { method: 'POST', path: '/api/visits/:visitId/meeting-access', ...reachers },
  {
    method: 'POST',
    path: '/api/visits/:visitId/participants/:participantId/admit',
    body: () => ({ arrivalId: randomUUID(), finding: 'not-identified' }),
    ...reachers,
  },
  {
    method: 'POST',
    path: '/api/visits/:visitId/participants/:participantId/send-back',
    ...reachers,
  },
  {
    method: 'POST',
    path: '/api/visits/:visitId/alone',
    body: ({ visit }) => ({ participantId: visit.participantId }),
    ...reachers,
  },
  { method: 'POST', path: '/api/visits/:visitId/alone/end', ...reachers },
  {
    method: 'POST',
    path: '/api/visits/:visitId/delay',
    body: () => ({ delay: 'minutes-10' }),
    ...reachers,
  },
  {
    method: 'POST',
    path: '/api/visits/:visitId/time',
    // What is already so: the visit stays where the others look for it.
    body: ({ visit }) => asItIs(visit),
    ...deciders,
  },
  {
    method: 'POST',
    path: '/api/visits/:visitId/shares',
    body: ({ member }) => ({ professionalId: member.id }),
    ...deciders,
  },
  { method: 'POST', path: '/api/visits/:visitId/shares/:colleagueId/end', ...deciders },
  {
    method: 'POST',
    path: '/api/visits/:visitId/hand-over',
    body: ({ visit }) => ({ professionalId: visit.account.id }),
    ...deciders,
  },
  {
    method: 'POST',
    path: '/api/visits/:visitId/participants',
    body: () => ({ role: 'support-person', name: 'Tiina Laine' }),
    ...deciders,
  },
  {
    method: 'POST',
    path: '/api/visits/:visitId/participants/:participantId/remove',
    ...deciders,
  },
  {
    method: 'POST',
    path: '/api/visits/:visitId/participants/:participantId/identification/unlock',
    ...deciders,
  },
  {
    method: 'POST',
    path: '/api/visits/:visitId/participants/:participantId/identification/waiting',
    body: () => ({ allowed: false }),
    ...reachers,
  },
  {
    method: 'POST',
    path: '/api/visits/:visitId/participants/:participantId/identity-code',
    body: () => ({ hetu: '131052-308T' }),
    ...deciders,
  },
  {
    method: 'POST',
    path: '/api/visits/:visitId/non-disclosure',
    body: () => ({ nonDisclosure: true }),
    ...deciders,
  },
  {
    method: 'POST',
    path: '/api/visits/:visitId/record-reference',
    body: () => ({ recordReference: 'A-2027-118' }),
    ...deciders,
  },
  {
    method: 'POST',
    path: '/api/door/observers',
    body: () => ({ participantId: randomUUID(), agreed: true }),
    ...doorOnly,
  },
  { method: 'GET', path: '/api/door', ...doorOnly },
  { method: 'GET', path: '/api/door/calendar.ics', ...doorOnly },
  { method: 'POST', path: '/api/door/language', body: () => ({ language: 'sv' }), ...doorOnly },
  { method: 'POST', path: '/api/door/device-test', ...doorOnly },
  {
    method: 'POST',
    path: '/api/door/device-check',
    body: () => ({ camera: 'works', microphone: 'works' }),
    ...doorOnly,
  },
  { method: 'POST', path: '/api/door/enter', body: () => ({}), ...doorOnly },
  { method: 'POST', path: '/api/identification/start', ...doorOnly },
  { method: 'GET', path: '/api/identification/outage', query: '?language=fi', ...doorOnly },
  { method: 'GET', path: '/api/identification/progress', ...doorOnly },
  { method: 'POST', path: '/api/identification/pick-up', ...doorOnly },
  { method: 'GET', path: '/api/identification/hand-back', ...anyone },
  {
    method: 'POST',
    path: '/api/identification/hand-back/confirm',
    body: () => ({ number: '47' }),
    ...anyone,
  },
  { method: 'POST', path: '/api/identification/hand-back/refuse', ...anyone },
  { method: 'GET', path: '/api/identification/callback', ...anyone },
  { method: 'GET', path: '/api/identification/representation', ...anyone },
  { method: 'GET', path: '/api/identification/jwks.json', ...anyone },
  { method: 'GET', path: '/api/identification/signed-jwks.jwt', ...anyone },
  { method: 'GET', path: '/.well-known/openid-federation', ...anyone },
  {
    method: 'GET',
    path: '/api/identification/sign-out',
    query: '?iss=https://somebody.example&sid=a-session',
    ...anyone,
  },
  {
    method: 'POST',
    path: '/api/door/look',
    body: ({ visit }) => ({ link: visit.link }),
    ...anyone,
  },
  { method: 'POST', path: '/api/door/code/look', body: () => ({ code: '0' }), ...anyone },
  {
    method: 'POST',
    path: '/api/door/code/open',
    body: () => ({ code: '0', language: 'fi' }),
    ...anyone,
  },
  { method: 'POST', path: '/api/sign-in', body: () => ({}), ...anyone },
  { method: 'POST', path: '/api/sign-in/second-factor', ...anyone },
  { method: 'POST', path: '/api/sign-in/recovery-code', ...anyone },
  { method: 'POST', path: '/api/sign-in/passkey/challenge', ...anyone },
  { method: 'POST', path: '/api/sign-in/passkey', ...anyone },
  { method: 'GET', path: '/api/sign-in/provider', ...anyone },
  {
    method: 'POST',
    path: '/api/sign-in/provider/start',
    body: () => ({ email: 'nobody@ammattilainen.example' }),
    ...anyone,
  },
  { method: 'GET', path: '/api/sign-in/provider/callback', ...anyone },
  { method: 'POST', path: '/api/invitation/look', ...anyone },
  { method: 'POST', path: '/api/invitation/generator', ...anyone },
  { method: 'POST', path: '/api/invitation/accept', ...anyone },
  { method: 'POST', path: '/api/invitation/passkey', ...anyone },
  { method: 'POST', path: '/api/invitation/accept-with-passkey', ...anyone },
  { method: 'POST', path: '/api/account/confirm/challenge', ...staffOnly(['staff'], STAFF) },
  { method: 'POST', path: '/api/account/confirm/passkey', ...staffOnly(['staff'], STAFF) },
  { method: 'POST', path: '/api/account/confirm/password', ...staffOnly(['staff'], STAFF) },
  { method: 'POST', path: '/api/account/passkeys/offer', ...staffOnly(['staff'], STAFF) },
  { method: 'POST', path: '/api/account/passkeys', ...staffOnly(['staff'], STAFF) },
  {
    method: 'POST',
    path: '/api/account/passkeys/:ownId',
    body: () => ({ name: 'Oma' }),
    ...staffOnly(['staff'], []),
  },
  { method: 'POST', path: '/api/account/passkeys/:ownId/remove', ...staffOnly(['staff'], []) },
  { method: 'POST', path: '/api/account/password', ...staffOnly(['staff'], STAFF) },
  { method: 'POST', path: '/api/account/generator/offer', ...staffOnly(['staff'], STAFF) },
  { method: 'POST', path: '/api/account/generator', ...staffOnly(['staff'], STAFF) },
  { method: 'POST', path: '/api/account/recovery-codes', ...staffOnly(['staff'], STAFF) },
  { method: 'POST', path: '/api/account/sessions/end-others', ...staffOnly(['staff'], STAFF) },
  { method: 'POST', path: '/api/account/sessions/:ownId/end', ...staffOnly(['staff'], []) },
  {
    method: 'POST',
    path: '/api/bookings',
    body: ({ world, foreign }, caller) =>
      bookingRequest((isForeign(caller) ? foreign : world).service, { time: '19:00' }),
    ...meetsClients,
  },
  {
    method: 'POST',
    path: '/api/bookings/search',
    body: () => ({ name: 'Virtanen' }),
    ...meetsClients,
  },
  {
    method: 'POST',
    path: '/api/door/open',
    body: ({ visit }) => ({ link: visit.link, language: 'fi' }),
    ...anyone,
  },
  {
    method: 'POST',
    path: '/api/visits/:visitId/participants/:participantId/link/resend',
    ...reachers,
  },
  {
    method: 'POST',
    path: '/api/visits/:visitId/participants/:participantId/link/call-in',
    ...reachers,
  },
  {
    method: 'POST',
    path: '/api/visits/:visitId/participants/:participantId/sheet',
    ...reachers,
  },
  { method: 'POST', path: '/api/visits/:visitId/end', ...reachers },
  { method: 'POST', path: '/api/door/quality', body: () => ({ quality: 'good' }), ...doorOnly },
  { method: 'POST', path: '/api/door/leave', ...doorOnly },
  {
    method: 'POST',
    path: '/api/visits/:visitId/participants/:participantId/link/renew',
    ...reachers,
  },
  {
    method: 'POST',
    path: '/api/visits/:visitId/cancel',
    body: () => ({ version: 1, reason: 'other' }),
    ...deciders,
  },
  {
    method: 'POST',
    path: '/api/visits/:visitId/outcome',
    body: () => ({ version: 1, outcome: 'cancelled', reason: 'other' }),
    ...reachers,
  },
  { method: 'POST', path: '/api/visits/:visitId/relationship/end', ...deciders },
  { method: 'POST', path: '/api/visits/:visitId/relationship/go-on', ...deciders },
  { method: 'POST', path: '/api/visits/:visitId/relationship/export', ...deciders },
  { method: 'GET', path: '/api/holds', ...staffOnly(readers, [...ADMINS, ...OFFICERS]) },
  {
    method: 'PUT',
    path: '/api/holds/rule',
    body: () => ({ onMissed: 'escalate' }),
    ...staffOnly(readers, [...ADMINS, ...OFFICERS]),
  },
  ...['confirm', 'withdraw', 'extend', 'release'].map((act): RouteRow => ({
    method: 'POST',
    path: `/api/holds/:holdId/${act}`,
    body: () => HOLD_BODIES[act],
    ...staffOnly(readers, []),
  })),
  {
    method: 'POST',
    path: '/api/visits/:visitId/holds',
    body: () => ({ reason: 'legal-claim', reviewBy: '2027-02-20' }),
    ...staffOnly(readers, ['admin', 'officer']),
  },
  {
    method: 'POST',
    path: '/api/visits/:visitId/erasure',
    body: () => ({ reason: 'rights-request' }),
    ...staffOnly(readers, ['admin', 'officer']),
  },
  { method: 'POST', path: '/api/sign-out', ...anyone },
];

/** The time of a booking as it is, as who moves it would send it. */
function asItIs({ booking: { version, startsAt, endsAt } }: BookedVisit) {
  const minutes = (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;
  return { version, date: '2027-02-10', time: '10:15', durationMinutes: minutes };
}

/** A stream does not end by itself; who may listen is tested beside the others. */
export const STREAM_ROWS: readonly RouteRow[] = [
  { method: 'GET', path: '/api/visit-changes', ...meetsClients },
  { method: 'GET', path: '/api/me/changes', ...staffOnly(['staff'], STAFF) },
];
