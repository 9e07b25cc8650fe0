import { z } from 'zod';
import { plainText } from '../plain-text.js';
import { idSchema, instantSchema, localDateSchema } from '../primitives.js';
import { recordScopeSchema } from '../words.js';

/** Longest name of a key in characters. */
export const RECORD_KEY_NAME_MAX = 80;

/** `POST /api/organisation/record-keys`. */
export const makeRecordKeyRequestSchema = z.strictObject({
  /** Which system holds it, for people. */
  name: plainText(RECORD_KEY_NAME_MAX),
  scopes: z
    .array(recordScopeSchema)
    .min(1)
    .max(recordScopeSchema.options.length)
    .refine((scopes) => new Set(scopes).size === scopes.length),
  /** Last local day on which it works; null for no end. */
  lastDay: localDateSchema.nullable(),
});
export type MakeRecordKeyRequest = z.infer<typeof makeRecordKeyRequestSchema>;

/** A key as admins see it: never the key itself. It works until it is revoked or its last day is over. */
export const recordKeySchema = z.object({
  id: idSchema,
  name: z.string(),
  /** How it begins, so that it is known again. */
  prefix: z.string(),
  scopes: z.array(recordScopeSchema),
  lastDay: localDateSchema.nullable(),
  /** Local day of its last use; null when it was never used. */
  lastUsedOn: localDateSchema.nullable(),
  revokedAt: instantSchema.nullable(),
  createdAt: instantSchema,
});
export type RecordKey = z.infer<typeof recordKeySchema>;

/** Answer of `GET /api/organisation/record-keys`, the latest first. */
export const recordKeyListSchema = z.object({ keys: z.array(recordKeySchema) });
export type RecordKeyList = z.infer<typeof recordKeyListSchema>;

/** Answer of `POST /api/organisation/record-keys`: the key is shown this once. */
export const madeRecordKeySchema = z.object({ id: idSchema, key: z.string() });
export type MadeRecordKey = z.infer<typeof madeRecordKeySchema>;
