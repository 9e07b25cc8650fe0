import { Inject, Injectable } from '@nestjs/common';
import { HostRefusedError, NoAnswerError, OutboundGate } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import type { FieldProblem, RecordFailure } from '@tapaamo/contracts';

/** Longest wait for a record system's answer, in milliseconds. */
const LONGEST_MS = 10_000;

/** Answers say only whether it was taken; what else they hold is not read far. */
const ANSWER_MAX_BYTES = 64 * 1024;

/** A message to a record system, ready to go. */
export interface RecordMessage {
  method: 'POST' | 'PUT';
  address: string;
  headers: Record<string, string>;
  body: string;
}

/** How it went; no failure means that it was taken. */
export interface Told {
  status: number | null;
  failure: RecordFailure | null;
}

/** The way to record systems: to hosts that the operator allows their organisation, and to no other. */
@Injectable()
export class RecordGate {
  readonly #isProduction: boolean;
  readonly #allowed: readonly (readonly [organisationId: string, host: string])[];

  constructor(@Inject(CONFIG) config: Pick<Config, 'NODE_ENV' | 'RECORD_SYSTEM_ALLOWED_HOSTS'>) {
    this.#isProduction = config.NODE_ENV === 'production';
    this.#allowed = config.RECORD_SYSTEM_ALLOWED_HOSTS.map((entry) => {
      const [organisationId = '', host = ''] = entry.split('@');
      return [organisationId.toLowerCase(), host] as const;
    });
  }

  /** One organisation's way: nobody reaches another's record system. */
  #of(organisationId: string): OutboundGate {
    const own = this.#allowed.filter(([whose]) => whose === organisationId);
    const allowedHosts = own.map(([, host]) => host);
    return new OutboundGate({ isProduction: this.#isProduction, allowedHosts, isClosed: true });
  }

  /**
   * What keeps an address that an admin typed from being used: it is not sealed or no plain address
   * (`record-system.address-invalid`), or the operator has not allowed the host (`record-system.address-not-allowed`).
   */
  problemsOf(
    organisationId: string,
    field: 'webhookAddress' | 'fhirAddress',
    typed: string,
  ): FieldProblem[] {
    const address = URL.parse(typed);
    if (address === null || /[?#@]/.test(typed)) {
      return [{ field, code: 'record-system.address-invalid' }];
    }
    try {
      this.#of(organisationId).require(address);
      return [];
    } catch (error) {
      if (!(error instanceof HostRefusedError)) {
        throw error;
      }
      const isSealed = address.protocol === 'https:';
      const code = isSealed ? 'record-system.address-not-allowed' : 'record-system.address-invalid';
      return [{ field, code }];
    }
  }

  /** Sends something once. Redirects are not followed: what is signed or authorised goes nowhere else. */
  async send(
    organisationId: string,
    { method, address, headers, body }: RecordMessage,
  ): Promise<Told> {
    try {
      const { ok, status } = await this.#of(organisationId).fetch(address, {
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
