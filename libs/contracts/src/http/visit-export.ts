import { z } from 'zod';
import { instantSchema } from '../primitives.js';

/** A public key of age (age-encryption.org/v1, X25519) in its own text form. */
export const ageRecipientSchema = z
  .string()
  .trim()
  .regex(/^age1[02-9ac-hj-np-z]{58}$/);

/** Answer of `GET /api/organisation/export-key`: for whom the exported file is sealed. */
export const exportKeySchema = z.object({
  /** Null while nobody has said. */
  recipient: z.string().nullable(),
  setAt: instantSchema.nullable(),
  /** Whether who asks set it, and so cannot have the file. */
  isOwn: z.boolean(),
});
export type ExportKey = z.infer<typeof exportKeySchema>;

/** `POST /api/organisation/export-key`. */
export const setExportKeyRequestSchema = z.strictObject({ recipient: ageRecipientSchema });
export type SetExportKeyRequest = z.infer<typeof setExportKeyRequestSchema>;

/**
 * `POST /api/organisation/export`: the sealed file. Who asks says for which key they mean it to be sealed; when somebody has
 * put another in its place meanwhile, that is told (`settings.changed-meanwhile`) and nothing is sealed.
 */
export const exportRequestSchema = z.strictObject({ recipient: ageRecipientSchema });
export type ExportRequest = z.infer<typeof exportRequestSchema>;

/** One person of a visit, as the exported file has them. */
export const exportedPersonSchema = z.object({
  role: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  language: z.string().nullable(),
  hetu: z.string().nullable(),
});

/** First line of the exported file once it is opened; a line for each visit follows (JSON, one a line). */
export const exportHeadSchema = z.object({
  form: z.literal('tapaamo-export-1'),
  organisationId: z.uuid(),
  madeAt: instantSchema,
  /** How many visits there were as it was begun. One that is forgotten meanwhile is left out. */
  visits: z.number().int().min(0),
});

/** One visit that lives. */
export const exportedVisitSchema = z.object({
  visitId: z.uuid(),
  serviceName: z.string(),
  professionalName: z.string(),
  startsAt: instantSchema,
  endsAt: instantSchema,
  status: z.string(),
  purgeDueAt: instantSchema,
  /** The record system's own reference. */
  recordReference: z.string().nullable(),
  people: z.array(exportedPersonSchema),
  /** How many people of it are known here but did not open: their keys are damaged, or nobody may use them now. */
  unopened: z.number().int().min(0),
});
export type ExportedVisit = z.infer<typeof exportedVisitSchema>;
