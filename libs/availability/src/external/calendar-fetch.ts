import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@tapaamo/config';
import type { ExternalCalendarFailure } from '@tapaamo/contracts';
import { HostNotAllowedError, OutboundGate, ProviderUnavailableError } from '@tapaamo/professional';
import {
  CalendarAddressInvalidError,
  CalendarHostNotAllowedError,
} from '../availability.errors.js';

/** Largest calendar that is read: ten years of a busy person's. */
const LARGEST_BYTES = 4 * 1024 * 1024;

/** Longest time until a calendar is there whole, in milliseconds. */
const LONGEST_MS = 10_000;

/** How calendar programs write `https` in what they hand over. */
const WEBCAL = /^webcals?:/i;

/**
 * The way to calendars elsewhere. It is the gate to sign-in providers, without the private hosts that an operator allows
 * there: those were allowed for an organisation, not for each of its staff.
 */
@Injectable()
export class CalendarFetch {
  readonly #gate: OutboundGate;

  constructor(@Inject(CONFIG) { NODE_ENV }: Config) {
    this.#gate = new OutboundGate({ NODE_ENV, STAFF_OIDC_ALLOWED_HOSTS: [] });
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
      throw error instanceof HostNotAllowedError ? new CalendarHostNotAllowedError() : error;
    }
    return address;
  }

  /** The text of a calendar, or why there is none. Redirects are not followed: they are for whoever gave the address. */
  async text(address: string): Promise<{ text: string } | { failure: ExternalCalendarFailure }> {
    try {
      const answer = await this.#gate.fetch(address, {
        method: 'GET',
        headers: { accept: 'text/calendar' },
        signal: AbortSignal.timeout(LONGEST_MS),
        maxBytes: LARGEST_BYTES,
      });
      return answer.ok ? { text: await answer.text() } : { failure: 'refused' };
    } catch (error) {
      return { failure: failureOf(error) };
    }
  }
}

function failureOf(error: unknown): ExternalCalendarFailure {
  if (error instanceof HostNotAllowedError) {
    return 'not-allowed';
  }
  return error instanceof ProviderUnavailableError && error.reason === 'answer-too-large'
    ? 'too-large'
    : 'unreachable';
}
