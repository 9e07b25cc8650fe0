import { z } from 'zod';
import { idSchema, instantSchema } from '../primitives.js';

/** Family of a browser, as far as a person needs it to know a session again. */
export const browserFamilySchema = z.enum(['chrome', 'edge', 'firefox', 'safari', 'other']);
export type BrowserFamily = z.infer<typeof browserFamilySchema>;

/** Family of an operating system. */
export const systemFamilySchema = z.enum(['windows', 'macos', 'linux', 'android', 'ios', 'other']);
export type SystemFamily = z.infer<typeof systemFamilySchema>;

/** How a member of staff signed in. */
export const signInMeansSchema = z.enum([
  'password',
  'password-and-code',
  'password-and-recovery-code',
  'passkey',
  'oidc',
]);
export type SignInMeans = z.infer<typeof signInMeansSchema>;

/** One session of the signed-in person. */
export const staffSessionSchema = z.object({
  id: idSchema,
  /** The one this request came with. */
  own: z.boolean(),
  means: signInMeansSchema,
  browser: browserFamilySchema,
  system: systemFamilySchema,
  network: z.string(),
  createdAt: instantSchema,
  lastSeenAt: instantSchema,
});
export type StaffSessionLine = z.infer<typeof staffSessionSchema>;

/** `GET /api/account/sessions`: newest first. */
export const staffSessionsSchema = z.object({ sessions: z.array(staffSessionSchema) });
export type StaffSessionLines = z.infer<typeof staffSessionsSchema>;
