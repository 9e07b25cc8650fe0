import { Inject, Injectable } from '@nestjs/common';
import {
  HostRefusedError,
  NoAnswerError,
  OutboundGate,
  type OutboundRequest,
} from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import type { CalendarLookUpFailure, ExternalCalendarFailure } from '@tapaamo/contracts';
import {
  CalendarAddressInvalidError,
  CalendarHostNotAllowedError,
} from '../availability.errors.js';

/** Largest calendar that is read: ten years of a busy person's. */
export const LARGEST_BYTES = 4 * 1024 * 1024;

/** Longest time until a calendar is there whole, in milliseconds. */
export const LONGEST_MS = 10_000;

/** Why there is no answer at all. */
type NoAnswerFailure = Extract<
  CalendarLookUpFailure,
  'not-allowed' | 'too-large' | 'too-slow' | 'unreachable'
>;

/** How calendar programs write `https` in what they hand over. */
const WEBCAL = /^webcals?:/i;

/**
 * The way to calendars elsewhere. No private host is allowed, not even those of sign-in providers: they were allowed for an
 * organisation, not for each of its staff.
 */
@Injectable()
export class CalendarFetch {
  readonly #gate: OutboundGate;

  constructor(@Inject(CONFIG) { NODE_ENV }: Config) {
    this.#gate = new OutboundGate({ isProduction: NODE_ENV === 'production', allowedHosts: [] });
  }

  /**
   * Reads an address that somebody typed.
   *
   * @throws CalendarAddressInvalidError (`external-calendar.address-invalid`), CalendarHostNotAllowedError
   *   (`external-calendar.host-not-allowed`)
   */
  address(typed: string): URL {
    const address = URL.parse(typed.replace(WEBCAL, 'https:'));
    if (address === null || address.username !== '' || address.password !== '') {
      throw new CalendarAddressInvalidError();
    }
    try {
      this.#gate.require(address);
    } catch (error) {
      throw error instanceof HostRefusedError ? new CalendarHostNotAllowedError() : error;
    }
    return address;
  }

  /** The text of a calendar, or why there is none. What points elsewhere is refused: it is for whoever gave the address. */
  async text(address: string): Promise<{ text: string } | { failure: ExternalCalendarFailure }> {
    const answer = await this.ask(address, {
      method: 'GET',
      headers: { accept: 'text/calendar' },
      signal: AbortSignal.timeout(LONGEST_MS),
      maxBytes: LARGEST_BYTES,
    });
    if ('failure' in answer) {
      return answer;
    }
    return answer.ok ? { text: await answer.text() } : { failure: 'refused' };
  }

  /** What a server answers, whatever its status below 500, or why it gives no answer. Redirects are not followed. */
  async ask(
    address: string,
    request: OutboundRequest,
  ): Promise<Response | { failure: NoAnswerFailure }> {
    try {
      return await this.#gate.fetch(address, request);
    } catch (error) {
      return { failure: failureOf(error, request.signal?.aborted === true) };
    }
  }
}

function failureOf(error: unknown, isOver: boolean): NoAnswerFailure {
  if (error instanceof HostRefusedError) {
    return 'not-allowed';
  }
  if (error instanceof NoAnswerError && error.reason === 'answer-too-large') {
    return 'too-large';
  }
  return isOver ? 'too-slow' : 'unreachable';
}
