import { z } from 'zod';
import { languageSchema, localisedTextSchema } from '../language.js';
import { instantSchema } from '../primitives.js';
import { identificationLevelSchema } from '../words.js';

/** Where a visit code is typed: short, for it is typed too. */
export const VISIT_CODE_PATH = '/k';

/**
 * Answer of `POST /api/visits/:visitId/participants/:participantId/sheet`: an invitation to be printed. Whoever has it can
 * come to the door, so it is asked for by an act and told to the audit log. It names nobody.
 */
export const sheetSchema = z.object({
  /** The participant's own link; its secret is in the fragment. */
  link: z.url(),
  /** The same way in for who types, in groups: `7KQ2-M9XD-4RTA`. */
  code: z.string(),
  /** Where it is typed. */
  codeAddress: z.url(),
  startsAt: instantSchema,
  endsAt: instantSchema,
  /** Null for a discreet service, which does not tell who invites. */
  inviter: z
    .object({ organisationName: localisedTextSchema, phone: z.string().nullable() })
    .nullable(),
  /** The participant's own; null where nobody has chosen one. */
  language: languageSchema.nullable(),
  /** Languages of the organisation. */
  languages: z.array(languageSchema),
  identificationLevel: identificationLevelSchema,
  /** Instant at which everything that identifies the client is forgotten. */
  purgeDueAt: instantSchema,
});
export type Sheet = z.infer<typeof sheetSchema>;

/** As somebody typed it: case, spaces, dashes and look-alikes do not matter. */
const typedCode = z.string().min(1).max(64);

/** `POST /api/door/code/look`: what a visit code leads to. Changes nothing; the code travels in the body only. */
export const lookByCodeRequestSchema = z.strictObject({ code: typedCode });
export type LookByCodeRequest = z.infer<typeof lookByCodeRequestSchema>;

/** `POST /api/door/code/open`: a person acts; the code is exchanged for a session as a link is. */
export const openByCodeRequestSchema = z.strictObject({
  code: typedCode,
  language: languageSchema,
});
export type OpenByCodeRequest = z.infer<typeof openByCodeRequestSchema>;
