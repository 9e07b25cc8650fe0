import type { z } from 'zod';

/**
 * Checks what came from outside against a schema. The checks of a text's length ask anything that has a `length`, and
 * throw when that is nothing to compare (`{"length": {"toString": 1}}`): what cannot be checked does not fit.
 *
 * @returns What the schema made of it; null when it does not fit. Never throws.
 */
export function fits<S extends z.ZodType>(schema: S, received: unknown): z.output<S> | null {
  try {
    const parsed = schema.safeParse(received);
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
