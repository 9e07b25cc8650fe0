import { StandardSchemaValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { RequestInvalidError } from '@tapaamo/common';
import type { ErrorCode, FieldProblem } from '@tapaamo/contracts';
import type { z } from 'zod';

/** Checks bodies, queries and parameters against the schema their route declares; refusals name the fields. */
export function validationPipe(): StandardSchemaValidationPipe {
  return new NeverFailingPipe({
    exceptionFactory: (issues) =>
      new RequestInvalidError((issues as readonly z.core.$ZodIssue[]).flatMap(fieldProblems)),
  });
}

/** The checks of a text's length throw at `{"length": {"toString": 1}}`: what cannot be checked does not fit. */
class NeverFailingPipe extends StandardSchemaValidationPipe {
  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    try {
      return await super.transform(value, metadata);
    } catch (error) {
      if (error instanceof TypeError) {
        const field = (pathOfFalseLength(value) ?? []).join('.');
        throw new RequestInvalidError([{ field, code: 'field.invalid' }]);
      }
      throw error;
    }
  }
}

/** Where something says that its length is no number. */
function pathOfFalseLength(value: unknown): string[] | null {
  if (typeof value !== 'object' || value === null) {
    return null;
  }
  if (!Array.isArray(value) && 'length' in value && typeof value.length === 'object') {
    return [];
  }
  for (const [name, inner] of Object.entries(value)) {
    const path = pathOfFalseLength(inner);
    if (path !== null) {
      return [name, ...path];
    }
  }
  return null;
}

function fieldProblems(issue: z.core.$ZodIssue): FieldProblem[] {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: [path, key.slice(0, 64)].filter(Boolean).join('.'),
      code: 'field.unknown',
    }));
  }
  return [{ field: path, code: codeOf(issue) }];
}

function codeOf(issue: z.core.$ZodIssue): ErrorCode {
  if (issue.code === 'invalid_type' && issue.message.includes('received undefined')) {
    return 'field.missing';
  }
  if (issue.code === 'custom') {
    return (issue.params?.code as ErrorCode | undefined) ?? 'field.invalid';
  }
  if (issue.code === 'invalid_format' && issue.format === 'email') {
    return 'field.email-invalid';
  }
  if (issue.code === 'too_big' && issue.origin === 'string') {
    return 'field.too-long';
  }
  return issue.code === 'too_small' && issue.origin === 'string'
    ? 'field.missing'
    : 'field.invalid';
}
