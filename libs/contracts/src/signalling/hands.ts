import { z } from 'zod';

/** What somebody can show the others without a word. Few, so that nobody has to look for the right one. */
export const reactionSchema = z.enum(['thumb', 'heart', 'clap']);
export type Reaction = z.infer<typeof reactionSchema>;
