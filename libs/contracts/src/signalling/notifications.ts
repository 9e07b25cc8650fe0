import { z } from 'zod';
import { delaySchema } from '../http/visit.js';
import { interpreterLanguageSchema } from '../interpreter-language.js';
import { idSchema, instantSchema } from '../primitives.js';
import { admissionSchema, participantRoleSchema, standingReasonSchema } from '../words.js';
import { heldPicturesSchema, lineStateSchema } from './line/line-report.js';
import type { SignallingNotification } from './notification-names.js';
import { reactionSchema } from './hands.js';
import {
  consumerDescriptionSchema,
  rtpCapabilitiesSchema,
  textDescriptionSchema,
  transportDescriptionSchema,
} from './media-description.js';

const participant = z.object({
  participantId: idSchema,
  role: participantRoleSchema,
  connected: z.boolean(),
  /** Of an interpreter, as it was booked: a signer's picture must stay in view. */
  interpreterLanguage: interpreterLanguageSchema.optional(),
});

/**
 * Everything a meeting node tells a browser, named as facts.
 * Who waits gets `admissionChanged`, `delayChanged`, `visitEnded`, `connectionReplaced` and `doorChanged` only.
 */
export const SIGNALLING_NOTIFICATIONS = {
  /** Sent on connecting and at every change of the receiver's own admission, or of why they stand so. */
  admissionChanged: z.object({
    admission: admissionSchema,
    because: standingReasonSchema.optional(),
  }),
  /** To who waits: the delay that the professional tells of, on connecting if there is one, and at every change. */
  delayChanged: z.object({ delay: delaySchema.nullable() }),
  /**
   * The meeting's media is ready for this participant: sent after admission and again, with a new `epoch`,
   * whenever the node had to build it anew (a media worker died). The browser drops what it had and joins.
   */
  meetingReady: z.object({
    epoch: z.number().int().min(1),
    routerRtpCapabilities: rtpCapabilitiesSchema,
    sendTransport: transportDescriptionSchema,
    receiveTransport: transportDescriptionSchema,
    participants: z.array(participant),
  }),
  participantJoined: participant,
  /** `connected: false` means a lost line; the seat is kept. */
  participantConnectionChanged: participant,
  participantLeft: z.object({ participantId: idSchema }),
  /**
   * To who came by a link and takes part: whether a professional is there, on connecting and at every change. While none is,
   * they neither hear, see nor read each other.
   */
  attendanceChanged: z.object({ attended: z.boolean() }),
  consumerCreated: consumerDescriptionSchema,
  consumerClosed: z.object({ consumerId: z.string() }),
  consumerPaused: z.object({ consumerId: z.string() }),
  consumerResumed: z.object({ consumerId: z.string() }),
  /** What somebody writes can be received. Told again after every join; the channel itself tells of its end. */
  textCreated: textDescriptionSchema,
  /** To who writes: whose browsers have their end of it. Told when the channel is made, at every change, and on a new line. */
  readersChanged: z.object({ readers: z.array(idSchema) }),
  /** Whose hands are up, in the order in which they were raised. Told again after a join while any is up. */
  handsChanged: z.object({ hands: z.array(idSchema) }),
  reacted: z.object({ participantId: idSchema, reaction: reactionSchema }),
  /** Who speaks most, or spoke last; null before anybody has spoken. Told again after every join. */
  speakerChanged: z.object({ participantId: idSchema.nullable() }),
  /**
   * A participant's line. Which pictures wait for it is told to everybody, because they see no picture; how it is, to the
   * participant and to professionals only. Told again after every join of what is not well.
   */
  lineChanged: z.object({
    participantId: idSchema,
    held: heldPicturesSchema,
    /** What they send is lost on its way to the node: that it is missing is nobody else's line. */
    losesSent: z.boolean(),
    state: lineStateSchema.optional(),
  }),
  visitEnded: z.object({ endedAt: instantSchema, purgeDueAt: instantSchema }),
  /** The participant continued on another device or tab; this connection is closed. */
  connectionReplaced: z.object({}),
  /** To the professional: admission, connection or arrival of someone changed; read the visit again. */
  visitChanged: z.object({ visitId: idSchema }),
  /** To who came by a link: a student was asked about, or answered for; read `GET /api/door` again. */
  doorChanged: z.object({}),
} as const satisfies Record<SignallingNotification, z.ZodType>;

export type NotificationBody<N extends SignallingNotification> = z.output<
  (typeof SIGNALLING_NOTIFICATIONS)[N]
>;

/** What a waiting client may be told; everything else is refused to them at the sender. */
export const WAITING_NOTIFICATIONS: readonly SignallingNotification[] = [
  'admissionChanged',
  'delayChanged',
  'visitEnded',
  'connectionReplaced',
  'doorChanged',
];
