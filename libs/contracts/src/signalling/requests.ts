import { z } from 'zod';
import type { ErrorCode } from '../error-codes.js';
import { idSchema } from '../primitives.js';
import { reactionSchema } from './hands.js';
import { lineFiguresSchema, lineStateSchema } from './line/line-report.js';
import {
  consumerDescriptionSchema,
  dtlsParametersSchema,
  iceParametersSchema,
  mediaSourceSchema,
  rtpCapabilitiesSchema,
  rtpParametersSchema,
  sctpStreamParametersSchema,
} from './media-description.js';

const mediaId = z.string().min(1).max(64);
const direction = z.enum(['send', 'receive']);
const nothing = z.strictObject({});

/**
 * Every request a browser may send to its meeting node: imperative name, schema of the body, schema of the answer.
 * All but `leaveMeeting` are refused (`meeting.not-admitted`) until the participant is admitted.
 */
export const SIGNALLING_REQUESTS = {
  /** Tells what the browser can decode; the answer holds a paused consumer for everything that is already sent. */
  joinMeeting: {
    body: z.strictObject({ rtpCapabilities: rtpCapabilitiesSchema }),
    answer: z.object({ consumers: z.array(consumerDescriptionSchema) }),
  },
  connectTransport: {
    body: z.strictObject({ direction, dtlsParameters: dtlsParametersSchema }),
    answer: nothing,
  },
  restartIce: {
    body: z.strictObject({ direction }),
    answer: z.object({ iceParameters: iceParametersSchema }),
  },
  produce: {
    body: z.strictObject({
      kind: z.enum(['audio', 'video']),
      source: mediaSourceSchema,
      rtpParameters: rtpParametersSchema,
      paused: z.boolean().default(false),
    }),
    answer: z.object({ producerId: z.string() }),
  },
  pauseProducer: { body: z.strictObject({ producerId: mediaId }), answer: nothing },
  resumeProducer: { body: z.strictObject({ producerId: mediaId }), answer: nothing },
  closeProducer: { body: z.strictObject({ producerId: mediaId }), answer: nothing },
  resumeConsumer: { body: z.strictObject({ consumerId: mediaId }), answer: nothing },
  pauseConsumer: { body: z.strictObject({ consumerId: mediaId }), answer: nothing },
  /** Begins to write to the others; one channel a participant, a new one ends the old. */
  produceText: {
    body: z.strictObject({ sctpStreamParameters: sctpStreamParametersSchema }),
    answer: z.object({ textProducerId: z.string() }),
  },
  /** The browser's end of what somebody writes is there: from now on nothing of it is missed. */
  readText: { body: z.strictObject({ textConsumerId: mediaId }), answer: nothing },
  setPreferredLayers: {
    body: z.strictObject({
      consumerId: mediaId,
      spatialLayer: z.number().int().min(0).max(2),
      temporalLayer: z.number().int().min(0).max(2).optional(),
    }),
    answer: nothing,
  },
  /** Raises or lowers one's own hand. Who that is, the node knows; nothing of it is kept. */
  raiseHand: { body: z.strictObject({ raised: z.boolean() }), answer: nothing },
  /** Lowers somebody else's hand; the professional's, to everybody else nobody's hand is there. */
  lowerHand: { body: z.strictObject({ participantId: idSchema }), answer: nothing },
  react: { body: z.strictObject({ reaction: reactionSchema }), answer: nothing },
  /** Tells how the participant's line is, at every change, and now and then what was measured on it. */
  reportLine: {
    body: z.strictObject({
      state: lineStateSchema,
      /** Whether their own pictures wait so that their sound is kept. */
      holdsPictures: z.boolean(),
      /** Whether so much of what is sent to them is lost that next to nothing arrives. */
      receivesLittle: z.boolean(),
      figures: lineFiguresSchema.optional(),
    }),
    answer: nothing,
  },
  /** Leaves on purpose: the participant's seat is given up and their media ends. */
  leaveMeeting: { body: nothing, answer: nothing },
} as const;

export type SignallingRequest = keyof typeof SIGNALLING_REQUESTS;
export type SignallingBody<R extends SignallingRequest> = z.input<
  (typeof SIGNALLING_REQUESTS)[R]['body']
>;
export type SignallingAnswer<R extends SignallingRequest> = z.output<
  (typeof SIGNALLING_REQUESTS)[R]['answer']
>;

/** Acknowledgement of every request. A refusal carries a code of the catalogue and a correlation id, nothing else. */
export type SignallingAck<R extends SignallingRequest> =
  { ok: true; data: SignallingAnswer<R> } | { ok: false; code: ErrorCode; correlationId: string };
