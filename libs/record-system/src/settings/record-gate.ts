import { Inject, Injectable } from '@nestjs/common';
import { HostRefusedError, NoAnswerError, OutboundGate } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import type { RecordFailure } from '@tapaamo/contracts';
import { RecordAddressError } from '../record-system.errors.js';

/** Longest wait for a record system's answer, in milliseconds. */
const LONGEST_MS = 10_000;

/** Answers say only whether it was taken; what else they hold is not read far. */
const ANSWER_MAX_BYTES = 64 * 1024;

/** How it went; no failure means that it was taken. */
export interface Told {
  status: number | null;
  failure: RecordFailure | null;
}

/** The way to record systems: to hosts that the operator allows and to no other. */
@Injectable()
export class RecordGate {
  readonly #gate: OutboundGate;

  constructor(@Inject(CONFIG) config: Pick<Config, 'NODE_ENV' | 'RECORD_SYSTEM_ALLOWED_HOSTS'>) {
    this.#gate = new OutboundGate({
      isProduction: config.NODE_ENV === 'production',
      allowedHosts: config.RECORD_SYSTEM_ALLOWED_HOSTS,
      isClosed: true,
    });
  }

  /** Checks an address that an admin typed. @throws RecordAddressError (`record-system.address-not-allowed`) */
  require(field: 'webhookAddress' | 'fhirAddress', typed: string): void {
    const address = URL.parse(typed);
    if (address === null || address.username !== '' || address.password !== '') {
      throw new RecordAddressError(field);
    }
    try {
      this.#gate.require(address);
    } catch (error) {
      throw error instanceof HostRefusedError ? new RecordAddressError(field) : error;
    }
  }

  /** Sends something once. Redirects are not followed: what is signed or authorised goes nowhere else. */
  async send(
    method: 'POST' | 'PUT',
    address: string,
    { headers, body }: { headers: Record<string, string>; body: string },
  ): Promise<Told> {
    try {
      const { ok, status } = await this.#gate.fetch(address, {
        method,
        headers,
        body,
        signal: AbortSignal.timeout(LONGEST_MS),
        maxBytes: ANSWER_MAX_BYTES,
      });
      return { status, failure: ok ? null : 'refused' };
    } catch (error) {
      return whyNot(error);
    }
  }
}

function whyNot(error: unknown): Told {
  if (error instanceof HostRefusedError) {
    return { status: null, failure: 'not-allowed' };
  }
  if (error instanceof NoAnswerError) {
    const { status } = error;
    return { status, failure: status === null ? 'unreachable' : 'refused' };
  }
  return { status: null, failure: 'failed' };
}
