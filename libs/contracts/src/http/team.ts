import { z } from 'zod';
import { plainText } from '../plain-text.js';
import { idSchema, instantSchema, localDateSchema } from '../primitives.js';
import { colleagueSchema } from './colleague.js';

/** Longest name of a team in characters. */
export const TEAM_NAME_MAX = 80;

/** Most members of a team. */
export const TEAM_MEMBERS_MAX = 200;

/** Most days that somebody can stand in at a time. */
export const STAND_IN_DAYS_MAX = 366;

/** `POST /api/teams`. */
export const createTeamRequestSchema = z.strictObject({ name: plainText(TEAM_NAME_MAX) });
export type CreateTeamRequest = z.infer<typeof createTeamRequestSchema>;

/**
 * `POST /api/teams/:teamId`: the team as it shall be, with all its members. With the version that was read: a change of
 * another admin in between is told (`settings.changed-meanwhile`).
 */
export const changeTeamRequestSchema = z.strictObject({
  name: plainText(TEAM_NAME_MAX),
  members: z
    .array(z.strictObject({ professionalId: idSchema, leads: z.boolean() }))
    .max(TEAM_MEMBERS_MAX)
    .refine(
      (members) =>
        new Set(members.map(({ professionalId }) => professionalId)).size === members.length,
    ),
  version: z.number().int().min(1),
});
export type ChangeTeamRequest = z.infer<typeof changeTeamRequestSchema>;

/** A team as admins see it. */
export const teamSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** Goes back with a change. */
  version: z.number().int().min(1),
  members: z.array(
    colleagueSchema.extend({
      leads: z.boolean(),
      /** Whether they have the role without which leading gives nothing. */
      hasLeadRole: z.boolean(),
    }),
  ),
});
export type Team = z.infer<typeof teamSchema>;

/** Answer of `GET /api/teams`, by name. */
export const teamListSchema = z.object({ teams: z.array(teamSchema) });
export type TeamList = z.infer<typeof teamListSchema>;

/** `POST /api/stand-ins`: local days, both included. */
export const addStandInRequestSchema = z.strictObject({
  absentId: idSchema,
  standInId: idSchema,
  firstDay: localDateSchema,
  lastDay: localDateSchema,
});
export type AddStandInRequest = z.infer<typeof addStandInRequestSchema>;

/** Somebody who stands in for a colleague. */
export const standInSchema = z.object({
  id: idSchema,
  absent: colleagueSchema,
  standIn: colleagueSchema,
  firstDay: localDateSchema,
  lastDay: localDateSchema,
  /** Whether the reader may end it. */
  removable: z.boolean(),
});
export type StandIn = z.infer<typeof standInSchema>;

/** Answer of `GET /api/stand-ins`: those that are not over, earliest first. */
export const standInListSchema = z.object({
  standIns: z.array(standInSchema),
  /** For whom the reader may choose a stand-in, by name. */
  absentees: z.array(colleagueSchema),
});
export type StandInList = z.infer<typeof standInListSchema>;

/** Answer of `POST /api/staff/:staffId/hand-over`. Of the visits that could not move, the times and nothing else. */
export const staffHandOverSchema = z.object({
  handedOver: z.number().int().min(0),
  overlapping: z.array(z.object({ startsAt: instantSchema, endsAt: instantSchema })),
});
export type StaffHandOver = z.infer<typeof staffHandOverSchema>;
