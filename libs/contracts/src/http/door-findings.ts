import { z } from 'zod';
import { instantSchema } from '../primitives.js';
import { assuranceSchema, deviceStateSchema, verdictResultSchema } from '../words.js';

/** Result of the client's device test, shown to the professional. */
export const deviceCheckSchema = z.object({
  camera: deviceStateSchema,
  microphone: deviceStateSchema,
});
export type DeviceCheck = z.infer<typeof deviceCheckSchema>;

/** The door's comparison, as the professional sees it. No identity code, no identified name. */
export const verdictSchema = z.object({
  result: verdictResultSchema,
  assurance: assuranceSchema,
  identifiedAt: instantSchema,
});
export type Verdict = z.infer<typeof verdictSchema>;
