import { z } from 'zod';
import { interpreterLanguageSchema } from '../interpreter-language.js';
import { localisedTextSchema } from '../language.js';
import { idSchema, instantSchema } from '../primitives.js';
import {
  admissionSchema,
  bookingStatusSchema,
  cancelReasonSchema,
  delayWordSchema,
  identificationLevelSchema,
  outcomeReasonSchema,
  outcomeSchema,
  participantRoleSchema,
  presenceSchema,
  standingReasonSchema,
  unidentifiedReasonSchema,
  visitRelationSchema,
} from '../words.js';
import { recordReferenceSchema, shownContactSchema, typedHetuSchema } from './booking.js';
import { colleagueSchema } from './colleague.js';
import { deviceResultSchema } from './device-test.js';
import { arrivalFindingSchema, arrivalWarningSchema, verdictSchema } from './door-findings.js';
import { outcomeCorrectionSchema } from './outcome-correction.js';

/**
 * A delay of which those who wait are told, and when they were. `until` is when it should be over; of `as-soon-as-possible`
 * nobody can say, and it is when it is not told any more.
 */
export const delaySchema = z.object({
  word: delayWordSchema,
  until: instantSchema,
  toldAt: instantSchema,
});
export type Delay = z.infer<typeof delaySchema>;

/** A participant as the professional sees them. */
export const visitParticipantSchema = z.object({
  id: idSchema,
  role: participantRoleSchema,
  name: z.string(),
  admission: admissionSchema,
  /** Whether messages can reach them; of who has a link. One whom none reaches has the link on paper. */
  isWrittenTo: z.boolean(),
  /** How many links they had: another one makes what is printed of the earlier useless. */
  linkGeneration: z.number().int().min(0),
  /** Which browser stands at the door, as a random id; letting in is for this one. */
  arrivalId: idSchema.nullable(),
  /** Whether a live connection to the meeting node exists. */
  connected: z.boolean(),
  /** Of who waits or was let in, and of staff. */
  presence: presenceSchema.nullable(),
  /** When their line was lost; null while it is there, and where nobody knows. */
  lineLostAt: instantSchema.nullable(),
  arrivedAt: instantSchema.nullable(),
  /** Since when they wait; it decides whose turn it is (`waitingOrder`). */
  waitingSince: instantSchema.nullable(),
  /** Whether they wait because they were sent back, or though they were let in because somebody speaks alone. */
  because: standingReasonSchema.nullable(),
  /** The most doubtful finding of all browsers that came by the link, unless the one at the door proved who it is. */
  verdict: verdictSchema.nullable(),
  /** Whether that is the finding of another browser than the one that stands at the door. */
  verdictIsOther: z.boolean(),
  /** Whether an identification came back in another browser, and whoever was there did not confirm it. */
  handBackRefused: z.boolean(),
  /** Whether one came back so, and whoever was there said neither yes nor no. */
  handBackUnanswered: z.boolean(),
  /** Until when one that came back so can be answered: then the page reads the visit again. Null where none waits. */
  handBackOpenUntil: instantSchema.nullable(),
  /** Whether they could not identify because the identity provider failed, as the server saw. */
  failedByProvider: z.boolean(),
  /** Whether their link identifies nobody for now: too many in a row were somebody else's, or too weak. */
  identificationLocked: z.boolean(),
  /** Whether they may wait without identification, where it is required, because a professional of the visit allows it. */
  unidentifiedAllowed: z.boolean(),
  /** How their last device test went, whenever that was. */
  deviceCheck: deviceResultSchema.nullable(),
  /** Null for staff, and for who cannot be opened. */
  contact: shownContactSchema.nullable(),
  /** The henkilötunnus that was booked, masked (`HIDDEN_HETU` for most); null where there is none. It is given to nobody again. */
  identityCode: z.string().nullable(),
  /** Of an interpreter. */
  interpreterLanguage: interpreterLanguageSchema.nullable(),
  /** Of a student: what the client's side says, null while that is open, and who has said what. */
  agreed: z.boolean().nullable(),
  answers: z.array(z.object({ participantId: idSchema, agreed: z.boolean() })),
  /** By which number the client's side is asked about a student. */
  observerNumber: z.number().int().min(1).nullable(),
});
export type VisitParticipant = z.infer<typeof visitParticipantSchema>;

/** Answer of `GET /api/visits/:visitId`. */
export const visitSchema = z.object({
  id: idSchema,
  bookingId: idSchema,
  serviceName: localisedTextSchema,
  identificationLevel: identificationLevelSchema,
  startsAt: instantSchema,
  endsAt: instantSchema,
  status: bookingStatusSchema,
  /** Version of the booking, for who moves it or calls it off. */
  version: z.number().int().min(1),
  endedAt: instantSchema.nullable(),
  /** Why it was called off, and why its outcome was corrected; null where that did not happen. */
  cancelReason: cancelReasonSchema.nullable(),
  outcomeReason: outcomeReasonSchema.nullable(),
  /** What was recorded first, where the outcome is another by now. */
  correction: outcomeCorrectionSchema.nullable(),
  /** Whether client and professional were together: then it was held, whatever anybody says. */
  wasHeld: z.boolean(),
  /** What those who wait are told of a delay. */
  delay: delaySchema.nullable(),
  /** What the organisation's record system calls it. */
  recordReference: z.string().nullable(),
  purgeDueAt: instantSchema,
  /**
   * Of a visit that counts from the end of the client relationship: when that was said, or when it is asked about next, and
   * how long after it the visit is known (ISO 8601). Null for others.
   */
  relationship: z
    .object({
      endedAt: instantSchema.nullable(),
      reviewAt: instantSchema.nullable(),
      period: z.string(),
    })
    .nullable(),
  /** Whose it is, and by what the reader sees it. Who it is only shared with can neither share it nor hand it over. */
  professional: colleagueSchema,
  relation: visitRelationSchema,
  sharedWith: z.array(colleagueSchema),
  /** The reader's own participant in this visit; null before they first joined. */
  ownParticipantId: idSchema.nullable(),
  clientIsMinor: z.boolean(),
  /** Whether contact data is shown to who booked, or took it over, and to nobody else; and whether that is the reader, who may end it. */
  nonDisclosure: z.boolean(),
  bookedBySelf: z.boolean(),
  /** With whom somebody of the staff speaks alone, who does, and whether the reader may end it. */
  alone: z.object({ withId: idSchema, byId: idSchema, mayEnd: z.boolean() }).nullable(),
  participants: z.array(visitParticipantSchema),
});
export type Visit = z.infer<typeof visitSchema>;

/**
 * `POST /api/visits/:visitId/participants/:participantId/admit`: lets in the arrival that the professional saw. When
 * another browser has taken its place meanwhile, nobody is let in (`visit.arrival-changed`), nor when the door has found
 * something else of it by now (`visit.finding-changed`). A page that was loaded before what it shows was asked for sends none
 * of it: its people are let in as they were then, and nobody has to load a page anew in the middle of their consultations.
 */
export const admitRequestSchema = z.strictObject({
  arrivalId: idSchema,
  /** What the professional saw (`arrivalFindingOf`). */
  finding: arrivalFindingSchema.optional(),
  /** What else there was to look at (`arrivalWarningsOf`). */
  warnings: z.array(arrivalWarningSchema).max(arrivalWarningSchema.options.length).optional(),
  /** Of who was not identified as the booked person (`needsReason`, `reasonsFor`); of others it is not looked at. */
  reason: unidentifiedReasonSchema.optional(),
});
export type AdmitRequest = z.infer<typeof admitRequestSchema>;

/**
 * `POST /api/visits/:visitId/alone`: speaks alone with somebody who came by a link and was let in. All others wait until
 * `POST /api/visits/:visitId/alone/end`.
 */
export const speakAloneRequestSchema = z.strictObject({ participantId: idSchema });
export type SpeakAloneRequest = z.infer<typeof speakAloneRequestSchema>;

/**
 * `POST /api/visits/:visitId/participants/:participantId/identity-code`: the henkilötunnus of the client or a guardian in
 * place of the one before, or null for none.
 */
export const setIdentityCodeRequestSchema = z.strictObject({ hetu: typedHetuSchema.nullable() });
export type SetIdentityCodeRequest = z.infer<typeof setIdentityCodeRequestSchema>;

/** `POST /api/visits/:visitId/delay`: tells everybody who waits of a delay, or with null that there is none any more. */
export const tellDelayRequestSchema = z.strictObject({ delay: delayWordSchema.nullable() });
export type TellDelayRequest = z.infer<typeof tellDelayRequestSchema>;

/**
 * `POST /api/visits/:visitId/outcome`: what became of a visit that is over, by whoever reaches it. It changes
 * neither what was told to anybody nor when the client's data is forgotten.
 */
export const correctOutcomeRequestSchema = z.strictObject({
  /** The version of the booking that was read (`booking.changed-meanwhile`). */
  version: z.number().int().min(1),
  outcome: outcomeSchema,
  reason: outcomeReasonSchema,
});
export type CorrectOutcomeRequest = z.infer<typeof correctOutcomeRequestSchema>;

/**
 * `POST /api/visits/:visitId/non-disclosure`: whether contact data is shown to who booked, or took it over, and to nobody
 * else. Only they may end it.
 */
export const nonDisclosureRequestSchema = z.strictObject({ nonDisclosure: z.boolean() });
export type NonDisclosureRequest = z.infer<typeof nonDisclosureRequestSchema>;

/**
 * `POST /api/visits/:visitId/participants/:participantId/identification/waiting`: whether somebody may wait without
 * identification where it is required.
 */
export const allowUnidentifiedRequestSchema = z.strictObject({ allowed: z.boolean() });
export type AllowUnidentifiedRequest = z.infer<typeof allowUnidentifiedRequestSchema>;

/** `POST /api/visits/:visitId/record-reference`: what the record system calls the visit; null for nothing. */
export const recordReferenceRequestSchema = z.strictObject({
  recordReference: recordReferenceSchema.nullable(),
});
export type RecordReferenceRequest = z.infer<typeof recordReferenceRequestSchema>;

/** A relay for networks that let nothing else through, as a browser's peer connection takes it. */
export const iceServerSchema = z.object({
  urls: z.array(z.string()),
  /** Good for two hours; names nobody. */
  username: z.string(),
  credential: z.string(),
});
export type IceServer = z.infer<typeof iceServerSchema>;

/**
 * Answer of `POST /api/visits/:visitId/meeting-access` (professional) and `POST /api/door/enter` (client):
 * where the visit's meeting node is, a token for it that lives for one minute, and relays on the way there.
 */
export const meetingAccessSchema = z.object({
  nodeUrl: z.url(),
  token: z.string(),
  participantId: idSchema,
  iceServers: z.array(iceServerSchema),
});
export type MeetingAccess = z.infer<typeof meetingAccessSchema>;

/**
 * One message of `GET /api/visit-changes` (server-sent events): this visit of yours changed, read it again.
 * Ids only.
 */
export const visitChangeSchema = z.object({ visitId: idSchema });
export type VisitChange = z.infer<typeof visitChangeSchema>;
