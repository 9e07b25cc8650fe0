import { z } from 'zod';

const id = z.string().regex(/^(-|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/i);
/** Codes have few digits in a row; phone numbers and identity codes have six and more. */
const word = z
  .string()
  .max(64)
  .regex(/^(?!.*\d{6})[\w./:-]*$/);
const count = z.number();

/**
 * Every field a log line may have. A field that is not here does not exist, and a value that does not fit is replaced
 * by `[refused]`: ids, counts, codes and route patterns get through, a name, a number or an address of a client cannot.
 * All are classed "not personal" for forgetting (test/conventions).
 */
export const logFieldsSchema = {
  correlationId: id,
  organisationId: id,
  professionalId: id,
  bookingId: id,
  visitId: id,
  participantId: id,
  messageId: id,
  nodeId: id,
  workerPid: count,
  /** Route pattern such as `/api/visits/:visitId`, never the address that was asked for. */
  route: z
    .string()
    .max(100)
    .regex(/^\/[\w/:*.{}-]*$/),
  method: z
    .string()
    .max(8)
    .regex(/^[A-Z]*$/),
  /** Code of the catalogue or of a library, e.g. `OAUTH_TIMEOUT`. */
  code: word,
  /** Class of an error, never its message. */
  errorClass: word,
  /** File and line where an error came from, without a message. */
  at: z
    .string()
    .max(160)
    .regex(/^(dist\/)?(apps|libs)\/[\w./-]+:\d+$/),
  status: count,
  durationMs: count,
  count,
  failed: count,
  late: count,
  port: count,
  attempt: count,
  setting: word,
  channel: word,
  signal: word,
  job: word,
} as const;

type Shapes = typeof logFieldsSchema;

/** Fields of one log line. */
export type LogFields = { [Field in keyof Shapes]?: z.infer<Shapes[Field]> };

/** Keeps the fields that exist and fit; what does not is replaced, so that the line itself is never lost. */
export function safeLogFields(fields: LogFields): Record<string, unknown> {
  const safe: Record<string, unknown> = {};
  for (const [name, value] of Object.entries<unknown>(fields)) {
    const shape = logFieldsSchema[name as keyof Shapes] as z.ZodType | undefined;
    if (shape !== undefined && value !== undefined) {
      safe[name] = shape.safeParse(value).success ? value : '[refused]';
    }
  }
  return safe;
}
