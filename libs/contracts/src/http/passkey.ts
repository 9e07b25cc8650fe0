import { z } from 'zod';
import { plainText } from '../plain-text.js';
import { idSchema } from '../primitives.js';

/** Longest name of a passkey in characters. */
export const PASSKEY_NAME_MAX = 60;

/** Bytes as WebAuthn's JSON has them. */
const bytes = (longest: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .max(longest);

/** A credential's id has 1023 bytes at most (WebAuthn, 4). */
const credentialId = bytes(1_364);

/** How a device that holds a passkey is reached (WebAuthn, 5.8.4). */
export const passkeyTransportSchema = z.enum([
  'ble',
  'cable',
  'hybrid',
  'internal',
  'nfc',
  'smart-card',
  'usb',
]);
export type PasskeyTransport = z.infer<typeof passkeyTransportSchema>;

const descriptor = z.object({
  id: z.string(),
  type: z.literal('public-key'),
  transports: z.array(passkeyTransportSchema).optional(),
});

/** What `navigator.credentials.create` is to be given, as JSON. */
export const newPasskeyOptionsSchema = z.object({
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  challenge: z.string(),
  pubKeyCredParams: z.array(z.object({ type: z.literal('public-key'), alg: z.number() })),
  timeout: z.number(),
  attestation: z.literal('none'),
  excludeCredentials: z.array(descriptor),
  authenticatorSelection: z.object({
    residentKey: z.literal('required'),
    requireResidentKey: z.literal(true),
    userVerification: z.literal('required'),
  }),
});
export type NewPasskeyOptions = z.infer<typeof newPasskeyOptionsSchema>;

/** What `navigator.credentials.get` is to be given, as JSON: answer of `POST /api/sign-in/passkey/challenge`. */
export const passkeyChallengeSchema = z.object({
  rpId: z.string(),
  challenge: z.string(),
  timeout: z.number(),
  userVerification: z.literal('required'),
  allowCredentials: z.array(descriptor),
});
export type PasskeyChallenge = z.infer<typeof passkeyChallengeSchema>;

/** What a device made. */
export const newPasskeySchema = z.strictObject({
  id: credentialId,
  clientDataJSON: bytes(4_096),
  attestationObject: bytes(8_192),
  transports: z.array(passkeyTransportSchema).max(passkeyTransportSchema.options.length),
});
export type NewPasskey = z.infer<typeof newPasskeySchema>;

/** A passkey's answer to a challenge: `POST /api/sign-in/passkey`. */
export const passkeyProofSchema = z.strictObject({
  id: credentialId,
  clientDataJSON: bytes(4_096),
  authenticatorData: bytes(2_048),
  signature: bytes(1_024),
  /** Whose the device says it is. */
  userHandle: bytes(128).nullable(),
});
export type PasskeyProof = z.infer<typeof passkeyProofSchema>;

/** `POST /api/account/passkeys`: without a name it gets that of browser and system. */
export const addPasskeyRequestSchema = z.strictObject({
  passkey: newPasskeySchema,
  name: plainText(PASSKEY_NAME_MAX).optional(),
});
export type AddPasskeyRequest = z.infer<typeof addPasskeyRequestSchema>;

/** `POST /api/account/passkeys/:ownId`. */
export const renamePasskeyRequestSchema = z.strictObject({ name: plainText(PASSKEY_NAME_MAX) });
export type RenamePasskeyRequest = z.infer<typeof renamePasskeyRequestSchema>;

/** One passkey of the signed-in person. */
export const passkeySchema = z.object({
  id: idSchema,
  name: z.string(),
  backedUp: z.boolean(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
});
export type PasskeyLine = z.infer<typeof passkeySchema>;
