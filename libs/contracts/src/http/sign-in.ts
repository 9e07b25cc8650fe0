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
