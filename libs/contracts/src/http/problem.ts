import { z } from 'zod';
import { ERROR_CODES, type ErrorCode } from '../error-codes.js';
import { idSchema } from '../primitives.js';

const codes = Object.keys(ERROR_CODES) as [ErrorCode, ...ErrorCode[]];

/** One field of a request that was refused, with the code of the reason. */
export const fieldProblemSchema = z.object({ field: z.string(), code: z.enum(codes) });
export type FieldProblem = z.infer<typeof fieldProblemSchema>;

/**
 * Body of every refused or failed request (RFC 9457, `application/problem+json`).
 * `title` is a sentence in the language of the request; it never holds what was sent.
 */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int().min(400).max(599),
  code: z.enum(codes),
  correlationId: z.string(),
  fields: z.array(fieldProblemSchema).optional(),
  /** Of `sign-in.provider-only`: whose provider to sign in by. */
  organisationId: idSchema.optional(),
});
export type Problem = z.infer<typeof problemSchema>;
