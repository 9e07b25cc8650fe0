import { z } from 'zod';
import { COLOUR } from '../colour.js';
import { languageSchema } from '../language.js';
import { plainText } from '../plain-text.js';
import { rightsAnswererSchema } from '../words.js';

/** Largest logo in bytes. */
export const LOGO_MAX_BYTES = 256 * 1024;

/** Longest side of a logo in pixels. */
export const LOGO_MAX_SIDE = 2_000;

/** Kinds of pictures a logo may be. SVG can hold programs, so it is none. */
export const LOGO_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;

const name = plainText(120).nullable();
const phone = z
  .string()
  .trim()
  .max(32)
  .regex(/^\+?\d[\d ()-]{3,}$/)
  .nullable();
const email = z.email().max(254).nullable();

/** Settings of an organisation that its admins change. Null is what has not been said. */
const settings = {
  nameFi: plainText(120),
  nameSv: plainText(120),
  nameEn: plainText(120),
  /** Whom clients may ask about their matter: a person or a title. */
  contactName: name,
  contactPhone: phone,
  contactEmail: email,
  /** The data protection officer. */
  officerName: name,
  officerPhone: phone,
  officerEmail: email,
  /** Who answers when a client wants to see, correct or delete their data; `rights*` is the other controller. */
  rightsAnsweredBy: rightsAnswererSchema,
  rightsName: name,
  rightsPhone: phone,
  rightsEmail: email,
  /** Sender of text messages, in the alphabet that every telephone shows. */
  smsSender: z
    .string()
    .trim()
    .max(11)
    .regex(/^(?=.*[A-Za-z])[A-Za-z\d]([A-Za-z\d &.-]*[A-Za-z\d.])?$/)
    .nullable(),
  /** Name of the sender of e-mails; it must not look like an address. */
  mailSender: plainText(60)
    .regex(/^[^<>"@,;:\\]+$/)
    .nullable(),
  /** Languages that clients are offered. */
  languages: z
    .array(languageSchema)
    .min(1)
    .max(3)
    .refine((languages) => new Set(languages).size === languages.length),
  accentColour: z.string().regex(COLOUR).nullable(),
};

/** The version that was read: a change of another admin in between is told (`settings.changed-meanwhile`). */
const version = z.number().int().min(1);

/** `POST /api/organisation/settings`. */
export const changeOrganisationRequestSchema = z
  .strictObject({ ...settings, version })
  .superRefine((sent, context) => {
    if (sent.rightsAnsweredBy === 'other-controller') {
      if (sent.rightsName === null) {
        context.addIssue({ code: 'custom', path: ['rightsName'] });
      }
      if (sent.rightsPhone === null && sent.rightsEmail === null) {
        context.addIssue({ code: 'custom', path: ['rightsEmail'] });
      }
    }
  });
export type ChangeOrganisationRequest = z.infer<typeof changeOrganisationRequestSchema>;

/** Answer of `GET /api/organisation/settings` and of a change. `logo`: path of the picture. */
export const organisationSettingsSchema = z.object({
  ...settings,
  version,
  logo: z.string().nullable(),
});
export type OrganisationSettings = z.infer<typeof organisationSettingsSchema>;

/** Answer of `GET /api/organisation/appearance`: how the organisation's pages look. */
export const appearanceSchema = z.object({
  accentColour: z.string().nullable(),
  logo: z.string().nullable(),
});
export type Appearance = z.infer<typeof appearanceSchema>;

/** Answer of `POST /api/organisation/logo`. */
export const logoSchema = z.object({ logo: z.string().nullable() });
export type Logo = z.infer<typeof logoSchema>;

/** `GET /api/organisations/:organisationId/logo`: which picture, as the path of the logo has it. */
export const logoQuerySchema = z.strictObject({ v: z.string().regex(/^[\da-f]{16}$/) });
export type LogoQuery = z.infer<typeof logoQuerySchema>;
