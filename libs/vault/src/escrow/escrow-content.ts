import { Decrypter, Encrypter } from 'age-encryption';
import { z } from 'zod';
import { KEY_BYTES } from '../envelope.js';

const nameSchema = z.object({
  dueDay: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  generation: z.number().int().min(1),
});

const contentSchema = z.object({
  form: z.literal('tapaamo-escrow-1'),
  /** Id of the key store that it is of. */
  store: z.uuid(),
  organisationId: z.uuid(),
  keys: z.array(
    nameSchema.extend({
      key: z.base64().refine((text) => Buffer.from(text, 'base64').length === KEY_BYTES),
    }),
  ),
  /** Names that are never made again. */
  destroyed: z.array(nameSchema),
});

/** What an escrow file holds: the living day keys of one organisation, and the names of its destroyed ones. */
export type EscrowContent = z.infer<typeof contentSchema>;

/** Seals it for each recipient (age-encryption.org/v1, as the `age` command does): any one of them opens it. */
export async function sealEscrow(
  recipients: readonly string[],
  content: EscrowContent,
): Promise<Buffer> {
  const sealing = new Encrypter();
  recipients.forEach((recipient) => sealing.addRecipient(recipient));
  return Buffer.from(await sealing.encrypt(JSON.stringify(content)));
}

/** @param identity - A recipient's private key, `AGE-SECRET-KEY-1…`. @throws Error when it opens nothing, or no escrow */
export async function openEscrow(identity: string, sealed: Buffer): Promise<EscrowContent> {
  const opening = new Decrypter();
  opening.addIdentity(identity);
  return contentSchema.parse(JSON.parse(await opening.decrypt(sealed, 'text')));
}
