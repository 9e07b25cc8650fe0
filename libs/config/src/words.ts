import { z } from 'zod';

/** A setting that is a list: words with spaces or commas between them. */
export const words = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((word) => word !== ''));
