import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { tidyHetu } from '@tapaamo/contracts';
import { TEST_PERSONS } from '../../apps/dev-identity-provider/src/test-persons.js';
import { canaryForms, type Canary } from './canary-forms.js';

/** What stands in mails to staff: the link of an invitation, or what was changed of their account. */
const TO_STAFF = /\/invitation#|Tapaamo-tunnukse/;

/** Where a page sends what its person typed about a client, and what its link holds. */
const TYPED =
  /\/api\/(bookings|door\/(look|open)|invitation\/\w+|visits\/[\w-]+\/participants(\/[\w-]+\/identity-code)?)$|\/interaction\//;
const FIELDS = [
  'clientName',
  'clientPhone',
  'clientEmail',
  'clientHetu',
  'givenNames',
  'familyName',
  'hetu',
];
const SECRETS = ['link', 'invitation'];

/** Secrets of links as the product makes them. What a test makes up has the length and few different letters. */
const SECRET = /^[\w-]{43}$/;
const LEAST_LETTERS = 10;

/** Shorter words stand in files for other reasons: a list of countries has "Olivia" in it. */
const LEAST_WORD = 7;

/** Names that are words of ours too; they are looked for only together with the rest of the name. */
const OUR_WORDS = /^tunnistus$/i;

const PHONE = /^\+?[\d\s()-]{7,}$/;

/**
 * Everything that identifies a client in a run of the whole product, and what opens a visit: what was typed into
 * bookings, at the identity provider and into the address bar, and what messages brought. Noted by itself, so that no
 * test can forget to look for what it used.
 */
export class Traces {
  readonly #values = new Set<string>();

  /** Notes values as they are written; names also word by word, numbers also without what stands before them. */
  note(...values: string[]): void {
    for (const value of values.filter((it) => it.trim() !== '')) {
      const parts = PHONE.test(value)
        ? [value.replace(/\D/g, '').replace(/^(00)?358|^0/, '')]
        : value
            .split(/[\s-]+/)
            .filter((word) => word.length >= LEAST_WORD && !OUR_WORDS.test(word));
      [value, ...parts].forEach((it) => this.#values.add(it));
    }
  }

  /** Notes the secret of a link, wherever it was met; anything else is left. */
  noteSecret(text: string): void {
    if (SECRET.test(text) && new Set(text).size >= LEAST_LETTERS) {
      this.note(text);
    }
  }

  /** Notes what stands in the fragment of an address. */
  noteAddress(url: string): void {
    this.noteSecret(url.split('#')[1] ?? '');
  }

  /** Notes to which client a message went and the links in it. Addresses of staff stand in the database in clear. */
  noteMessage({ to, text }: { to: string; text: string }): void {
    if (!TO_STAFF.test(text)) {
      this.note(to);
    }
    (text.match(/https?:\/\/\S+/g) ?? []).forEach((link) => this.noteAddress(link));
  }

  /** Notes what a page sends. */
  noteRequest(url: string, body: string | null): void {
    if (body === null || !TYPED.test(new URL(url).pathname)) {
      return;
    }
    const fields = body.startsWith('{')
      ? (JSON.parse(body) as Record<string, unknown>)
      : Object.fromEntries(new URLSearchParams(body));
    const texts = (names: string[]): string[] =>
      names.map((name) => fields[name]).filter((value) => typeof value === 'string');
    this.note(...texts(FIELDS), ...codesIn(fields).map(tidyHetu));
    texts(SECRETS).forEach((secret) => this.noteSecret(secret));
  }

  /**
   * Which values stand in the files of a folder, in any of many forms: logs, and everything that the database wrote.
   *
   * @param control - A value that must be found, or the search itself is broken.
   */
  async findIn(folder: string, control: string): Promise<string[]> {
    const canaries = [...this.#values, control].map((value): Canary => ({ label: value, value }));
    const forms = new Map(
      canaryForms(canaries).map(({ label, form, text }) => [text, { label, form }]),
    );
    const hits = await filesWith(folder, [...forms.keys()]);
    const found = hits.map(({ file, text }) => ({ file, ...forms.get(text) }));
    if (!found.some(({ label }) => label === control)) {
      throw new Error('The search does not find what is there.');
    }
    return found
      .filter(({ label }) => label !== control)
      .map(({ label, form, file }) => `${label ?? ''} (${form ?? ''}) in ${file}`);
  }
}

/** Identity codes that were typed of anybody, to be looked for as they are kept, too. */
function codesIn(fields: Record<string, unknown>): string[] {
  const { clientHetu, hetu, participants = [] } = fields;
  const others = (Array.isArray(participants) ? participants : []) as { hetu?: unknown }[];
  return [clientHetu, hetu, ...others.map((other) => other.hetu)].filter(
    (code) => typeof code === 'string',
  );
}

/** Every text that stands in a file below a folder, whatever its letter case and whatever kind of file. */
export async function filesWith(
  folder: string,
  texts: string[],
): Promise<{ file: string; text: string }[]> {
  const list = join(mkdtempSync(join(tmpdir(), 'tapaamo-traces-')), 'texts');
  writeFileSync(list, texts.join('\n'));
  const options = ['--recursive', '--text', '--ignore-case', '--fixed-strings', '--only-matching'];
  const stdout = await promisify(execFile)('grep', [...options, '--file', list, folder], {
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  }).then(
    (ended) => ended.stdout,
    (error: unknown) => {
      // One: nothing was found.
      if ((error as { code?: unknown }).code === 1) {
        return '';
      }
      throw error;
    },
  );
  rmSync(dirname(list), { recursive: true });
  const lines = new Set(stdout.split('\n').filter((line) => line !== ''));
  return [...lines].map((line) => {
    const [, file = '', text = ''] = /^(.*?):(.*)$/.exec(line) ?? [];
    return { file, text: text.toLowerCase() };
  });
}

/** What this run has used so far, and everybody whom the identity provider knows. */
export const traces = new Traces();
traces.note(
  ...TEST_PERSONS.flatMap(({ givenNames, familyName, hetu }) => [
    `${givenNames} ${familyName}`,
    hetu ?? '',
  ]),
);
