import { z } from 'zod';
import { localisedTextSchema } from '../language.js';
import { idSchema } from '../primitives.js';

/** A path of this site, as the pages make it; nothing that leads elsewhere. */
const pathSchema = z
  .string()
  .max(300)
  .regex(/^\/(?![/\\])[\w\-./?=&%]*$/);

/**
 * `POST /api/sign-in/provider/start`: by the domain of an address, or for an organisation whose own address of the
 * sign-in page somebody uses. `next`: where they go afterwards. `again`: the provider asks who they are whatever session they have there.
 */
export const startProviderSignInRequestSchema = z.union([
  z.strictObject({ email: z.email().max(254), next: pathSchema.optional() }),
  z.strictObject({
    organisationId: idSchema,
    next: pathSchema.optional(),
    again: z.boolean().optional(),
  }),
]);
export type StartProviderSignInRequest = z.infer<typeof startProviderSignInRequestSchema>;

/** Answer of `POST /api/sign-in/provider/start`: where the browser goes. */
export const startProviderSignInResponseSchema = z.object({
  redirectUrl: z.url({ protocol: /^https?$/ }),
});
export type StartProviderSignInResponse = z.infer<typeof startProviderSignInResponseSchema>;

/** `GET /api/sign-in/provider?organisation=<id>`. */
export const offeredProviderQuerySchema = z.strictObject({ organisation: idSchema });
export type OfferedProviderQuery = z.infer<typeof offeredProviderQuerySchema>;

/** What the sign-in page of one organisation offers; nothing of one that has no provider, or that there is not. */
export const offeredProviderSchema = z.object({
  offered: z.object({ name: z.string(), organisation: localisedTextSchema }).nullable(),
});
export type OfferedProvider = z.infer<typeof offeredProviderSchema>;

/** What the sign-in page is told of a return that signed nobody in: the last part of an error’s code. */
export const providerOutcomeSchema = z.enum([
  'cancelled',
  'expired',
  'refused',
  'rejected',
  'unavailable',
]);
export type ProviderOutcome = z.infer<typeof providerOutcomeSchema>;
