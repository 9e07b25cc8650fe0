import { z } from 'zod';
import { idSchema, instantSchema } from '../primitives.js';
import {
  messageChannelSchema,
  messageFailureSchema,
  messageKindSchema,
  messageStatusSchema,
} from '../words.js';

/** What a participant was told, and where the message is. */
export const toldMessageSchema = z.object({
  kind: messageKindSchema,
  channel: messageChannelSchema,
  status: messageStatusSchema,
  /** When one that is queued is due. */
  dueAt: instantSchema.nullable(),
  /** Whether one that is queued was tried in vain for minutes: its operator does not take it, and it is tried on. */
  isHeldUp: z.boolean(),
  /** Of one that failed. */
  failure: messageFailureSchema.nullable(),
});
export type ToldMessage = z.infer<typeof toldMessageSchema>;

/** The same, with whom it was for: each of a visit's people has messages of their own. */
export const participantMessageSchema = z.object({
  ...toldMessageSchema.shape,
  participantId: idSchema,
});
export type ParticipantMessage = z.infer<typeof participantMessageSchema>;

/** Answer of `GET /api/visits/:visitId/messages`, in the order they were made. */
export const visitMessagesSchema = z.object({
  messages: z.array(participantMessageSchema),
});
export type VisitMessages = z.infer<typeof visitMessagesSchema>;
