import { z } from 'zod';
import { localisedTextSchema } from '../language.js';
import { idSchema } from '../primitives.js';
import { staffRoleSchema } from '../words.js';

/** `POST /api/sign-in`. */
export const signInRequestSchema = z.strictObject({
  email: z.email().max(254),
  password: z.string().min(1).max(1024),
});
export type SignInRequest = z.infer<typeof signInRequestSchema>;

/** Answer of `POST /api/sign-in` and `GET /api/me`: the signed-in member of staff. */
export const meSchema = z.object({
  id: idSchema,
  displayName: z.string(),
  roles: z.array(staffRoleSchema).min(1),
  organisation: z.object({ id: idSchema, name: localisedTextSchema }),
});
export type Me = z.infer<typeof meSchema>;

/**
 * Answer of `POST /api/sign-in`: signed in, signed in with a recovery code so that a new means is wanted, or the password
 * was right and a code is asked for.
 */
export const signInAnswerSchema = z.object({
  state: z.enum(['signed-in', 'recovered', 'second-factor']),
  /** Null until signed in. */
  me: meSchema.nullable(),
});
export type SignInAnswer = z.infer<typeof signInAnswerSchema>;

/** Six digits of a generator, or a recovery code. */
export const oneTimeCodeSchema = z.string().trim().min(6).max(40);

/** `POST /api/sign-in/recovery-code`, for who has no password. */
export const recoverySignInRequestSchema = z.strictObject({
  email: z.email().max(254),
  code: oneTimeCodeSchema,
});
export type RecoverySignInRequest = z.infer<typeof recoverySignInRequestSchema>;

/** `POST /api/sign-in/second-factor`. */
export const secondFactorRequestSchema = z.strictObject({ code: oneTimeCodeSchema });
export type SecondFactorRequest = z.infer<typeof secondFactorRequestSchema>;
