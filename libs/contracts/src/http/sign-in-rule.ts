import { z } from 'zod';
import { idSchema } from '../primitives.js';

/** Most admins that can have emergency access. */
export const EMERGENCY_ADMINS_MAX = 50;

/**
 * `POST /api/organisation/sign-in-provider/rule`: whether staff signs in by the organisation's provider only, and which
 * admins keep another way in for when it is down.
 */
export const changeSignInRuleRequestSchema = z.strictObject({
  exclusive: z.boolean(),
  emergencyAdmins: z
    .array(idSchema)
    .max(EMERGENCY_ADMINS_MAX)
    .refine((ids) => new Set(ids).size === ids.length),
  /** The version that was read. */
  version: z.number().int().min(0),
});
export type ChangeSignInRuleRequest = z.infer<typeof changeSignInRuleRequestSchema>;

/** Answer of `GET /api/organisation/sign-in-provider/rule` and of a change. */
export const signInRuleSchema = z.object({
  exclusive: z.boolean(),
  /** 0 while there is no provider. */
  version: z.number().int().min(0),
  /** Whether there is a provider in use. */
  isInUse: z.boolean(),
  /** Whether the reader has signed in by it. */
  isUsedByReader: z.boolean(),
  /** Admins in use, by name. */
  admins: z.array(
    z.object({
      id: idSchema,
      displayName: z.string(),
      /** A passkey, or a password with its second step. */
      hasOtherMeans: z.boolean(),
      emergencyAccess: z.boolean(),
    }),
  ),
});
export type SignInRule = z.infer<typeof signInRuleSchema>;
