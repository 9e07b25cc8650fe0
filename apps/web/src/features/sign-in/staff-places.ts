import type { StaffRole } from '@tapaamo/contracts';
import type { ParseKeys } from 'i18next';

/** Who meets clients. */
export const MEETS_CLIENTS: readonly StaffRole[] = ['professional', 'team-lead'];

/** Who watches what is forgotten. */
export const WATCHES_FORGETTING: readonly StaffRole[] = ['admin', 'data-protection-officer'];

/** Who reads how often somebody was let in without sure identification. */
export const READS_COUNTS: readonly StaffRole[] = ['admin', 'data-protection-officer'];

/** Who keeps the settings of the organisation. */
export const KEEPS_SETTINGS: readonly StaffRole[] = ['admin'];

/** Who keeps the staff of the organisation. */
export const KEEPS_STAFF: readonly StaffRole[] = ['admin'];

/** Who chooses stand-ins: their own, their team's or everybody's. Admins come to them from the staff. */
export const CHOOSES_STAND_INS: readonly StaffRole[] = [...MEETS_CLIENTS, 'admin'];

/** Who reads the audit log. */
export const READS_AUDIT: readonly StaffRole[] = ['data-protection-officer'];

/** Who watches over the keys of the API. Admins come to them from the settings. */
const WATCHES_RECORD_KEYS: readonly StaffRole[] = ['data-protection-officer'];

/** Who fetches the sealed file of visits besides admins, who come to it from the settings. */
const WATCHES_EXPORT: readonly StaffRole[] = ['data-protection-officer'];

/** Who sees the keys of the API. */
export const SEES_RECORD_KEYS: readonly StaffRole[] = [...KEEPS_SETTINGS, ...WATCHES_RECORD_KEYS];

/** Everybody of the staff. */
export const STAFF: readonly StaffRole[] = [
  'professional',
  'team-lead',
  'admin',
  'data-protection-officer',
];

/** A page of the main navigation and whose it is. */
interface Place {
  path: string;
  text: ParseKeys;
  roles: readonly StaffRole[];
}

/** The pages of the main navigation, in their order. */
export const STAFF_PLACES: readonly Place[] = [
  { path: '/bookings', text: 'bookings.heading', roles: MEETS_CLIENTS },
  { path: '/working-hours', text: 'availability.heading', roles: MEETS_CLIENTS },
  { path: '/stand-ins', text: 'teams.standInsHeading', roles: MEETS_CLIENTS },
  { path: '/forgetting', text: 'forgetting.heading', roles: WATCHES_FORGETTING },
  { path: '/holds', text: 'holds.heading', roles: WATCHES_FORGETTING },
  { path: '/doubtful-admissions', text: 'doubtfulAdmissions.place', roles: READS_COUNTS },
  { path: '/audit', text: 'audit.heading', roles: READS_AUDIT },
  { path: '/settings/record-keys', text: 'recordKeys.heading', roles: WATCHES_RECORD_KEYS },
  { path: '/settings/export', text: 'visitExport.heading', roles: WATCHES_EXPORT },
  { path: '/staff', text: 'staff.heading', roles: KEEPS_STAFF },
  { path: '/settings', text: 'settings.heading', roles: KEEPS_SETTINGS },
];
