import { readFile } from 'node:fs/promises';
import { ConfigInvalidError } from '@tapaamo/config';
import { Encrypter } from 'age-encryption';

/** So that one who is away, or has lost their key, keeps nobody from restoring. */
const AT_LEAST = 2;

/**
 * Who can open escrow files: the public keys of a file as `age-keygen` writes them (`age1…`), one a line, with lines that
 * begin with # as remarks.
 *
 * @throws ConfigInvalidError naming the setting, never what the file holds
 */
export async function readRecipients(file: string): Promise<string[]> {
  const refuse = (what: string): ConfigInvalidError =>
    new ConfigInvalidError([`KEY_ESCROW_RECIPIENTS_FILE ${what}`]);
  const text = await readFile(file, 'utf8').catch(() => {
    throw refuse('cannot be read.');
  });
  const lines = text.split('\n').map((line) => line.trim());
  const recipients = [...new Set(lines.filter((line) => line !== '' && !line.startsWith('#')))];
  for (const recipient of recipients) {
    try {
      new Encrypter().addRecipient(recipient);
    } catch {
      throw refuse('has a line that is no public key of age (age1…).');
    }
  }
  if (recipients.length < AT_LEAST) {
    throw refuse('must name two recipients at least: one alone may be away.');
  }
  return recipients.sort();
}
