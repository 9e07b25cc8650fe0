import { Inject, Injectable } from '@nestjs/common';
import {
  HostRefusedError,
  NoAnswerError,
  OutboundGate,
  type OutboundRequest,
} from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { HostNotAllowedError, ProviderUnavailableError } from './provider.errors.js';

/** The way to providers: to public addresses, and to hosts that the operator allows. */
@Injectable()
export class ProviderGate {
  readonly #gate: OutboundGate;

  constructor(@Inject(CONFIG) config: Pick<Config, 'NODE_ENV' | 'STAFF_OIDC_ALLOWED_HOSTS'>) {
    this.#gate = new OutboundGate({
      isProduction: config.NODE_ENV === 'production',
      allowedHosts: config.STAFF_OIDC_ALLOWED_HOSTS,
    });
  }

  /**
   * Checks an address as far as it can be told without asking anybody.
   *
   * @throws HostNotAllowedError (`sign-in-provider.host-not-allowed`)
   */
  require(address: URL): void {
    try {
      this.#gate.require(address);
    } catch (error) {
      throw ofProvider(error);
    }
  }

  /**
   * `fetch` for everything that is asked of a provider.
   *
   * @throws HostNotAllowedError; ProviderUnavailableError (`sign-in-provider.unavailable`) without a usable answer.
   */
  async fetch(url: string, init: OutboundRequest): Promise<Response> {
    return this.#gate.fetch(url, init).catch((error: unknown) => {
      throw ofProvider(error);
    });
  }
}

function ofProvider(error: unknown): unknown {
  if (error instanceof HostRefusedError) {
    return new HostNotAllowedError();
  }
  return error instanceof NoAnswerError ? new ProviderUnavailableError(error.reason) : error;
}
