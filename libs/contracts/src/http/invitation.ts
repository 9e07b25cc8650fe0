import { z } from 'zod';
import { localisedTextSchema } from '../language.js';
import { idSchema, linkSecretSchema } from '../primitives.js';
import { newPasskeySchema } from './passkey.js';
import { meSchema, oneTimeCodeSchema } from './sign-in.js';

/** `POST /api/invitation/look` and `/generator`. */
export const invitationRequestSchema = z.strictObject({ invitation: linkSecretSchema });
export type InvitationRequest = z.infer<typeof invitationRequestSchema>;

/** Answer of `POST /api/invitation/look`: who invites whom. */
export const invitationSchema = z.object({
  organisation: localisedTextSchema,
  displayName: z.string(),
  email: z.string(),
  /** By whom they sign in instead of setting up anything; null where they may. */
  provider: z.object({ organisationId: idSchema, name: z.string() }).nullable(),
});
export type Invitation = z.infer<typeof invitationSchema>;

/** Answer of `POST /api/invitation/generator`: what a generator of codes is to be given. */
export const newGeneratorSchema = z.object({
  /** `otpauth:` address, read from a picture. */
  address: z.string(),
  /** The secret in it, for typing (Base32). */
  secret: z.string(),
});
export type NewGenerator = z.infer<typeof newGeneratorSchema>;

/** `POST /api/invitation/accept`. */
export const acceptRequestSchema = z.strictObject({
  invitation: linkSecretSchema,
  password: z.string().min(1).max(1024),
  code: oneTimeCodeSchema,
});
export type AcceptRequest = z.infer<typeof acceptRequestSchema>;

/** `POST /api/invitation/accept-with-passkey`. */
export const acceptWithPasskeyRequestSchema = z.strictObject({
  invitation: linkSecretSchema,
  passkey: newPasskeySchema,
});
export type AcceptWithPasskeyRequest = z.infer<typeof acceptWithPasskeyRequestSchema>;

/** Answer of `POST /api/invitation/accept` and `/accept-with-passkey`: signed in, with codes that are shown once. */
export const acceptedSchema = z.object({ me: meSchema, recoveryCodes: z.array(z.string()) });
export type Accepted = z.infer<typeof acceptedSchema>;
