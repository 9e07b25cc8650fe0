import { z } from 'zod';
import { languageSchema, localisedTextSchema } from '../language.js';
import { idSchema, instantSchema, linkSecretSchema, localDateSchema } from '../primitives.js';
import {
  admissionSchema,
  identificationLevelSchema,
  legalBasisSchema,
  participantRoleSchema,
} from '../words.js';
import { nodeSilentSchema } from './meeting-access.js';

/** `POST /api/door/look`: what the link leads to. Changes nothing, however often it is asked. */
export const lookRequestSchema = z.strictObject({ link: linkSecretSchema });
export type LookRequest = z.infer<typeof lookRequestSchema>;

/** How somebody can be reached; null where nobody has said. */
const contactSchema = z.object({
  name: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
});
export type Contact = z.infer<typeof contactSchema>;

/** Who handles the client's data, why, and whom the client may ask. */
const doorNoticeSchema = z.object({
  purpose: localisedTextSchema.nullable(),
  legalBasis: legalBasisSchema.nullable(),
  contact: contactSchema,
  /** The data protection officer. */
  officer: contactSchema,
  /** The other controller that answers requests about the data; null when the organisation itself does. */
  rights: contactSchema.nullable(),
});
export type DoorNotice = z.infer<typeof doorNoticeSchema>;

/** Who invites, and how their pages look. */
const doorInviterSchema = z.object({
  organisationName: localisedTextSchema,
  professionalName: z.string(),
  accentColour: z.string().nullable(),
  /** Path of the logo. */
  logo: z.string().nullable(),
  notice: doorNoticeSchema,
});
export type DoorInviter = z.infer<typeof doorInviterSchema>;

/** Of a discreet service the page says nothing where others may look: not in its title, nor in the browser's history. */
const discreet = { discreet: z.boolean() };

/** What anyone who holds the link may know before identifying. */
const doorVisit = {
  ...discreet,
  /** Null while a discreet service does not tell: who reads is neither identified as the client nor let in. */
  inviter: doorInviterSchema.nullable(),
  /** Languages that the organisation offers, one at least. */
  languages: z.array(languageSchema),
  startsAt: instantSchema,
  endsAt: instantSchema,
  /** From when on the client can identify and come to the waiting room. */
  opensAt: instantSchema,
  identificationLevel: identificationLevelSchema,
  /** Whether the person, a guardian, is asked at Suomi.fi e-Authorizations for which child they act; absent otherwise. */
  representationAsked: z.literal(true).optional(),
  /** Instant at which everything that identifies the client is forgotten. */
  purgeDueAt: instantSchema,
};

/**
 * Answer of `POST /api/door/look`. `service-closed`: the organisation is out of use, and the client's data goes at its
 * time all the same. `forgetting`: due and hidden from everybody, not erased yet. `held`: hidden from everybody, and kept
 * for as long as a legal hold or a restriction lasts. `forgotten` holds nothing but the day of erasing; an unknown link is an error (`link.unknown`).
 */
export const doorViewSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('open'), ...doorVisit }),
  z.object({
    state: z.literal('ended'),
    ...discreet,
    purgeDueAt: instantSchema,
    endedAt: instantSchema,
    /** Whether it was called off. */
    cancelled: z.boolean(),
  }),
  z.object({
    state: z.literal('service-closed'),
    ...discreet,
    purgeDueAt: instantSchema,
    /** Who had invited, and whom to ask; null where a discreet service would not have told. */
    inviter: z.object({ organisationName: localisedTextSchema, contact: contactSchema }).nullable(),
  }),
  z.object({ state: z.literal('forgetting') }),
  z.object({ state: z.literal('held') }),
  z.object({ state: z.literal('forgotten'), forgottenOn: localDateSchema }),
]);
export type DoorView = z.infer<typeof doorViewSchema>;

/** `POST /api/door/open`: a person acts; the link's secret is exchanged for a session cookie. */
export const openDoorRequestSchema = z.strictObject({
  link: linkSecretSchema,
  language: languageSchema,
});
export type OpenDoorRequest = z.infer<typeof openDoorRequestSchema>;

/** Answer of `POST /api/door/open` and `GET /api/door`: the client's own state behind the door. */
export const doorSessionSchema = z.object({
  participantId: idSchema,
  language: languageSchema,
  view: doorViewSchema,
  /**
   * Which of the staff in the meeting is the view's inviter: others may sit there, too. Null until this person is let in, and
   * while the view tells no inviter.
   */
  inviterParticipantId: idSchema.nullable(),
  /** The person's own part in the visit. */
  role: participantRoleSchema,
  /**
   * Students who would like to follow the visit, about whom this person is asked; a number tells them apart, no name.
   * `agreed` is the person's own answer, null while there is none. Empty until it is sure who reads: who was identified as
   * the booked person, or let in.
   */
  observers: z.array(
    z.object({
      participantId: idSchema,
      number: z.number().int().min(1),
      agreed: z.boolean().nullable(),
    }),
  ),
  /** Of a student: whether the client's side lets them follow the visit; null while that is open, and for all others. */
  agreed: z.boolean().nullable(),
  /** True once this session has a completed identification. The verdict itself is for the professional. */
  identified: z.boolean(),
  /**
   * Whether they may wait without it though it is required: the professional allows it, the server saw the identity
   * provider fail them just now, or their link is locked.
   */
  mayWaitUnidentified: z.boolean(),
  /** Whether they may because the professional allows it, to the first browser that does. */
  unidentifiedAllowed: z.boolean(),
  admission: admissionSchema,
  /** Whether the visit has ended and they are asked how it went: who was in it, in this browser, and has not said. */
  asksQuality: z.boolean(),
  /** True when another device or browser of the same participant is in the waiting room or the meeting. */
  inUseElsewhere: z.boolean(),
});
export type DoorSession = z.infer<typeof doorSessionSchema>;

/** `POST /api/door/observers`: whether a student may follow the visit, as far as this person is asked. Both answers can be taken back. */
export const answerObserverRequestSchema = z.strictObject({
  participantId: idSchema,
  agreed: z.boolean(),
});
export type AnswerObserverRequest = z.infer<typeof answerObserverRequestSchema>;

/** `POST /api/door/language`. */
export const chooseLanguageRequestSchema = z.strictObject({ language: languageSchema });
export type ChooseLanguageRequest = z.infer<typeof chooseLanguageRequestSchema>;

/**
 * `POST /api/door/enter`: come to the waiting room and get access to the meeting node.
 * With `takeOver` the participant's other session is closed.
 */
export const enterRequestSchema = z.strictObject({
  takeOver: z.boolean().default(false),
  /** Without identification though it is required, while `mayWaitUnidentified`. The professional sees it and decides. */
  unidentified: z.boolean().default(false),
  nodeSilent: nodeSilentSchema,
});
export type EnterRequest = z.infer<typeof enterRequestSchema>;

/** Answer of `POST /api/identification/start`: where the browser goes to identify. */
export const startIdentificationResponseSchema = z.object({ redirectUrl: z.url() });
export type StartIdentificationResponse = z.infer<typeof startIdentificationResponseSchema>;

/**
 * How an identification came back, as the query `identification` of the door page: `done`, `elsewhere` when it came back in
 * another browser than it began in and waits for a confirmation there, or the reason it did not succeed (an error code's
 * last part).
 */
export const identificationOutcomeSchema = z.enum([
  'done',
  'elsewhere',
  'other-device',
  'cancelled',
  'failed',
  'expired',
  'unavailable',
  'locked',
]);
export type IdentificationOutcome = z.infer<typeof identificationOutcomeSchema>;

/**
 * Where the provider sends the browser back once the person has signed out there; registered at the provider, so it
 * never changes.
 */
export const SIGNED_OUT_PATH = '/v/signed-out';

/** Answer of `POST /api/door/leave`: the session of this browser is over. */
export const leftDoorSchema = z.object({
  /** Whether the person had identified, so that the provider may still know them in this browser. */
  wasIdentified: z.boolean(),
  /** Where they sign out of the provider, too; null when they did not identify, or there is no such page. */
  providerSignOutUrl: z.url({ protocol: /^https?$/ }).nullable(),
});
export type LeftDoor = z.infer<typeof leftDoorSchema>;

/** `GET /api/identification/sign-out`, in the provider's hidden frame (OpenID Connect Front-Channel Logout 1.0). */
export const PROVIDER_SIGN_OUT_PATH = '/api/identification/sign-out';

/** Whose session it ended, by the provider's own name for it. Providers may add what they like. */
export const providerSignOutQuerySchema = z.object({
  iss: z.string().min(1).max(500),
  sid: z.string().trim().min(1).max(500),
});
export type ProviderSignOutQuery = z.infer<typeof providerSignOutQuerySchema>;

/** Longest text of somebody else's that is shown, in letters. */
export const OUTAGE_TEXT_MAX = 300;

/** `GET /api/identification/outage`: what the identity provider says of itself, in the language of the page. */
export const outageQuerySchema = z.strictObject({ language: languageSchema });
export type OutageQuery = z.infer<typeof outageQuerySchema>;

/** Its answer. */
export const identificationOutageSchema = z.object({
  /** Plain text of the provider's own, as it was published; null when it says nothing. */
  notice: z
    .string()
    .max(2 * OUTAGE_TEXT_MAX)
    .nullable(),
  /** Whether it did not answer us in the last minutes. */
  isUnreachable: z.boolean(),
});
export type IdentificationOutage = z.infer<typeof identificationOutageSchema>;
