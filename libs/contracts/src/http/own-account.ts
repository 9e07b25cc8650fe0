import { z } from 'zod';
import { instantSchema } from '../primitives.js';
import { staffRoleSchema } from '../words.js';
import { passkeySchema } from './passkey.js';
import { oneTimeCodeSchema } from './sign-in.js';

/** For how many minutes a proof of who somebody is lets them change their means of sign-in. */
export const CONFIRMED_MINUTES = 10;

/** `GET /api/account`: the signed-in person's own account, without any secret of it. */
export const accountSchema = z.object({
  displayName: z.string(),
  email: z.string(),
  roles: z.array(staffRoleSchema),
  passkeys: z.array(passkeySchema),
  hasPassword: z.boolean(),
  /** A generator of codes on their telephone. */
  hasGenerator: z.boolean(),
  /** Whether a password asks for a code as well; not for accounts of demonstrations. */
  codeNeeded: z.boolean(),
  recoveryCodesLeft: z.number().int().min(0),
  /** Until when means of sign-in can be changed without another proof. */
  confirmedUntil: instantSchema,
});
export type Account = z.infer<typeof accountSchema>;

/** `POST /api/account/confirm/password`: the code is left out where none is needed. */
export const confirmWithPasswordRequestSchema = z.strictObject({
  password: z.string().min(1).max(1024),
  code: oneTimeCodeSchema.optional(),
});
export type ConfirmWithPasswordRequest = z.infer<typeof confirmWithPasswordRequestSchema>;

/** `POST /api/account/password`. */
export const setPasswordRequestSchema = z.strictObject({ password: z.string().min(1).max(1024) });
export type SetPasswordRequest = z.infer<typeof setPasswordRequestSchema>;

/** `POST /api/account/generator`: a code of the generator that was offered. */
export const setGeneratorRequestSchema = z.strictObject({ code: oneTimeCodeSchema });
export type SetGeneratorRequest = z.infer<typeof setGeneratorRequestSchema>;

/** Answer of `POST /api/account/recovery-codes`, for the only time. */
export const recoveryCodesSchema = z.object({ recoveryCodes: z.array(z.string()) });
export type NewRecoveryCodes = z.infer<typeof recoveryCodesSchema>;
