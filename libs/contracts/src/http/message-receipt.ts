import { z } from 'zod';
import { linkSecretSchema } from '../primitives.js';
import { messageFailureSchema } from '../words.js';

/** Where operators of text messages tell what became of a message. */
export const MESSAGE_RECEIPTS_PATH = '/api/message-receipts';

/**
 * `POST /api/message-receipts`: what became of a text message that a generic gateway took. `reference` is the one that the
 * message came with; `reason` belongs to what failed.
 */
export const messageReceiptSchema = z.strictObject({
  reference: linkSecretSchema,
  status: z.enum(['delivered', 'failed']),
  reason: messageFailureSchema.optional(),
});
export type MessageReceipt = z.infer<typeof messageReceiptSchema>;
