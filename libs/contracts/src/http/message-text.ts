import { z } from 'zod';
import { languageSchema } from '../language.js';
import { messageTextFaults } from '../message-text/message-text-faults.js';
import { MESSAGE_TEXT_MAX } from '../message-text/message-text.js';
import { messageChannelSchema, messageKindSchema } from '../words.js';

const place = {
  kind: messageKindSchema,
  channel: messageChannelSchema,
  language: languageSchema,
};

/** Counts changes of a text; 0 where there was none. Whoever changes it names the one they read. */
const version = z.number().int().min(0);

const text = {
  /** Null for a text message, and where the text is Tapaamo's own. */
  subject: z.string().max(MESSAGE_TEXT_MAX.email).nullable(),
  /** Null where the text is Tapaamo's own. */
  body: z
    .string()
    .max(10 * MESSAGE_TEXT_MAX.email)
    .nullable(),
};

/** Answer of `GET /api/organisation/message-texts`: the texts that were ever changed. All others are Tapaamo's own. */
export const messageTextsSchema = z.object({
  texts: z.array(z.object({ ...place, ...text, version })),
});
export type MessageTexts = z.infer<typeof messageTextsSchema>;

/** `POST /api/organisation/message-texts`: one text of the organisation's own, or Tapaamo's again (`body` null). */
export const changeMessageTextRequestSchema = z
  .strictObject({ ...place, ...text, version })
  .superRefine(({ subject, body, ...of }, context) => {
    if (body === null) {
      if (subject !== null) {
        context.addIssue({ code: 'custom', path: ['subject'] });
      }
      return;
    }
    for (const { field, code } of messageTextFaults(of, { subject, body })) {
      context.addIssue({ code: 'custom', path: [field], params: { code } });
    }
  });
export type ChangeMessageTextRequest = z.infer<typeof changeMessageTextRequestSchema>;
