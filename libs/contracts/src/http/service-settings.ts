import { z } from 'zod';
import { plainText } from '../plain-text.js';
import { idSchema, instantSchema } from '../primitives.js';
import { identificationLevelSchema, legalBasisSchema } from '../words.js';
import { retentionAnchorSchema } from './retention.js';

/** Longest purpose of a service in characters. */
export const PURPOSE_MAX = 500;

/** How long before a visit its client can be reminded, in minutes: two days, a day, two hours, an hour, a quarter. */
export const REMINDER_MINUTES = [2880, 1440, 120, 60, 15] as const;
export type ReminderMinutes = (typeof REMINDER_MINUTES)[number];

/** Settings of a service. Level and discreet mode are kept by each booking as they were when it was made. */
const settings = {
  nameFi: plainText(120),
  nameSv: plainText(120),
  nameEn: plainText(120),
  /** Why data about clients is handled, in words that clients read. */
  purposeFi: plainText(PURPOSE_MAX),
  purposeSv: plainText(PURPOSE_MAX),
  purposeEn: plainText(PURPOSE_MAX),
  legalBasis: legalBasisSchema,
  identificationLevel: identificationLevelSchema,
  /** Messages and pages before identification tell neither the service nor the organisation. */
  discreet: z.boolean(),
  minorsAllowed: z.boolean(),
  durationMinutes: z.number().int().min(5).max(480),
  /** When clients are reminded, the earliest first; none for no reminders. */
  reminderMinutes: z
    .array(z.literal(REMINDER_MINUTES))
    .max(REMINDER_MINUTES.length)
    .refine((minutes) =>
      minutes.every((each, index) => index === 0 || each < (minutes[index - 1] ?? 0)),
    ),
};

const version = z.number().int().min(1);

/** `POST /api/organisation/services`. A new service is open. */
export const createServiceRequestSchema = z.strictObject(settings);
export type CreateServiceRequest = z.infer<typeof createServiceRequestSchema>;

/** `POST /api/organisation/services/:serviceId`. Closed (`active: false`): no new bookings, visits go on. */
export const changeServiceRequestSchema = z.strictObject({
  ...settings,
  active: z.boolean(),
  version,
});
export type ChangeServiceRequest = z.infer<typeof changeServiceRequestSchema>;

/** `POST /api/organisation/services/:serviceId/statement`: where clients' data is recorded, which is not here. */
export const signStatementRequestSchema = z.strictObject({ recordSystem: plainText(120) });
export type SignStatementRequest = z.infer<typeof signStatementRequestSchema>;

/** A service as admins see it. */
export const serviceSettingsSchema = z.object({
  ...settings,
  id: idSchema,
  active: z.boolean(),
  version,
  /** Services made before these were asked have none. */
  purposeFi: z.string(),
  purposeSv: z.string(),
  purposeEn: z.string(),
  legalBasis: legalBasisSchema.nullable(),
  /** "Client data is recorded elsewhere"; nothing can be booked before it is signed. */
  statement: z
    .object({ recordSystem: z.string(), signedBy: z.string(), signedAt: instantSchema })
    .nullable(),
  /** What its clients' details are kept after, and for how long (ISO 8601), e.g. `P1M`. */
  retentionAnchor: retentionAnchorSchema,
  retentionPeriod: z.string(),
});
export type ServiceSettings = z.infer<typeof serviceSettingsSchema>;

/** Answer of `GET /api/organisation/services`: open ones first, then by Finnish name. */
export const serviceSettingsListSchema = z.object({ services: z.array(serviceSettingsSchema) });
export type ServiceSettingsList = z.infer<typeof serviceSettingsListSchema>;
