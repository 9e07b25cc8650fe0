import { z } from 'zod';
import { isPersonName, tidyName } from '../person-name.js';
import { idSchema, instantSchema } from '../primitives.js';
import { staffRoleSchema } from '../words.js';

/** Longest name of a member of staff in characters. */
export const STAFF_NAME_MAX = 120;

/** How many people can be invited at a time. */
export const INVITED_AT_ONCE_MAX = 2_000;

/** How many members of staff one page of the list has. */
export const STAFF_PAGE_SIZE = 50;

/** How many days the link of an invitation can be used. */
export const INVITATION_DAYS = 7;

const displayNameSchema = z
  .string()
  .overwrite(tidyName)
  .min(2)
  .max(STAFF_NAME_MAX)
  .refine(isPersonName, { params: { code: 'field.name-invalid' } });

const rolesSchema = z
  .array(staffRoleSchema)
  .min(1)
  .max(staffRoleSchema.options.length)
  .refine((roles) => new Set(roles).size === roles.length);

/** `POST /api/staff`: invites one person. */
export const inviteStaffRequestSchema = z.strictObject({
  displayName: displayNameSchema,
  email: z.email().max(254).toLowerCase(),
  roles: rolesSchema,
});
export type InviteStaffRequest = z.infer<typeof inviteStaffRequestSchema>;

/**
 * `POST /api/staff/import/check` and `POST /api/staff/import`: invites many at once, all or none. The first one only
 * tells what is wrong.
 */
export const importStaffRequestSchema = z.strictObject({
  members: z.array(inviteStaffRequestSchema).min(1).max(INVITED_AT_ONCE_MAX),
});
export type ImportStaffRequest = z.infer<typeof importStaffRequestSchema>;

/**
 * `POST /api/staff/:staffId`: what an admin may change of an account. With the version that was read: a change of another
 * admin in between is told (`settings.changed-meanwhile`).
 */
export const changeStaffRequestSchema = z.strictObject({
  displayName: displayNameSchema,
  roles: rolesSchema,
  version: z.number().int().min(1),
});
export type ChangeStaffRequest = z.infer<typeof changeStaffRequestSchema>;

/** Where an account stands: in use, invited and not set up yet, or closed. */
export const staffStateSchema = z.enum(['active', 'invited', 'deactivated']);
export type StaffState = z.infer<typeof staffStateSchema>;

/** `GET /api/staff?search&state&page`: part of a name or an address; pages count from 1. */
export const listStaffQuerySchema = z.strictObject({
  search: z
    .string()
    .trim()
    .max(100)
    // The database keeps no text with this sign, and refuses to look for one.
    .refine((part) => !part.includes('\0'))
    .optional(),
  state: staffStateSchema.optional(),
  page: z.coerce.number().int().min(1).max(10_000).optional(),
});
export type ListStaffQuery = z.infer<typeof listStaffQuerySchema>;

/** How an open invitation fares: waiting for its mail, sent, not delivered, or not used in time. */
export const invitationStateSchema = z.enum(['queued', 'sent', 'failed', 'expired']);
export type InvitationState = z.infer<typeof invitationStateSchema>;

/** A member of staff as admins see them. */
export const staffMemberSchema = z.object({
  id: idSchema,
  displayName: z.string(),
  email: z.string(),
  roles: z.array(staffRoleSchema),
  /** Goes back with a change. */
  version: z.number().int().min(1),
  state: staffStateSchema,
  /** Of who is invited; null for the others. */
  invitation: z
    .object({
      state: invitationStateSchema,
      expiresAt: instantSchema,
      /** The account was in use before: no admin gets its link. */
      byMailOnly: z.boolean(),
    })
    .nullable(),
});
export type StaffMember = z.infer<typeof staffMemberSchema>;

/** Answer of `GET /api/staff`, by name. */
export const staffListSchema = z.object({
  staff: z.array(staffMemberSchema),
  /** How many there are on all pages. */
  total: z.number().int().min(0),
});
export type StaffList = z.infer<typeof staffListSchema>;

/** Answer of `POST /api/staff/import`: how many were invited. */
export const importedStaffSchema = z.object({ invited: z.number().int().min(0) });
export type ImportedStaff = z.infer<typeof importedStaffSchema>;

/** Answer of `POST /api/staff/:staffId/invitation/link`: a new link, shown this once. Earlier ones end. */
export const invitationLinkSchema = z.object({ link: z.url(), expiresAt: instantSchema });
export type InvitationLink = z.infer<typeof invitationLinkSchema>;
