import type { ErrorCode, FieldProblem } from '@tapaamo/contracts';
import type { z } from 'zod';

/** Fields whose refusal has a sentence of its own. */
const CODE_OF_FIELD: Readonly<Record<string, ErrorCode>> = {
  email: 'field.email-invalid',
  clientEmail: 'field.email-invalid',
  contactEmail: 'field.email-invalid',
  officerEmail: 'field.email-invalid',
  rightsEmail: 'field.email-invalid',
  contactPhone: 'field.phone-invalid',
  officerPhone: 'field.phone-invalid',
  rightsPhone: 'field.phone-invalid',
  clientPhone: 'field.phone-invalid',
  clientName: 'field.name-invalid',
  displayName: 'field.name-invalid',
};

/**
 * Checks values by a schema of the contract.
 *
 * @returns One problem per refused field, with the code a server would answer; empty when all is well.
 */
export function issuesOf(schema: z.ZodType, values: unknown): FieldProblem[] {
  const checked = schema.safeParse(values, { jitless: true });
  const problems = new Map<string, FieldProblem>();
  for (const issue of checked.error?.issues ?? []) {
    const field = String(issue.path[0] ?? '');
    if (!problems.has(field)) {
      problems.set(field, { field, code: codeOf(field, issue, valueOf(values, field)) });
    }
  }
  return [...problems.values()];
}

function codeOf(field: string, issue: z.core.$ZodIssue, value: unknown): ErrorCode {
  if (value === undefined || value === null || (typeof value === 'string' && value.trim() === '')) {
    return 'field.missing';
  }
  const own = issue.code === 'custom' ? (issue.params?.code as ErrorCode | undefined) : undefined;
  if (own !== undefined) {
    return own;
  }
  return issue.code === 'too_big' ? 'field.too-long' : (CODE_OF_FIELD[field] ?? 'field.invalid');
}

function valueOf(values: unknown, field: string): unknown {
  return (values as Record<string, unknown> | undefined)?.[field];
}
