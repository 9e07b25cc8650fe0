import { z } from 'zod';

const idsSchema = z.array(z.uuid()).max(1_000);

/** Ids of messages whose visits are forgotten, as `POST /forgotten` has them. @returns Null for anything else. */
export function idsIn(body: string): string[] | null {
  try {
    return idsSchema.parse(JSON.parse(body));
  } catch {
    return null;
  }
}
