import { HostRefusedError, NoAnswerError, OutboundGate } from '@tapaamo/common';
import type { Config } from '@tapaamo/config';
import type { MessageFailure } from '@tapaamo/contracts';
import { NotTakenError } from './not-taken.error.js';

/** Longest time until a gateway's answer is there whole, in milliseconds. */
const LONGEST_MS = 10_000;

/** Largest answer that is read; a gateway says little. */
const ANSWER_MAX_BYTES = 64 * 1024;

/**
 * Refusals that are about the message itself (RFC 9110 section 15.5). What is left of 4xx is about how we ask, such as a
 * token that is not valid any more: the operator of the installation can mend that, and then the message goes.
 */
const ABOUT_THE_MESSAGE: readonly number[] = [400, 410, 413, 422];

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** What is posted to a gateway, and what its refusals mean. */
interface Posting {
  headers: Record<string, string>;
  body: object;
  /** Reads a refusal. @returns Why this message is refused for good; null when the refusal is not about it. */
  refusal?: (status: number, text: string) => MessageFailure | null;
}

type Settings = Pick<Config, 'NODE_ENV' | 'SMS_GATEWAY_URL' | 'SMS_GATEWAY_ALLOWED_HOSTS'>;

/** Requests to the SMS gateway of the settings, and to nobody else: no redirect is followed. */
export class GatewayRequests {
  readonly #gate: OutboundGate;

  /** @param longestMs - A test's own deadline. */
  constructor(
    private readonly settings: Settings,
    private readonly longestMs = LONGEST_MS,
  ) {
    const isHere = LOOPBACK.test(new URL(settings.SMS_GATEWAY_URL).hostname);
    this.#gate = new OutboundGate({
      isProduction: settings.NODE_ENV === 'production' && !isHere,
      allowedHosts: settings.SMS_GATEWAY_ALLOWED_HOSTS,
    });
  }

  /** Hands a message over. @throws NotTakenError */
  async post({ headers, body, refusal = refusalByStatus }: Posting): Promise<void> {
    const answer = await this.#ask(headers, body);
    const { status } = answer;
    if (isTaken(status)) {
      return;
    }
    const failure = status < 400 ? null : refusal(status, await answer.text());
    throw new NotTakenError(failure ?? 'provider-unavailable', `http-${String(status)}`, {
      isFinal: failure !== null,
    });
  }

  async #ask(headers: Record<string, string>, body: object): Promise<Response> {
    try {
      return await this.#gate.fetch(this.settings.SMS_GATEWAY_URL, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(this.longestMs),
        maxBytes: ANSWER_MAX_BYTES,
        // What comes after it, however slowly, changes nothing: sent again it would be a second message.
        isEnough: isTaken,
      });
    } catch (error) {
      if (error instanceof HostRefusedError) {
        throw new NotTakenError('provider-unavailable', 'host-refused', { isFinal: false });
      }
      if (error instanceof NoAnswerError) {
        const { reason, retryAfter } = error;
        throw new NotTakenError('provider-unavailable', reason, { isFinal: false, retryAfter });
      }
      throw error;
    }
  }
}

/** Why a message is refused where the gateway says no more than a status: whether number, sender or text, nobody knows. */
export function refusalByStatus(status: number): MessageFailure | null {
  return ABOUT_THE_MESSAGE.includes(status) ? 'provider-refused' : null;
}

function isTaken(status: number): boolean {
  return status >= 200 && status < 300;
}
