import type { Clock } from '@tapaamo/common';
import type { Config } from '@tapaamo/config';
import type { Language } from '@tapaamo/contracts';
import type { Logger } from '@tapaamo/logging';
import { decoded, textsOfBars, textsOfOp, type OutageTexts } from './outage-text.js';

/** How long an answer counts, in milliseconds: nobody is asked more often. */
const KEPT_MS = 60_000;

/** Deadline of the whole answer, in milliseconds: somebody is looking at the page. */
const DEADLINE_MS = 3_000;

/** Largest answer that is read, in bytes; a real one is a tenth of it. */
const MAX_BYTES = 64 * 1024;

const READERS = { none: null, 'text-bars': textsOfBars, 'op-json': textsOfOp } as const;

const SILENT: OutageTexts = { fi: null, sv: null, en: null };

/** Settings of what a provider publishes. */
type OutageSettings = Pick<Config, 'OIDC_OUTAGE_URL' | 'OIDC_OUTAGE_FORM'>;

/** Texts of one address, and when they were asked for. */
interface Kept {
  askedAt: number;
  texts: Promise<OutageTexts>;
}

/**
 * What the identity provider publishes of its outages, read when somebody is about to identify. A courtesy: when it cannot
 * be read nothing is said, and identifying goes on.
 */
export class OutageNotices {
  readonly #kept = new Map<string, Kept>();

  constructor(
    private readonly settings: OutageSettings,
    private readonly clock: Clock,
    private readonly logger: Logger,
    private readonly ask: typeof fetch = fetch,
  ) {}

  /** @returns What the provider says now, as plain text; null when it says nothing, or cannot be heard. */
  async in(language: Language): Promise<string | null> {
    const { OIDC_OUTAGE_URL: address, OIDC_OUTAGE_FORM: form } = this.settings;
    const read = READERS[form];
    if (read === null || address === '') {
      return null;
    }
    const url = new URL(address);
    if (form === 'op-json') {
      url.searchParams.set('lang', language);
    }
    return (await this.#textsAt(url.href, read))[language];
  }

  async #textsAt(url: string, read: (body: string) => OutageTexts): Promise<OutageTexts> {
    const now = this.clock.nowMs();
    const kept = this.#kept.get(url);
    if (kept !== undefined && now - kept.askedAt < KEPT_MS) {
      return kept.texts;
    }
    // Kept before it is there: whoever comes meanwhile shares it, and a failure is not tried again for as long.
    const texts = this.#load(url)
      .then(read)
      .catch((error: unknown) => {
        // What was sent instead is nothing for a log.
        const code = (error as { name?: string }).name ?? 'unknown';
        this.logger.warn('identification.outage-not-read', { code });
        return SILENT;
      });
    this.#kept.set(url, { askedAt: now, texts });
    return texts;
  }

  async #load(url: string): Promise<string> {
    const response = await this.ask(url, {
      redirect: 'error',
      headers: { accept: 'text/plain, application/json' },
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
    const isPage = response.headers.get('content-type')?.includes('html') === true;
    if (response.status !== 200 || isPage) {
      await response.body?.cancel();
      throw new OutageAnswerError(isPage ? 'page' : `http-${String(response.status)}`);
    }
    const chunks: Uint8Array[] = [];
    let size = 0;
    const parts: AsyncIterable<Uint8Array> | Uint8Array[] = response.body ?? [];
    for await (const chunk of parts) {
      size += chunk.byteLength;
      if (size > MAX_BYTES) {
        throw new OutageAnswerError('too-large');
      }
      chunks.push(chunk);
    }
    return decoded(Buffer.concat(chunks));
  }
}

/** The answer is none that can be read; its name is the reason, for the log. */
class OutageAnswerError extends Error {
  constructor(readonly reason: string) {
    super(reason);
    this.name = reason;
  }
}
