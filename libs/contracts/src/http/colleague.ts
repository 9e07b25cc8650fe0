import { z } from 'zod';
import { idSchema } from '../primitives.js';

/** A member of the staff as their colleagues see them: a name, and nothing to reach them by. */
export const colleagueSchema = z.object({ id: idSchema, displayName: z.string() });
export type ColleagueName = z.infer<typeof colleagueSchema>;

/** Answer of `GET /api/colleagues`, by name: everybody of the organisation who meets clients and can sign in. */
export const colleagueListSchema = z.object({ colleagues: z.array(colleagueSchema) });
export type ColleagueList = z.infer<typeof colleagueListSchema>;

/**
 * `POST /api/visits/:visitId/hand-over` and `…/shares`, `POST /api/staff/:staffId/hand-over`: the colleague who gets
 * the visit, or whom it is shared with.
 */
export const chooseColleagueRequestSchema = z.strictObject({ professionalId: idSchema });
export type ChooseColleagueRequest = z.infer<typeof chooseColleagueRequestSchema>;
