import { HttpCode, SerializeOptions, applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { problemSchema } from '@tapaamo/contracts';
import type { z } from 'zod';

/** Every refusal of every route has this form. */
const Problems = ApiResponse({
  status: 'default',
  description: 'Problem (RFC 9457)',
  standardSchema: problemSchema,
});

/**
 * Declares what a route answers: what is not in the schema is cut away before it leaves, what does not fit is a failure
 * of ours, and the OpenAPI description shows it.
 *
 * @param schema - Form of the answer; null for an empty one (204).
 * @param status - 200 unless said otherwise.
 */
export function Answers(
  schema: z.ZodType | null,
  status = schema === null ? 204 : 200,
): MethodDecorator {
  if (schema === null) {
    return applyDecorators(
      HttpCode(status),
      ApiResponse({ status, description: 'Done' }),
      Problems,
    );
  }
  return applyDecorators(
    HttpCode(status),
    SerializeOptions({ schema }),
    ApiResponse({ status, description: 'Answer', standardSchema: schema }),
    Problems,
  );
}
