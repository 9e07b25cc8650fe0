import { Headers, applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import { RequestInvalidError } from '@tapaamo/common';
import { IDEMPOTENCY_KEY_HEADER, idempotencyKeySchema, problemSchema } from '@tapaamo/contracts';

const WHAT_IT_DOES =
  'The same key with the same body gets the same answer for 24 hours and is done once, also when it is asked twice at the same moment. Refused requests are not remembered.';

/** Describes the header of a route. */
export const TakesIdempotencyKey = ({ required }: { required: boolean }): MethodDecorator =>
  applyDecorators(
    ApiHeader({
      name: IDEMPOTENCY_KEY_HEADER,
      required,
      description: WHAT_IT_DOES,
      schema: { type: 'string', minLength: 8, maxLength: 255, pattern: '^[\\x21-\\x7e]{8,255}$' },
    }),
    ApiResponse({
      status: 422,
      description:
        'What was asked for cannot be done as it is, or the Idempotency-Key was used for something else (`record-system.request-key-reused`).',
      standardSchema: problemSchema,
    }),
    ApiResponse({
      status: 409,
      description: 'The time is taken, or the visit has changed or ended meanwhile.',
      standardSchema: problemSchema,
    }),
  );

/** The header as it came; `idempotencyKeyOf` reads it. */
export const IdempotencyKey = (): ParameterDecorator =>
  Headers(IDEMPOTENCY_KEY_HEADER.toLowerCase());

/** @throws RequestInvalidError (`field.invalid`) */
export function idempotencyKeyOf(header: string | undefined): string | undefined {
  if (header !== undefined && !idempotencyKeySchema.safeParse(header).success) {
    throw new RequestInvalidError([{ field: IDEMPOTENCY_KEY_HEADER, code: 'field.invalid' }]);
  }
  return header;
}

/** @throws RequestInvalidError (`field.missing`, `field.invalid`) */
export function requiredIdempotencyKey(header: string | undefined): string {
  const key = idempotencyKeyOf(header);
  if (key === undefined) {
    throw new RequestInvalidError([{ field: IDEMPOTENCY_KEY_HEADER, code: 'field.missing' }]);
  }
  return key;
}
