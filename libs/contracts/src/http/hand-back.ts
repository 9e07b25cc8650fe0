import { z } from 'zod';
import { localisedTextSchema } from '../language.js';
import { instantSchema } from '../primitives.js';
import { browserFamilySchema, systemFamilySchema } from './account.js';

/** What a browser tells of itself: enough for a person to know it again. */
export const browserKindSchema = z.object({
  browser: browserFamilySchema,
  system: systemFamilySchema,
});
export type BrowserKind = z.infer<typeof browserKindSchema>;

/** The number that stands on the page where the identification began, and is typed where it came back. */
const matchNumberSchema = z.string().regex(/^\d\d$/);

/**
 * Answer of `GET /api/identification/hand-back`: what the person may know who identified in this browser, while the
 * identification began in another one. Never the number itself, nor anything of the visit or the client.
 */
export const handBackSchema = z.object({
  /** Null while a discreet service does not tell. */
  organisationName: localisedTextSchema.nullable(),
  /** When and in what browser it began. */
  begunAt: instantSchema,
  begunOn: browserKindSchema,
  /** Until when it can be confirmed. */
  expiresAt: instantSchema,
  /** Where the person signs out of the provider, which knows them in this browser; null where it has no such page. */
  providerSignOutUrl: z.string().nullable(),
});
export type HandBack = z.infer<typeof handBackSchema>;

/** `POST /api/identification/hand-back/confirm`: gives the identification to the page that shows this number. Once. */
export const confirmHandBackRequestSchema = z.strictObject({ number: matchNumberSchema });
export type ConfirmHandBackRequest = z.infer<typeof confirmHandBackRequestSchema>;

/**
 * Answer of `GET /api/identification/progress`, in the browser where it began. `away`: at the provider. `returned`: in
 * another browser, where this number is to be typed. `confirmed`: it was, and `POST /api/identification/pick-up` fetches
 * it. `refused`: it was not.
 */
export const identificationProgressSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  z.object({ state: z.literal('away') }),
  z.object({
    state: z.literal('returned'),
    number: matchNumberSchema,
    expiresAt: instantSchema,
  }),
  z.object({ state: z.literal('confirmed') }),
  z.object({ state: z.literal('refused') }),
]);
export type IdentificationProgress = z.infer<typeof identificationProgressSchema>;
